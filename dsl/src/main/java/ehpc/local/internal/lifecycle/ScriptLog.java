package ehpc.local.internal.lifecycle;

import ehpc.local.internal.exec.NodeMachines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The output of the post scripts of one node, in a file. */
final class ScriptLog {

    static final String NAME = "post-scripts.log";

    private static final int LONGEST_LINE = 200;

    private final NodeMachines machines;
    private final String nodeId;

    ScriptLog(NodeMachines machines, String nodeId) {
        this.machines = machines;
        this.nodeId = nodeId;
    }

    void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A node on which no command started has no directory, and no log. */
    void add(byte[] output) {
        machines.directory(nodeId).ifPresent(directory -> add(directory, output));
    }

    private static void add(Path directory, byte[] output) {
        try {
            Files.write(
                    directory.resolve(NAME),
                    output,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            System.getLogger("ehpc.local").log(System.Logger.Level.WARNING, "a log of post scripts was not written", e);
        }
    }

    /** Returns the last line of an output, for a sentence; empty if there is none. */
    static String lastLine(byte[] output) {
        String text = new String(output, StandardCharsets.UTF_8).strip();
        String line = text.substring(text.lastIndexOf('\n') + 1);
        String shown = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "..." : line;
        return shown.isEmpty() ? "" : ": " + shown;
    }
}
