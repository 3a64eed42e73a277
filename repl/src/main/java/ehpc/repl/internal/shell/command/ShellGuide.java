package ehpc.repl.internal.shell.command;

import ehpc.api.help.OperationHelp.Section;
import ehpc.repl.internal.help.Pages;
import ehpc.repl.internal.shell.ShellCommand;
import java.util.List;

/** What can be done in a shell, on a page. */
public final class ShellGuide {

    private static final List<List<String>> LANGUAGE = List.of(
            List.of("run 'echo hi' on nodes", "in a cluster: /use lists the clusters and chooses one"),
            List.of("clusters", "what has a value shows it; _ is the last one, error the last failure"),
            List.of("api.listQueues()", "any operation of the service; /help operations lists them"),
            List.of("/help run", "any word, with an example; /help words lists them"));

    private static final List<List<String>> KEYS = List.of(
            List.of("Tab", "completes what is typed; again, walks through what fits"),
            List.of("Enter", "runs the entry, or goes on in the next line while it is not whole"),
            List.of("Up, Down", "walk through what was typed before; Ctrl-R searches it"),
            List.of("Right, End", "take over the suggestion that is shown in grey"),
            List.of("Ctrl-C", "drops the line; during a run, stops waiting, and what was sent goes on"),
            List.of("Ctrl-D", "ends the shell, on an empty line"),
            List.of("Ctrl-L", "clears the screen"));

    private ShellGuide() {}

    /** Returns the page of a shell that has these commands. */
    public static List<Section> of(List<ShellCommand> commands, Pages pages) {
        List<List<String>> forms = commands.stream()
                .map(command -> List.of(command.form(), command.help()))
                .toList();
        return List.of(
                new Section("What can be typed", pages.columns(LANGUAGE)),
                new Section("Commands; a beginning of a name that is clear will do", pages.columns(forms)),
                new Section("Keys", pages.columns(KEYS)));
    }
}
