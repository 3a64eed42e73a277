package ehpc.local.internal.operation;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Application;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.World;
import ehpc.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The operations on the software of a cluster, which is recorded only. */
final class SoftwareOperations {

    private static final String VERSION = "1.0.0";

    /** The software for one image and scheduler. */
    private record Offer(String osTag, String scheduler, String schedulerVersion) {}

    private static final List<Offer> OFFERS = List.of(
            new Offer(Hardware.OS_TAG, Hardware.SCHEDULER, Hardware.SCHEDULER_VERSION),
            new Offer(Hardware.OS_TAG, "pbs", "18.1.1"),
            new Offer("CentOS_7.2_64", "pbs", "18.1.1"));

    private final World world;
    private final Installations installations;

    SoftwareOperations(World world, Installations installations) {
        this.world = world;
        this.installations = installations;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "InstallSoftware", this::install,
                "ListInstalledSoftware", this::listInstalled,
                "ListSoftwares", this::list,
                "UninstallSoftware", this::uninstall);
    }

    private Map<String, ?> install(Call call) {
        Cluster cluster = ready(call);
        String tag = application(call).tag();
        world.changeFacilities(cluster, facilities -> {
            List<String> software = facilities.software(cluster);
            requireComplete(cluster, tag);
            if (software.contains(tag)) {
                throw failed("application " + tag + " is installed on cluster " + cluster.id());
            }
            installations.start(cluster, tag);
            return facilities.withSoftware(
                    Stream.concat(software.stream(), Stream.of(tag)).toList());
        });
        return Map.of();
    }

    private void requireComplete(Cluster cluster, String tag) {
        if (installations.runs(cluster, tag)) {
            throw new Refusal(
                    403, "ConflictOpt", "application " + tag + " is being installed on cluster " + cluster.id());
        }
    }

    private Map<String, ?> uninstall(Call call) {
        Cluster cluster = ready(call);
        String tag = application(call).tag();
        world.changeFacilities(cluster, facilities -> {
            List<String> software = facilities.software(cluster);
            requireComplete(cluster, tag);
            if (!software.contains(tag)) {
                throw failed("application " + tag + " is not installed on cluster " + cluster.id());
            }
            return facilities.withSoftware(
                    software.stream().filter(one -> !one.equals(tag)).toList());
        });
        return Map.of();
    }

    private Map<String, ?> listInstalled(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        List<AnswerFields> all = installed(world, cluster)
                .map(one -> AnswerFields.of("SoftwareId", one.tag())
                        .and("SoftwareName", one.name())
                        .and("SoftwareStatus", installations.look(cluster, one.tag()) ? "Installing" : "Installed")
                        .and("SoftwareVersion", one.version()))
                .toList();
        return Map.of("SoftwareList", AnswerFields.wrapped("SoftwareList", all));
    }

    /** Returns the applications of a cluster, in the order of their installation. */
    static Stream<Application> installed(World world, Cluster cluster) {
        return world.facilities(cluster).software(cluster).stream().flatMap(tag -> Application.find(tag).stream());
    }

    private Map<String, ?> list(Call call) {
        List<Offer> offers = OFFERS.stream()
                .filter(offer ->
                        call.optional("OsTag").map(offer.osTag()::equals).orElse(true))
                .toList();
        if (offers.isEmpty()) {
            throw new Refusal(
                    404,
                    "ImageNotFound",
                    "OsTag must be " + Hardware.OS_TAG + " or CentOS_7.2_64, is " + call.text("OsTag"));
        }
        boolean offered = call.optional("EhpcVersion").map(VERSION::equals).orElse(true);
        List<AnswerFields> all = offers.stream()
                .filter(offer -> offered)
                .map(SoftwareOperations::rendered)
                .toList();
        return Map.of("Softwares", AnswerFields.wrapped("SoftwareInfo", all));
    }

    private static AnswerFields rendered(Offer offer) {
        List<AnswerFields> applications = Application.all().stream()
                .map(one -> AnswerFields.of("Name", one.name())
                        .and("Required", false)
                        .and("Tag", one.tag())
                        .and("Version", one.version()))
                .toList();
        return AnswerFields.of("AccountType", "nis")
                .and("AccountVersion", "2.31")
                .and("Applications", AnswerFields.wrapped("ApplicationInfo", applications))
                .and("EhpcVersion", VERSION)
                .and("OsTag", offer.osTag())
                .and("SchedulerType", offer.scheduler())
                .and("SchedulerVersion", offer.schedulerVersion());
    }

    private static Application application(Call call) {
        String tag = call.text("Application");
        List<String> tags = Application.all().stream().map(Application::tag).toList();
        return Application.find(tag)
                .orElseThrow(() -> call.invalid(
                        "Application must be a tag of ListSoftwares, is " + tag + Nearest.hint(tag, tags)));
    }

    /** Returns the cluster; refuses one that cannot install anything now. */
    private Cluster ready(Call call) {
        Cluster cluster = world.running(world.cluster(call.text("ClusterId")));
        if (cluster.nodes("Manager").stream().noneMatch(world::running)) {
            throw new Refusal(
                    406, "AgentError", "a manager node of cluster " + cluster.id() + " must be running, none is");
        }
        return cluster;
    }

    private static Refusal failed(String message) {
        return new Refusal(406, "ExecFail", message);
    }
}
