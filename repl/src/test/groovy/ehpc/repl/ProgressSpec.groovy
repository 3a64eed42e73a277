package ehpc.repl

import ehpc.Change
import ehpc.RunListener
import ehpc.command.Command
import ehpc.repl.internal.terminal.Console
import ehpc.repl.internal.terminal.ProgressLine
import ehpc.repl.internal.terminal.ProgressText
import ehpc.repl.internal.terminal.Screen
import ehpc.repl.internal.terminal.Terminals
import java.time.Duration
import spock.lang.Specification

/** The progress line on a terminal. */
class ProgressSpec extends Specification {

    private static final String ERASE = '\r\u001B[K'

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream()
    private final Screen screen = new Screen(terminal)
    private long now = 1_000_000_000_000L

    def 'the line at #width columns'() {
        expect:
        new ProgressText('make -j8 all install', 202, 180, failed, running, Duration.ofSeconds(seconds)).line(width) == line

        where:
        width | failed | running | seconds || line
        80    | 2      | 20      | 42      || 'make -j8 all install  done 180/202, failed 2, running 20  0:42'
        80    | 0      | 22      | 0       || 'make -j8 all install  done 180/202, running 22  0:00'
        80    | 0      | 0       | 61      || 'make -j8 all install  done 180/202  1:01'
        80    | 0      | 0       | 3_599   || 'make -j8 all install  done 180/202  59:59'
        80    | 0      | 0       | 3_600   || 'make -j8 all install  done 180/202  1:00:00'
        80    | 0      | 0       | 360_061 || 'make -j8 all install  done 180/202  100:01:01'
        50    | 2      | 20      | 42      || 'make -j…  done 180/202, failed 2, running 20  0:42'
        49    | 2      | 20      | 42      || 'done 180/202, failed 2, running 20  0:42'
        20    | 2      | 20      | 42      || 'done 180/202, faile…'
    }

    def 'a command cannot reach the terminal through the line'() {
        expect:
        new ProgressText('a\u001B[2Jb', 1, 0, 0, 1, Duration.ZERO).line(80) == 'a\\u001b[2Jb  done 0/1, running 1  0:00'
    }

    def 'a line is drawn over the one before, and away before anything else is written'() {
        given:
        PrintStream other = new PrintStream(screen.guard(terminal), true, 'UTF-8')

        when:
        screen.draw('one')
        screen.draw('two')
        other.println('result')
        screen.draw('three')
        screen.erase()
        screen.erase()
        screen.end()
        screen.draw('four')

        then:
        shown() == "${ERASE}one${ERASE}two${ERASE}result\n${ERASE}three${ERASE}"
    }

    def 'nothing is drawn over a line that has not ended'() {
        given:
        PrintStream other = new PrintStream(screen.guard(terminal), true, 'UTF-8')

        when:
        other.print('half')
        screen.draw('one')
        other.println(' whole')
        screen.draw('two')

        then:
        shown() == "half whole\n${ERASE}two"
    }

    def 'a terminal that is gone is passed over'() {
        given:
        Screen gone = new Screen(new OutputStream() {
            @Override
            void write(int b) throws IOException {
                throw new IOException('gone')
            }
        })

        expect:
        gone.draw('one')
        gone.end()
    }

    def 'a run is shown from its first news to its end, not more often than ten times a second'() {
        given:
        ProgressLine line = line()
        RunListener.Run run = run('make', 4)

        when:
        line.with {
            began(run)
            progress(new RunListener.Progress(run, 4, 0, 0, 4))
            progress(new RunListener.Progress(run, 4, 1, 0, 3))
            pass(2)
            progress(new RunListener.Progress(run, 4, 2, 1, 2))
            ended(run)
        }

        then:
        shown() == "${ERASE}make  done 0/4, running 4  0:00${ERASE}make  done 2/4, failed 1, running 2  0:02$ERASE"
    }

