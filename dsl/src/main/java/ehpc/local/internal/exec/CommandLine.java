package ehpc.local.internal.exec;

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
                PrintfText.of(directory),
                PrintfText.of(text),
                limited ? "" + MOST_PROCESSES : "-");
    }
}
