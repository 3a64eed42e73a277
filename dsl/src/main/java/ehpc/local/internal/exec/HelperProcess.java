package ehpc.local.internal.exec;

import ehpc.local.internal.exec.HostProbe.NotHere;
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

    /** Starts one and waits until it says that it is ready; if it never does, what it said first is the reason. */
    static HelperProcess start(List<String> argv, String ready) throws IOException, NotHere {
        var builder = new ProcessBuilder(argv).redirectErrorStream(true).directory(new File("/"));
        builder.environment().clear();
        builder.environment().put("PATH", NodeEnvironment.PATH);
        Process process = builder.start();
        var limit = CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS);
        var timer = CompletableFuture.runAsync(process::destroyForcibly, limit);
        try {
            String complaint = null;
            BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals(ready)) {
                    return new HelperProcess(process);
                }
                complaint = complaint == null ? line : complaint;
            }
            throw new NotHere(
                    complaint == null ? "it ended, or was not ready within " + MOST_SECONDS + " s" : complaint);
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
