package ehpc.repl.internal.shell.command;

import ehpc.api.help.OperationHelp.Section;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.help.Pages;
import ehpc.repl.internal.help.Topics;
import ehpc.repl.internal.shell.Shell;
import ehpc.repl.internal.shell.ShellCommand;
import ehpc.repl.internal.shell.Suggestions;
import ehpc.repl.internal.shell.Suggestions.Suggestion;
import ehpc.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /help}. */
final class HelpCommand {

    private static final List<String> LISTS = List.of("shell", "words", "operations");

    static void run(Shell shell, String argument) {
        Pages pages = new Pages(shell.console(), shell.settings().color());
        Optional<ShellCommand> command = command(shell, argument);
        if (argument.isEmpty() || argument.equals("shell")) {
            pages.print(ShellGuide.of(shell.commands().all(), pages));
        } else if (argument.equals("words")) {
            pages.words();
        } else if (argument.equals("operations")) {
            pages.operations();
        } else {
            List<Section> page = new ArrayList<>(command.map(HelpCommand::page).orElse(List.of()));
            if (!argument.startsWith("/")) {
                Topics.page(argument, pages.width()).ifPresent(page::addAll);
            }
            if (!page.isEmpty()) {
                pages.print(page);
            } else if (isSlip(shell, argument) || !pages.about(argument)) {
                throw unknown(shell, argument);
            }
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

    /** Returns whether the argument differs from the name of a page by one letter. */
    private static boolean isSlip(Shell shell, String argument) {
        return !argument.contains(" ") && Nearest.to(argument, names(shell), 1).isPresent();
    }

    private static UsageException unknown(Shell shell, String argument) {
        String hint = Nearest.hint(argument, names(shell));
        return new UsageException("no help for '" + argument + "'"
                + (hint.isEmpty() ? "; /help words and /help operations list the topics" : hint));
    }

    private static List<String> names(Shell shell) {
        List<String> names = new ArrayList<>(topics(shell));
        shell.commands().all().forEach(command -> names.add("/" + command.name()));
        return names;
    }

    private static List<String> topics(Shell shell) {
        List<String> topics = new ArrayList<>(LISTS);
        shell.commands().all().forEach(command -> topics.add(command.name()));
        topics.addAll(Topics.names());
        return topics.stream().distinct().toList();
    }

    static Suggestions complete(Shell shell, String argument) {
        List<Suggestion> topics = topics(shell).stream()
                .filter(topic -> Character.isLetter(topic.charAt(0)))
                .map(topic -> new Suggestion(topic, "", true))
                .toList();
        return argument.contains(" ") ? Suggestions.NONE : new Suggestions(0, topics);
    }
}
