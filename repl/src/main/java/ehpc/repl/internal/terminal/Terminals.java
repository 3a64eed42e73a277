package ehpc.repl.internal.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The terminals among the standard streams.
 *
 * @param own whether the streams belong to the process, not to a caller
 * @param fds the descriptors that are terminals: "012" for all
 */
public record Terminals(boolean own, String fds) {

    /** Streams of a caller, without a terminal. */
    public static final Terminals NONE = new Terminals(false, "");

    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    /** Returns those of the process. The launcher detects them, because {@code System.console()} differs between versions of Java. */
    public static Terminals ofProcess() {
        return new Terminals(true, System.getProperty("ehpc.terminals", ""));
    }

    public boolean input() {
        return fds.contains("0");
    }

    public boolean output() {
        return fds.contains("1");
    }

    public boolean error() {
        return fds.contains("2");
    }

    /** Returns whether standard output is known to be a pipe or a socket. */
    public boolean outputIsPipe() {
        if (!own) {
            return false;
        }
        try {
            String target = Files.readSymbolicLink(STANDARD_OUTPUT).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException e) {
            return false; // no /proc on this system
        }
    }

    /** Returns the columns of the terminal; empty if no stream is one, or its width is unknown. */
    public Optional<Integer> width() {
        return output() || error() ? askTerminal() : Optional.empty();
    }

    private static Optional<Integer> askTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            stty.waitFor(1, TimeUnit.SECONDS);
            String[] rowsAndColumns = size.trim().split(" ");
            return rowsAndColumns.length == 2 ? positive(rowsAndColumns[1]) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // no stty or no /dev/tty: the caller has a default
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Returns a positive number; empty if the text is none. */
    public static Optional<Integer> positive(String text) {
        return text != null && text.matches("[1-9][0-9]{0,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