    def 'runs at the same time are one line with sums, and the time of the first'() {
        given:
        ProgressLine line = line()
        List<RunListener.Run> runs = [run('make', 4), run('make', 6), run('test', 10)]

        when:
        line.began(runs[0])
        pass(5)
        line.began(runs[1])
        line.progress(new RunListener.Progress(runs[1], 6, 2, 1, 3))
        pass(1)
        line.began(runs[2])
        line.progress(new RunListener.Progress(runs[0], 4, 4, 0, 0))
        line.ended(runs[0])
        pass(1)
        line.progress(new RunListener.Progress(runs[1], 6, 6, 1, 0))
        line.ended(runs[1])
        line.ended(runs[2])

        then:
        shown() == "${ERASE}make  done 2/10, failed 1, running 3  0:05" +
                "${ERASE}2 commands  done 6/20, failed 1, running 3  0:06" +
                "${ERASE}2 commands  done 6/16, failed 1  0:02$ERASE"
    }

    def 'news of a run that has ended is not shown'() {
        given:
        ProgressLine line = line()
        RunListener.Run run = run('make', 4)

        when:
        line.with {
            began(run)
            ended(run)
            progress(new RunListener.Progress(run, 4, 4, 0, 0))
            close()
        }

        then:
        shown() == ''
    }

    def 'changes that are waited for are one line with the time of each, below no run'() {
        given:
        ProgressLine line = line()
        List<Change> changes = ['stopNodes', 'addNodes'].collect { change(it) }
        RunListener.Run run = run('make', 4)

        when:
        line.waiting(changes[0], 'step 1 of 2')
        pass(2)
        line.waiting(changes[1], 'step 1 of 3')
        pass(1)
        line.waiting(changes[0], 'step 2 of 2')
        line.began(run)
        line.waited(changes[0])
        line.ended(run)
        line.waiting(changes[1], 'step 2 of 3')
        line.waited(changes[1])

        then:
        shown() == "${ERASE}stopNodes: step 1 of 2, 0 s" +
                "${ERASE}stopNodes: step 1 of 2, 2 s; addNodes: step 1 of 3, 0 s" +
                "${ERASE}stopNodes: step 2 of 2, 3 s; addNodes: step 1 of 3, 1 s" +
                "${ERASE}addNodes: step 2 of 3, 1 s$ERASE"
    }

    def 'what the service says of a change cannot reach the terminal through the line, and is cut by columns after secrets are masked'() {
        given:
        ProgressLine line = ProgressLine.on(screen, { 40 }, { it.replace('password', '***') })

        when:
        line.waiting(change('jobs.wait'), state)

        then:
        shown() == "$ERASE$text"

        cleanup:
        line.close()

        where:
        state                                || text
        'a\u001B[2Jb'                        || 'jobs.wait: a\\u001b[2Jb, 0 s'
        '提' * 30                             || 'jobs.wait: ' + '提' * 13 + '…'
        'of a long name 0123456789 password' || 'jobs.wait: of a long name 0123456789 *…'
    }

    def 'progress is for a terminal at standard error, and for those who want it: #terminals #env'() {
        expect:
        Console console = new Console(InputStream.nullInputStream(), terminal, terminal, env, new Terminals(false, terminals))
        console.screen().present == shown
        console.beQuiet()
        console.screen().empty

        where:
        terminals | env             || shown
        '012'     | [TERM: 'xterm'] || true
        '2'       | [TERM: 'xterm'] || true
        '01'      | [TERM: 'xterm'] || false
        '012'     | [TERM: 'dumb']  || false
        '012'     | [:]             || false
    }

    private ProgressLine line() {
        ProgressLine.untimed(screen, { 80 }, { now })
    }

    private void pass(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos()
    }

    private static RunListener.Run run(String command, int nodes) {
        new RunListener.Run('ehpc-hz-1', Command.of(command), nodes)
    }

    private static Change change(String word) {
        new Change(null, 'ehpc-hz-1', word, [])
    }

    private String shown() {
        terminal.toString('UTF-8')
    }
}
