package ehpc.local.internal.exec;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The innermost part of every command line: the script that starts a command, with its arguments. */
final class CommandLine {

    /** The maximum number of processes and threads of one command, against fork bombs. */
    static final int MOST_PROCESSES = 1024;

    private CommandLine() {}

    static List<String> of(String directory, String text, boolean limited) {
        return List.of(
                "/bin/sh",
                "-c",
                ShellScripts.COMMAND,
                "command",
                printf(directory),
                printf(text),
                limited ? "" + MOST_PROCESSES : "-");
    }

    /**
     * Returns a text in the form of {@code printf %b}, in printable ASCII: arguments of a process are encoded in this machine's locale,
     * which may lack some characters, but not ASCII.
     */
    static String printf(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            int value = Byte.toUnsignedInt(unit);
            if (value < ' ' || value > '~' || value == '\\') {
                out.append("\\0").append(value >> 6).append(value >> 3 & 7).append(value & 7);
            } else {
                out.append((char) value);
            }
        }
        return out.toString();
    }
}
