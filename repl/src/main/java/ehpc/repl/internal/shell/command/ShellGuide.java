package ehpc.repl.internal.shell.command;

import ehpc.api.help.OperationHelp.Section;
import ehpc.repl.internal.help.Pages;
import ehpc.repl.internal.shell.ShellCommand;
import java.util.List;

/** A summary of the shell on one page. */
public final class ShellGuide {

    private static final List<List<String>> LANGUAGE = List.of(
            List.of("run 'echo hi' on nodes", "in a cluster: /use lists the clusters and selects one"),
            List.of("clusters", "prints its value; _ is the last value, error the last failure"),
            List.of("api.listQueues()", "any operation of the service; /help operations lists them"),
            List.of("/help run", "any word, with an example; /help words lists them"));

    private static final List<List<String>> KEYS = List.of(
            List.of("Tab", "completes the input; again, steps through the candidates"),
            List.of("Enter", "runs a complete entry, otherwise begins a continuation line"),
            List.of("Up, Down", "step through the history; Ctrl-R searches it"),
            List.of("Right, End", "accept the suggestion shown in grey"),
            List.of("Ctrl-C", "drops the line; during a run, stops waiting, and sent commands continue"),
            List.of("Ctrl-D", "ends the shell, on an empty line"),
            List.of("Ctrl-L", "clears the screen"));

    private ShellGuide() {}

    /** Returns the page of a shell with these commands. */
    public static List<Section> of(List<ShellCommand> commands, Pages pages) {
        List<List<String>> forms = commands.stream()
                .map(command -> List.of(command.form(), command.help()))
                .toList();
        return List.of(
                new Section("Input", pages.columns(LANGUAGE)),
                new Section("Commands; an unambiguous beginning of a name is enough", pages.columns(forms)),
                new Section("Keys", pages.columns(KEYS)));
    }
}
