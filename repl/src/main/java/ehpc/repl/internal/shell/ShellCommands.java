package ehpc.repl.internal.shell;

import ehpc.api.Nearest;
import ehpc.repl.internal.failure.UsageException;
import java.util.List;
import java.util.Optional;

/**
 * The commands of a shell, by name.
 *
 * @param all the commands, in the order of {@code /help}
 */
public record ShellCommands(List<ShellCommand> all) {

    /** Copies the list. */
    public ShellCommands {
        all = List.copyOf(all);
    }

    /** Whether a line is meant for a command: it begins with {@code /name} or {@code :name}. */
    public static boolean isCommand(String line) {
        return line.matches("(?s)\\s*[/:][A-Za-z?].*") && !line.matches("(?s)\\s*//.*");
    }

    /** Whether a line that is being typed may become one for a command. */
    public static boolean isBegun(String line) {
        return isCommand(line) || line.matches("\\s*[/:]");
    }

    /** The name that a line begins with, without slash or colon. */
    public static String name(String line) {
        return line.strip().substring(1).split("\\s", 2)[0];
    }

    static String argument(String line) {
        String[] parts = line.strip().split("\\s+", 2);
        return parts.length == 2 ? parts[1].strip() : "";
    }

    /** The command of a name; a beginning that only one has will do. */
    public Optional<ShellCommand> find(String name) {
        List<ShellCommand> begin =
                all.stream().filter(c -> c.name().startsWith(name)).toList();
        return all.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .or(() -> begin.stream().filter(c -> begin.size() == 1).findFirst());
    }

    /** Carries out the command of a line. */
    void run(Shell shell, String line) throws Exception {
        String name = name(line);
        ShellCommand command = find(name).orElseThrow(() -> unknown(name));
        command.run(shell, argument(line));
    }

    private UsageException unknown(String name) {
        List<String> begin = all.stream()
                .map(ShellCommand::name)
                .filter(n -> n.startsWith(name))
                .map("/"::concat)
                .toList();
        if (begin.size() > 1) {
            return new UsageException(
                    "'/" + name + "' must be the beginning of one command, is that of " + String.join(", ", begin));
        }
        List<String> names = all.stream().map(c -> "/" + c.name()).toList();
        return new UsageException("'/" + name + "' must be a command of the shell, is none"
                + Nearest.hint("/" + name, names) + "; /help lists them");
    }
}
