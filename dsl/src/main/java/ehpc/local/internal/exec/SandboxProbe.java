package ehpc.local.internal.exec;

import ehpc.local.internal.exec.HostProbe.Unavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** Runs a command that checks its own isolation. */
final class SandboxProbe {

    private static final Duration MOST = Duration.ofSeconds(30);

    private SandboxProbe() {}

    static void run(Sandbox sandbox, CommandLoop loop) throws Unavailable {
        String text = sandbox.plain() ? ShellScripts.PROBE_PLAIN : ShellScripts.PROBE;
        String expected = sandbox.plain() ? "plain" : "isolated";
        Exit exit =
                await(loop.submit(new Machine("probe", "ehpc-probe", ""), new RequestedCommand(text, "/root", MOST)));
        String said = new String(exit.output(), StandardCharsets.UTF_8).strip();
        if (exit.kind() == Exit.Kind.TIMED_OUT) {
            throw new Unavailable("a command did not end within " + MOST.toSeconds() + " s");
        }
        if (exit.kind() != Exit.Kind.FINISHED || !said.equals(expected)) {
            throw new Unavailable(said.isEmpty() ? "exit code " + exit.code() : said);
        }
    }

    private static Exit await(Execution execution) throws Unavailable {
        try {
            return execution.exit().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted during the check");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
