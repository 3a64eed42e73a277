package ehpc.local.internal.exec;

import ehpc.local.internal.exec.HostProbe.Unavailable;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that ends with this one: it reads from a pipe until the pipe is closed. */
final class HelperProcess implements AutoCloseable {

    private static final int MOST_SECONDS = 20;

    private final Process process;

    private HelperProcess(Process process) {
        this.process = process;
    }

    /** Starts a process and waits until it is ready; if it is not, its first line of output is the reason. */
    static HelperProcess start(List<String> argv, String ready) throws IOException, Unavailable {
        var builder = new ProcessBuilder(argv).redirectErrorStream(true).directory(new File("/"));
        builder.environment().clear();
        builder.environment().put("PATH", NodeEnvironment.PATH);
        Process process = builder.start();
        var limit = CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS);
        var timer = CompletableFuture.runAsync(process::destroyForcibly, limit);
        try {
            String reason = null;
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(ready)) {
                    return new HelperProcess(process);
                }
                reason = reason == null ? line : reason;
            }
            throw new Unavailable(reason == null ? "it ended, or was not ready within " + MOST_SECONDS + " s" : reason);
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
