package ehpc.local.internal.exec;

import ehpc.local.internal.exec.Surroundings.NotHere;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that lives as long as it can read: it ends with this process, however that ends. */
final class HelperProcess implements AutoCloseable {

    private static final int MOST_SECONDS = 20;

    private final Process process;

    private HelperProcess(Process process) {
        this.process = process;
    }

    /** Starts one and waits until it says that it is ready; whatever else it says first is the reason why it is not. */
    static HelperProcess start(List<String> argv, String ready) throws IOException, NotHere {
        var builder = new ProcessBuilder(argv).redirectErrorStream(true).directory(new File("/"));
        builder.environment().clear();
        builder.environment().put("PATH", NodeEnvironment.PATH);
        Process process = builder.start();
        var limit = CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS);
        var timer = CompletableFuture.runAsync(process::destroyForcibly, limit);
        try {
            BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
            String answer = answers.readLine();
            if (!ready.equals(answer)) {
                process.destroyForcibly();
                throw new NotHere(answer == null ? "no answer within " + MOST_SECONDS + " s" : answer);
            }
            return new HelperProcess(process);
        } finally {
            timer.cancel(false);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
