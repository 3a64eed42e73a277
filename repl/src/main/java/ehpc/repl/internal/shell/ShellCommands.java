package ehpc.repl.internal.shell;

import ehpc.repl.internal.failure.UsageException;
import ehpc.syntax.Completeness;
import ehpc.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** Names of commands in other shells. */
    private static final Map<String, String> ALIASES = Map.of("quit", "exit", "q", "exit");

    private static final Pattern BARE = Pattern.compile("(exit|quit|help)(?:\\(\\))?|(help) ([/:]?[\\w.]+(?: \\w+)*)");

    /**
     * Returns the command for an input that other shells accept without a slash, such as {@code exit}.
     *
     * @param names the names declared by entries, which take precedence
     */
    static Optional<String> bare(String text, Collection<String> names) {
        Matcher bare = BARE.matcher(text.strip());
        return Optional.of(bare)
                .filter(Matcher::matches)
                .map(found ->
                        found.group(1) == null ? List.of(found.group(2), found.group(3)) : List.of(found.group(1)))
                .filter(words -> !names.contains(words.get(0)))
                .map(words -> "/" + String.join(" ", words));
    }

    /** Returns whether a line is a command: it begins with {@code /name} or {@code :name}. */
    public static boolean isCommand(String line) {
        return line.matches("(?s)\\s*[/:][A-Za-z?].*") && !line.matches("(?s)\\s*//.*");
    }

    /** Returns whether the last line of a text is a command after complete entries, as in a paste. */
    public static boolean endsInCommand(String text) {
        int end = text.stripTrailing().lastIndexOf('\n');
        return end >= 0
                && isCommand(text.substring(end + 1))
                && !Completeness.of(text.substring(0, end)).wantsLine();
    }

    /**
     * Returns the entries and commands of a pasted text in their order. A command has one line, and further ones if it opens a bracket; the
     * text between two commands is one entry.
     */
    List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (begins(line, part.toString())) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(part.isEmpty() ? "" : "\n").append(line);
        }
        parts.add(part.toString());
        parts.removeIf(String::isBlank);
        return parts.size() == 1 ? List.of(text) : parts;
    }

    private boolean begins(String line, String before) {
        if (isCommand(before)) {
            return Completeness.of(argument(before)).missing() != Completeness.Missing.BRACKET;
        }
        return isCommand(line)
                && find(name(line)).isPresent()
                && !Completeness.of(before).wantsLine();
    }

    /** Returns whether an unfinished line may become a command. */
    public static boolean isBegun(String line) {
        return isCommand(line) || line.matches("\\s*[/:]");
    }

    /** Returns the name at the beginning of a line, without slash or colon. */
    public static String name(String line) {
        return line.strip().substring(1).split("\\s", 2)[0];
    }

    static String argument(String line) {
        String[] parts = line.strip().split("\\s+", 2);
        return parts.length == 2 ? parts[1].strip() : "";
    }

    /** Returns the command with a name, or with an unambiguous beginning of a name. */
    public Optional<ShellCommand> find(String typed) {
        String name = ALIASES.getOrDefault(typed, typed);
        List<ShellCommand> begin =
                all.stream().filter(c -> c.name().startsWith(name)).toList();
        return all.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .or(() -> begin.stream().filter(c -> begin.size() == 1).findFirst());
    }

    /** Runs the command of a line. */
    void run(Shell shell, String line) throws Exception {
        String name = name(line);
        ShellCommand command =
                find(name).orElseThrow(() -> unknown(name, line.strip().substring(0, 1)));
        command.action().run(shell, argument(line));
    }

    private UsageException unknown(String name, String sign) {
        List<String> begin = all.stream()
                .map(ShellCommand::name)
                .filter(n -> n.startsWith(name))
                .map(sign::concat)
                .toList();
        if (begin.size() > 1) {
            return new UsageException("'" + sign + name + "' is ambiguous: " + String.join(", ", begin));
        }
        List<String> names = all.stream().map(c -> sign + c.name()).toList();
        String hint = Nearest.hint(sign + name, names);
        return new UsageException(
                "unknown command '" + sign + name + "'" + (hint.isEmpty() ? "; /help lists the commands" : hint));
    }
}
