package ehpc.local.internal.exec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The constant shell scripts of this package. Values are arguments, never part of a script. */
final class ShellScripts {

    static final String COMMAND = text("command.sh");
    static final String BASE_VIEW = text("base-view.sh");
    static final String ENTER_VIEW = text("enter-view.sh");
    static final String PROBE = text("probe.sh");
    static final String PROBE_PLAIN = text("probe-plain.sh");
    static final String WARDEN = text("warden.sh");

    /** The exit code of {@link #COMMAND} if the working directory is not accessible. */
    static final int NO_DIRECTORY = 97;

    /** The byte that {@link #COMMAND} prints before the command starts. */
    static final byte STARTED = 6;

    private ShellScripts() {}

    /** Without comments, because the text is part of a command line, which ps shows. */
    private static String text(String name) {
        try (var in = ShellScripts.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.strip().startsWith("#"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
