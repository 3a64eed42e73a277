package ehpc.repl.internal.shell.line;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Runs programs on the terminal. */
final class Programs {

    private Programs() {}

    /**
     * Runs a program to its end and returns its exit code.
     *
     * @param input its standard input; empty for the terminal
     */
    static int run(List<String> program, Optional<String> input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program).inheritIO();
        input.ifPresent(text -> builder.redirectInput(Redirect.PIPE));
        Process process = builder.start();
        if (input.isPresent()) {
            feed(process, input.get());
        }
        return await(process);
    }

    private static void feed(Process process, String text) {
        try (OutputStream to = process.getOutputStream()) {
            to.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // the program has closed its input
        }
    }

    private static int await(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                // Ctrl-C is for the program
            }
        }
    }
}
