package ehpc.repl.internal.shell.command;

import ehpc.ClusterSummary;
import ehpc.edit.KnownNames;
import ehpc.repl.internal.render.Table;
import ehpc.repl.internal.shell.Clusters;
import ehpc.repl.internal.shell.Shell;
import ehpc.repl.internal.shell.Suggestions;
import ehpc.repl.internal.shell.Suggestions.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /use}. */
final class UseCommand {

    private static final String BACK = "-";
    private static final String NONE = "none";

    private Optional<String> before = Optional.empty();

    void run(Shell shell, String argument) {
        Optional<String> current = shell.session().context().cluster();
        if (argument.isEmpty()) {
            list(shell, current);
            return;
        }
        Optional<String> wanted = switch (argument) {
            case BACK -> before;
            case NONE -> Optional.empty();
            default -> Optional.of(Clusters.find(shell, argument));
        };
        wanted.ifPresentOrElse(shell.session()::use, shell.session()::leave);
        if (!wanted.equals(current)) {
            before = current;
        }
        shell.note(wanted.map("cluster "::concat).orElse("no cluster"));
    }

    private static void list(Shell shell, Optional<String> current) {
        List<ClusterSummary> clusters = shell.ehpc().clusters();
        if (clusters.isEmpty()) {
            shell.note("no clusters in " + shell.region().orElse("this region"));
            return;
        }
        List<List<Object>> rows = clusters.stream()
                .map(one -> List.<Object>of(
                        current.filter(one.id()::equals).isPresent() ? "*" : "", one.id(), one.name(), one.status()))
                .toList();
        shell.console().print(Table.of(List.of("", "Cluster", "Name", "Status"), rows));
    }

    Suggestions complete(Shell shell, String argument) {
        var wanted = new KnownNames.Wanted(KnownNames.Kind.CLUSTER, Optional.empty());
        return new Suggestions(
                0,
                Stream.concat(
                                shell.known(wanted).stream()
                                        .map(name -> new Suggestion(name.text(), name.description(), true)),
                                Stream.of(
                                        new Suggestion(BACK, "the previous cluster", true),
                                        new Suggestion(NONE, "no cluster", true)))
                        .toList());
    }
}
