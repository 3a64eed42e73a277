package ehpc.repl.internal.shell;

import ehpc.journal.JournalException;
import ehpc.repl.internal.files.Directories;
import ehpc.repl.internal.files.ScriptSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Loads the language and runs the start-up file in the background, while the user reads the prompt. */
final class Startup {

    private final DefaultShell shell;
    private final boolean file;
    private final Thread thread = new Thread(this::run, "ehpc-startup");
    private final CountDownLatch done = new CountDownLatch(1);

    Startup(DefaultShell shell, boolean file) {
        this.shell = shell;
        this.file = file;
    }

    /** Starts in the background. */
    void begin() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            shell.engine().load();
            file().ifPresent(path -> shell.begin(ScriptSource.file(path.toString())));
        } catch (RuntimeException | Error e) {
            shell.errors().report(e);
        } finally {
            done.countDown();
            shell.input().prompt(shell.prompt());
            offer();
        }
    }

    /** Names runs whose results nobody collects; no entry waits for that, because it reads all journals. */
    private void offer() {
        try {
            shell.runs().offer().ifPresent(shell::note);
        } catch (JournalException e) {
            shell.note(e.getMessage());
        }
    }

    private Optional<Path> file() {
        return Directories.config(shell.console().env())
                .map(config -> config.resolve("init.ehpc"))
                .filter(path -> file && Files.exists(path));
    }

    /** Waits for the end of the start-up file; returns false if Ctrl-C interrupted it. */
    boolean await() {
        try {
            done.await();
            return true;
        } catch (InterruptedException e) {
            thread.interrupt();
            return false;
        }
    }
}
