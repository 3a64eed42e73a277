package ehpc.repl.internal.shell;

import ehpc.Remedy;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Converts a remedy to an entry or a command of the shell. */
final class ShellAdvice implements Function<Remedy, String> {

    private final Supplier<Optional<String>> region;

    /**
     * @param region returns the current region
     */
    ShellAdvice(Supplier<Optional<String>> region) {
        this.region = region;
    }

    @Override
    public String apply(Remedy remedy) {
        return switch (remedy.action()) {
            case READ_RESULTS ->
                selectRegion(remedy) + "api.listInvocationResults(clusterId: " + text(remedy.clusterId())
                        + ", commandId: " + text(remedy.commandId()) + ")";
            case LOOK_FOR_COMMAND -> selectRegion(remedy) + "cluster(" + text(remedy.clusterId()) + ") { commands }";
            case LIST_CLUSTERS -> "/use";
            case AWAIT_STATE -> onCluster(remedy, "info");
            case CHECK_MANAGERS -> onCluster(remedy, "nodes.manager");
            case READ_HELP -> "/help " + remedy.operation();
            case CHECK_CREDENTIALS, CHOOSE_PROFILE -> "/whoami";
            case CHOOSE_REGION -> "/set region cn-hangzhou";
            case ALLOW_EFFECTS -> "/plan --allow-effects ENTRY permits it during planning";
            default -> remedy.text();
        };
    }

    private String onCluster(Remedy remedy, String words) {
        return remedy.clusterId().isEmpty()
                ? remedy.text()
                : selectRegion(remedy) + "cluster(" + text(remedy.clusterId()) + ") { " + words + " }";
    }

    /** An entry uses the shell's region; another region must be selected first. */
    private String selectRegion(Remedy remedy) {
        boolean elsewhere = !remedy.region().isEmpty() && !region.get().equals(Optional.of(remedy.region()));
        return elsewhere ? "region " + text(remedy.region()) + "; " : "";
    }

    private static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
