package ehpc.local.internal.lifecycle;

import ehpc.local.internal.exec.Exit;
import ehpc.local.internal.exec.Machine;
import ehpc.local.internal.exec.NodeMachines;
import ehpc.local.internal.exec.RequestedCommand;
import ehpc.local.internal.exec.ShellText;
import ehpc.local.internal.lifecycle.PostScriptSource.Unreadable;
import ehpc.local.internal.world.PostScript;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Runs post scripts on nodes, as root in {@code /root}. The output is in {@code post-scripts.log}, beside the node's directories, where
 * commands do not see it. Thread-safe.
 */
final class PostScriptRunner implements AutoCloseable {

    /** The maximum time of one script, and of each part of its copying. */
    static final Duration LONGEST = Duration.ofMinutes(30);

    /** In base64 a part is an argument of a process, which may have 128 KiB. */
    private static final int PART = 45_000;

    private static final int NODES_AT_ONCE = 16;
    private static final String HOME = "/root";

    private final NodeMachines machines;
    private final PostScriptSource source = new PostScriptSource();
    private final ExecutorService threads = Executors.newFixedThreadPool(NODES_AT_ONCE, PostScriptRunner::daemon);

    PostScriptRunner(NodeMachines machines) {
        this.machines = machines;
    }

    /** Runs scripts in order until one fails; hands over the error, if any, in another thread. */
    void run(Machine machine, List<PostScript> scripts, Consumer<Optional<String>> ended) {
        try {
            threads.execute(() -> ended.accept(run(machine, scripts)));
        } catch (RejectedExecutionException e) {
            // The service is closing: the next one finds the task as it is.
        }
    }

    private Optional<String> run(Machine machine, List<PostScript> scripts) {
        ScriptLog log = new ScriptLog(machines, machine.nodeId());
        for (int i = 0; i < scripts.size(); i++) {
            String name = "post script " + (i + 1) + " ("
                    + withoutSecrets(scripts.get(i).url()) + ")";
            try {
                run(machine, scripts.get(i), i + 1, name, log);
            } catch (Unreadable e) {
                return Optional.of(failed(machine, name, e.getMessage(), log));
            } catch (RuntimeException e) {
                return Optional.of(failed(machine, name, "failed in the local service: " + e, log));
            }
        }
        return Optional.empty();
    }

    private static String failed(Machine machine, String name, String problem, ScriptLog log) {
        log.add(name + " " + problem + "\n");
        return "node " + machine.hostName() + ": " + name + " " + problem;
    }

    private void run(Machine machine, PostScript script, int number, String name, ScriptLog log) throws Unreadable {
        String file = ".ehpc-post-script-" + number;
        String quoted = ShellText.quoted(file);
        if (script.url().startsWith("/")) {
            done(machine, "cp -- " + ShellText.quoted(script.url()) + " " + quoted);
        } else {
            done(machine, ": > " + quoted);
            copy(machine, source.read(script.url()), quoted);
        }
        log.add(name + "\n");
        Exit exit = command(
                machine,
                "chmod 700 " + quoted + " && ./" + file + ArgumentWords.quoted(script.args()) + "; code=$?; rm -f "
                        + quoted + "; exit $code");
        log.add(exit.output());
        if (exit.kind() != Exit.Kind.FINISHED || exit.code() != 0) {
            throw new Unreadable(problem(exit));
        }
    }

    private void copy(Machine machine, byte[] script, String file) throws Unreadable {
        for (int from = 0; from < script.length; from += PART) {
            byte[] part = Arrays.copyOfRange(script, from, Math.min(script.length, from + PART));
            String text = Base64.getEncoder().encodeToString(part);
            done(machine, "base64 -d >> " + file + " <<'END'\n" + text + "\nEND");
        }
    }

    /** Runs a command that must succeed. */
    private void done(Machine machine, String text) throws Unreadable {
        Exit exit = command(machine, text);
        if (exit.kind() != Exit.Kind.FINISHED || exit.code() != 0) {
            throw new Unreadable("could not be copied to the node: " + problem(exit));
        }
    }

    private Exit command(Machine machine, String text) throws Unreadable {
        try {
            RequestedCommand command = new RequestedCommand(text, HOME, LONGEST);
            return machines.start(machine, command).exit().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreadable("did not end before the local service");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String problem(Exit exit) {
        return switch (exit.kind()) {
            case FINISHED -> "ended with exit code " + exit.code() + ScriptLog.lastLine(exit.output());
            case TIMED_OUT -> "took longer than " + LONGEST.toMinutes() + " minutes";
            case NOT_STARTED -> "did not start" + ScriptLog.lastLine(exit.output());
            case KILLED -> "did not end before the local service";
        };
    }

    /** The query of a URL may be a signature, and what precedes its host a password. */
    private static String withoutSecrets(String url) {
        return url.split("\\?", 2)[0].replaceFirst("//[^/@]*@", "//");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ehpc-local-post-scripts");
        thread.setDaemon(true);
        return thread;
    }
}
