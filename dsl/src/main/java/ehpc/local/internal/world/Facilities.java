package ehpc.local.internal.world;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;

/**
 * The equipment of a cluster beside its nodes, users and queues. Immutable.
 *
 * @param software the tags of the installed software, in the order of their installation; null if it has never changed
 * @param volumes the file systems that are mounted beside the main one; null if they have never changed
 * @param securityGroups the security groups beside that of the creation
 * @param autoScale the settings of auto scaling
 * @param visual remote visualization
 * @param upgrades the upgrades of the client, the latest last
 * @param profilings the profilings of processes, the latest last
 * @param log the changes of the cluster, the latest last
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Facilities(
        @JsonInclude(JsonInclude.Include.NON_NULL) List<String> software,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Volume> volumes,
        SecurityGroups securityGroups,
        AutoScale autoScale,
        VisualService visual,
        List<ClientUpgrade> upgrades,
        List<Profiling> profilings,
        List<LogEntry> log) {

    private static final int MOST_LOG_ENTRIES = 1000;
    private static final int MOST_PROFILINGS = 100;

    /** A part that has never changed is missing in a file. */
    public Facilities {
        software = software == null ? null : List.copyOf(software);
        volumes = volumes == null ? null : List.copyOf(volumes);
        securityGroups = securityGroups == null ? SecurityGroups.none() : securityGroups;
        autoScale = autoScale == null ? AutoScale.none() : autoScale;
        visual = visual == null ? VisualService.stopped() : visual;
        upgrades = upgrades == null ? List.of() : List.copyOf(upgrades);
        profilings = profilings == null ? List.of() : List.copyOf(profilings);
        log = log == null ? List.of() : List.copyOf(log);
    }

    static Facilities initial() {
        return new Facilities(null, null, null, null, null, null, null, null);
    }

    /** Returns the tags of the installed software: those of the creation if they have never changed. */
    public List<String> software(Cluster cluster) {
        return software == null ? Application.ofCreation(cluster) : software;
    }

    /** Returns the volumes beside the main one: those of the creation if they have never changed. */
    public List<Volume> volumes(Cluster cluster) {
        return volumes == null ? Volume.ofCreation(cluster) : volumes;
    }

    /** Returns the version of the client on the nodes. */
    public String clientVersion(Cluster cluster) {
        return upgrades.isEmpty()
                ? cluster.setting("ClientVersion", Hardware.CLIENT_VERSION)
                : upgrades.get(upgrades.size() - 1).newVersion();
    }

    public Facilities withSoftware(List<String> changed) {
        return new Facilities(changed, volumes, securityGroups, autoScale, visual, upgrades, profilings, log);
    }

    public Facilities withVolumes(List<Volume> changed) {
        return new Facilities(software, changed, securityGroups, autoScale, visual, upgrades, profilings, log);
    }

    public Facilities withSecurityGroups(SecurityGroups changed) {
        return new Facilities(software, volumes, changed, autoScale, visual, upgrades, profilings, log);
    }

    public Facilities withAutoScale(AutoScale changed) {
        return new Facilities(software, volumes, securityGroups, changed, visual, upgrades, profilings, log);
    }

    public Facilities withVisual(VisualService changed) {
        return new Facilities(software, volumes, securityGroups, autoScale, changed, upgrades, profilings, log);
    }

    public Facilities with(ClientUpgrade upgrade) {
        List<ClientUpgrade> all = with(upgrades, upgrade, Integer.MAX_VALUE);
        return new Facilities(software, volumes, securityGroups, autoScale, visual, all, profilings, log);
    }

    /** Returns the same with this profiling; the oldest are forgotten. */
    public Facilities with(Profiling profiling) {
        List<Profiling> all = with(profilings, profiling, MOST_PROFILINGS);
        return new Facilities(software, volumes, securityGroups, autoScale, visual, upgrades, all, log);
    }

    /** Returns the same with this profiling in place of that with its id. */
    public Facilities withChanged(Profiling profiling) {
        List<Profiling> all = profilings.stream()
                .map(one -> one.id().equals(profiling.id()) ? profiling : one)
                .toList();
        return new Facilities(software, volumes, securityGroups, autoScale, visual, upgrades, all, log);
    }

    /** Returns the same with this entry of the log; the oldest are forgotten. */
    public Facilities with(LogEntry entry) {
        List<LogEntry> all = with(log, entry, MOST_LOG_ENTRIES);
        return new Facilities(software, volumes, securityGroups, autoScale, visual, upgrades, profilings, all);
    }

    private static <T> List<T> with(List<T> list, T added, int most) {
        List<T> all = new ArrayList<>(list);
        all.add(added);
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
