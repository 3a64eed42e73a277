package ehpc.repl

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger

/** A real terminal with a program in it: keys go in, its screen can be read. */
final class Tmux implements Closeable {

    private static final AtomicInteger NUMBER = new AtomicInteger()
    private static final int SECONDS = 40

    private final List<String> tmux
    private final Path directory
    private final Map<String, String> env

    /**
     * Runs a line of shell in a terminal of 100 columns and 30 lines; at its end the screen shows its exit code.
     *
     * @param directory the directory of the terminal's socket
     */
    Tmux(Path directory, Map<String, String> env, String line) {
        this.directory = Files.createDirectories(directory)
        this.env = [TERM: 'screen-256color'] + env + [TMUX_TMPDIR: directory.toString()]
        tmux = ['tmux', '-L', "s${NUMBER.incrementAndGet()}".toString(), '-f', '/dev/null']
        call('new-session', '-d', '-x', '100', '-y', '30', "export TERM=${this.env.TERM}; $line; echo \"ended with \$?\"; sleep 600")
    }

    static boolean isInstalled() {
        System.getenv('PATH').split(File.pathSeparator).any { Files.isExecutable(Path.of(it, 'tmux')) }
    }

    /** Types a text. */
    Tmux type(String text) {
        call('send-keys', '-l', text)
        this
    }

    /** Presses keys by their names, such as Enter, Tab, C-c. */
    Tmux press(String... keys) {
        call((['send-keys'] + keys.toList()) as String[])
        this
    }

    Tmux enter(String text) {
        type(text).press('Enter')
    }

    /** Pastes a text, like a terminal with bracketed paste. */
    Tmux paste(String text) {
        Path file = Files.writeString(directory.resolve('paste'), text)
        call('load-buffer', file.toString())
        call('paste-buffer', '-p')
        this
    }

    /** Pastes a text, like a terminal without bracketed paste. */
    Tmux pasteAsKeys(String text) {
        Path file = Files.writeString(directory.resolve('paste'), text)
        call('load-buffer', file.toString())
        call('paste-buffer')
        this
    }

    Tmux resize(int columns, int rows) {
        call('resize-window', '-x', columns.toString(), '-y', rows.toString())
        this
    }

    /** The lines of the screen, without trailing blanks. */
    List<String> getLines() {
        List<String> lines = call('capture-pane', '-p').readLines()*.replaceAll(/\s+$/, '')
        lines.take(lines.findLastIndexOf { it } + 1)
    }

    /** The lines of the screen, with those scrolled off its top. */
    List<String> getAllLines() {
        List<String> lines = call('capture-pane', '-p', '-S', '-').readLines()*.replaceAll(/\s+$/, '')
        lines.take(lines.findLastIndexOf { it } + 1)
    }

    /** Where the cursor is: its column and its line, from 0. */
    List<Integer> getCursor() {
        call('display-message', '-p', '#{cursor_x} #{cursor_y}').trim().split(' ')*.toInteger()
    }

    /** Waits until the cursor is there. */
    Tmux untilCursor(int column, int line) {
        until { cursor == [column, line] }
        this
    }

    /** The processes that run in the terminal. */
    List<ProcessHandle> getProcesses() {
        ProcessHandle.of(call('display-message', '-p', '#{pane_pid}').trim().toLong()).get().descendants().toList()
    }

    /** The screen with its colours as escape sequences. */
    String getColored() {
        call('capture-pane', '-p', '-e')
    }

    /** Copies further output to the terminal to a file. */
    Tmux record(Path file) {
        call('pipe-pane', '-o', "cat > '$file'".toString())
        this
    }

    /** Waits until the screen fulfils a condition, and returns its lines. */
    List<String> until(Closure<Boolean> wished) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS)
        List<String> seen = lines
        while (!seen || !wished(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the screen stayed\n${seen.join('\n')}" as Object)
            }
            Thread.sleep(50)
            seen = lines
        }
        seen
    }

    /** Waits until the last line of the screen is that. */
    List<String> untilLast(String line) {
        until { it && it.last() == line }
    }

    /** Waits until a line of the screen is that. */
    List<String> untilLine(String line) {
        until { line in it }
    }

    private String call(String... words) {
        Ended ended = Ended.of(Ended.start(tmux + words.toList(), env, directory))
        if (ended.code() != 0) {
            throw new AssertionError("tmux ${words.join(' ')}: ${ended.err()}" as Object)
        }
        ended.out()
    }

    @Override
    void close() {
        call('kill-server')
    }
}
