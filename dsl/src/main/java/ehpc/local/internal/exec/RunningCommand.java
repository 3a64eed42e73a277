package ehpc.local.internal.exec;

import ehpc.local.internal.exec.Exit.Kind;
import ehpc.local.internal.exec.HostProbe.Unavailable;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The process of a command. Confined to one thread. */
final class RunningCommand {

    /** The limit for a start; a slower machine does not work. */
    private static final Duration MOST_TO_START = Duration.ofSeconds(60);

    /** The time until a kill is repeated: one is enough, unless it came before there was anything to kill. */
    private static final Duration UNTIL_NEXT_KILL = Duration.ofMillis(50);

    /** The maximum number of chunks read after the end, for the rest in the pipe. */
    private static final int MOST_CHUNKS_LEFT = 64;

    private final PendingCommand invocation;
    private final Sandbox sandbox;
    private final Sandbox.Launch launch;
    private final Process process;
    private final OutputBuffer output;
    private final ByteArrayOutputStream beforeStart = new ByteArrayOutputStream(0);
    private boolean started;
    private long deadline;
    private Kind verdict;

    RunningCommand(PendingCommand invocation, Sandbox sandbox, NodeDirectory node, int outputLimit)
            throws IOException, Unavailable {
        this.invocation = invocation;
        this.sandbox = sandbox;
        this.launch = sandbox.launch(node, invocation.machine().hostName(), invocation.command());
        this.output = new OutputBuffer(outputLimit);
        this.process = start(launch);
        this.deadline = System.nanoTime() + MOST_TO_START.toNanos();
    }

    private static Process start(Sandbox.Launch launch) throws IOException {
        var builder = new ProcessBuilder(launch.argv())
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        return builder.start();
    }

    PendingCommand invocation() {
        return invocation;
    }

    Sandbox.Launch launch() {
        return launch;
    }

    Process process() {
        return process;
    }

    /** Returns the time of the next action of {@link #enforce}, by {@link System#nanoTime}. */
    long deadline() {
        return deadline;
    }

    /** Reads new output without waiting; returns whether there was any. */
    boolean pump(byte[] chunk) {
        try {
            InputStream in = process.getInputStream();
            int count = Math.min(in.available(), chunk.length);
            int read = count > 0 ? in.read(chunk, 0, count) : 0;
            if (read > 0 && verdict == null) {
                take(chunk, read);
            }
            return read > 0;
        } catch (IOException e) {
            // The pipe is closed; the process has ended or will end.
            return false;
        }
    }

    private void take(byte[] chunk, int count) {
        int from = 0;
        while (!started && from < count) {
            started = chunk[from] == ShellScripts.STARTED;
            if (started) {
                deadline = deadlineAfter(invocation.command().timeout());
            } else {
                beforeStart.write(chunk[from]);
            }
            from++;
        }
        output.add(chunk, from, count - from);
    }

    /** The latest time of the clock if the timeout exceeds it. */
    private static long deadlineAfter(Duration timeout) {
        Duration most = Duration.ofDays(36500);
        return System.nanoTime() + (timeout.compareTo(most) > 0 ? most : timeout).toNanos();
    }

    /** Ends the command if its time is over, or repeats the kill of one that is being ended. */
    void enforce(long now, byte[] chunk) {
        if (verdict == null && deadline - now <= 0) {
            end(started ? Kind.TIMED_OUT : Kind.NOT_STARTED, chunk);
        } else if (verdict != null && deadline - now <= 0) {
            kill();
        }
    }

    /** Output counts only until here; later output may be a complaint of a program of the sandbox. */
    void end(Kind why, byte[] chunk) {
        if (verdict == null && process.isAlive()) {
            pumpRest(chunk);
            verdict = why;
            kill();
        }
    }

    private void kill() {
        deadline = System.nanoTime() + UNTIL_NEXT_KILL.toNanos();
        if (process.isAlive()) {
            sandbox.kill(process);
        }
    }

    /** Reports the end of a process when nothing of it is left. */
    void finish(byte[] chunk) {
        pumpRest(chunk);
        if (verdict == Kind.NOT_STARTED) {
            invocation.neverStarted("the command did not start within " + MOST_TO_START.toSeconds() + " s");
        } else if (verdict != null) {
            invocation.end(verdict, -1, output.bytes());
        } else if (started) {
            invocation.end(Kind.FINISHED, process.exitValue(), output.bytes());
        } else {
            invocation.neverStarted(reason());
        }
    }

    private void pumpRest(byte[] chunk) {
        int chunks = 0;
        while (chunks < MOST_CHUNKS_LEFT && pump(chunk)) {
            chunks++;
        }
    }

    private String reason() {
        if (process.exitValue() == ShellScripts.NO_DIRECTORY) {
            return "working directory '" + invocation.command().workingDirectory()
                    + "' not found on the node, or not accessible";
        }
        String said = beforeStart.toString(StandardCharsets.UTF_8).strip();
        return "the command could not be started: "
                + (said.isEmpty()
                        ? "exit code " + process.exitValue()
                        : said.lines().findFirst().orElseThrow());
    }
}
