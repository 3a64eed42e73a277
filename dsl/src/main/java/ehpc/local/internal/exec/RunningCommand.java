package ehpc.local.internal.exec;

import ehpc.local.internal.exec.Exit.Kind;
import ehpc.local.internal.exec.HostProbe.NotHere;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The process of a command. Used by one thread. */
final class RunningCommand {

    /** Far more than any start takes; a machine that is slower than this does not work. */
    private static final Duration MOST_TO_START = Duration.ofSeconds(60);

    /** One kill is enough, unless it came when there was nothing to kill yet. */
    private static final Duration UNTIL_NEXT_KILL = Duration.ofMillis(50);

    /** What may still come after the end: what was left in the pipe, and no more. */
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
            throws IOException, NotHere {
        this.invocation = invocation;
        this.sandbox = sandbox;
        this.launch = sandbox.launch(node, invocation.hostName(), invocation.command());
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

    /** When {@link #enforce} has something to do next, on the clock of {@link System#nanoTime}. */
    long deadline() {
        return deadline;
    }

    /** Takes what the command has written since; whether that was anything. Never waits. */
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
            // The pipe is gone, and with it whatever was to come; the process's end tells the rest.
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

    /** As far ahead as the clock goes, where the timeout is longer than that. */
    private static long deadlineAfter(Duration timeout) {
        Duration most = Duration.ofDays(36500);
        return System.nanoTime() + (timeout.compareTo(most) > 0 ? most : timeout).toNanos();
    }

    /** Ends the command when its time is up, or tries again where its end was decided before. */
    void enforce(long now, byte[] chunk) {
        if (verdict == null && deadline - now <= 0) {
            end(started ? Kind.TIMED_OUT : Kind.NOT_STARTED, chunk);
        } else if (verdict != null && deadline - now <= 0) {
            kill();
        }
    }

    /** What a command writes counts up to here: what comes later may be a program of the sandbox that complains about its end. */
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

    /** Tells the end of a process that has ended, with nothing of it left. */
    void finish(byte[] chunk) {
        pumpRest(chunk);
        if (verdict == Kind.NOT_STARTED) {
            invocation.neverStarted("the command must start within " + MOST_TO_START.toSeconds() + " s, and did not");
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
            return "the working directory must be there on the node, and '"
                    + invocation.command().workingDirectory() + "' is not, or it cannot be entered";
        }
        String said = beforeStart.toString(StandardCharsets.UTF_8).strip();
        return "the command could not be started: "
                + (said.isEmpty()
                        ? "exit code " + process.exitValue()
                        : said.lines().findFirst().orElseThrow());
    }
}
