package ehpc.repl.internal.shell.command;

import ehpc.api.Nearest;
import ehpc.api.OperationHelp.Section;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.help.Pages;
import ehpc.repl.internal.help.Topics;
import ehpc.repl.internal.shell.Shell;
import ehpc.repl.internal.shell.ShellCommand;
import ehpc.repl.internal.shell.Suggestions;
import ehpc.repl.internal.shell.Suggestions.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /help}. */
final class HelpCommand implements ShellCommand {

    private static final List<String> LISTS = List.of("words", "operations");

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

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String form() {
        return "/help [WORD | OPERATION | COMMAND]";
    }

    @Override
    public String help() {
        return "Shows the commands, or the page of a word, an operation or a command.";
    }

    @Override
    public void run(Shell shell, String argument) {
        Pages pages = new Pages(shell.console(), shell.settings().color());
        Optional<ShellCommand> command = command(shell, argument);
        if (argument.isEmpty()) {
            pages.print(overview(shell, pages));
        } else if (argument.equals("words")) {
            pages.words();
        } else if (argument.equals("operations")) {
            pages.operations();
        } else {
            List<Section> page = new ArrayList<>(command.map(HelpCommand::page).orElse(List.of()));
            if (!argument.startsWith("/")) {
                Topics.page(argument, pages.width()).ifPresent(page::addAll);
            }
            pages.print(known(page, shell, argument));
        }
    }

    private static Optional<ShellCommand> command(Shell shell, String argument) {
        String name = argument.startsWith("/") ? argument.substring(1) : argument;
        return shell.commands().all().stream()
                .filter(command -> command.name().equals(name))
                .findFirst();
    }

    private static List<Section> page(ShellCommand command) {
        return List.of(new Section("/" + command.name(), List.of("  " + command.form(), "", "  " + command.help())));
    }

    private static List<Section> known(List<Section> page, Shell shell, String argument) {
        if (page.isEmpty()) {
            List<String> names = new ArrayList<>(topics(shell));
            shell.commands().all().forEach(command -> names.add("/" + command.name()));
            String hint = Nearest.hint(argument, names);
            throw new UsageException("'" + argument + "' must be a word, an operation or a command"
                    + (hint.isEmpty() ? "; /help words and /help operations list them" : hint));
        }
        return page;
    }

    private static List<Section> overview(Shell shell, Pages pages) {
        List<List<String>> commands = shell.commands().all().stream()
                .map(command -> List.of(command.form(), command.help()))
                .toList();
        return List.of(
                new Section("What can be typed", pages.columns(LANGUAGE)),
                new Section("Commands; a beginning of a name that is clear will do", pages.columns(commands)),
                new Section("Keys", pages.columns(KEYS)));
    }

    private static List<String> topics(Shell shell) {
        List<String> topics = new ArrayList<>(LISTS);
        shell.commands().all().forEach(command -> topics.add(command.name()));
        topics.addAll(Topics.names());
        return topics.stream().distinct().toList();
    }

    @Override
    public Suggestions complete(Shell shell, String argument) {
        List<Suggestion> topics = topics(shell).stream()
                .filter(topic -> Character.isLetter(topic.charAt(0)))
                .map(topic -> new Suggestion(topic, "", true))
                .toList();
        return argument.contains(" ") ? Suggestions.NONE : new Suggestions(0, topics);
    }
}
