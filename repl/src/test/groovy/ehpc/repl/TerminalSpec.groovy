package ehpc.repl

import ehpc.repl.internal.render.PrettyJson
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** ehpc on a real pseudo-terminal, and on none. */
@Timeout(300)
class TerminalSpec extends Specification {

    private static final String ESCAPE = '\u001B'
    private static final String ERASE = "\r${ESCAPE}[K"

    @Shared
    @TempDir
    Path directory

    @Shared
    Installation installation

    def setupSpec() {
        installation = new Installation(directory.resolve('an installation'))
    }

    @Requires({ Files.exists(Path.of('/usr/bin/script')) })
    def 'a terminal shows the progress of a run, updated each second, and erases it at the end'() {
        given:
        Path go = directory.resolve('go')
        String script = "cluster('ehpc-hz-localdemo1') { run \"until [ -e \${args[0]} ]; do sleep 0.1; done; echo hi\" on nodes.compute }"
        Process process = onTerminal("ehpc --local --local-exec host -e \"\$SCRIPT\" $go", [SCRIPT: script])
        StringBuilder seen = new StringBuilder()

        when:
        readUntil(process, seen) { it.contains('0:02') }
        Files.createFile(go)
        readUntil(process, seen) { false }

        then:
        process.waitFor(20, TimeUnit.SECONDS)
        process.exitValue() == 0
        String shown = seen
        shown.contains("${ERASE}until [ -e '/")
        ['0:00', '0:01', '0:02'].every { shown.contains("  done 0/4, running 4  $it") }
        shown.endsWith("${ERASE}${ESCAPE}[32mcompute[000-003] (4)${ESCAPE}[0m\r\n  hi\r\n")

        cleanup:
        process.destroyForcibly()
    }

    @Requires({ Files.exists(Path.of('/usr/bin/script')) })
    def 'the output of a node cannot control a terminal: #how'() {
        given:
        String run = "run 'printf \"a\\\\033[2Jb\\\\rc\\\\bd\\\\033]0;x\\\\007e\\\\302\\\\233f\\\\342\\\\200\\\\256g\\\\tok\\\\n\"' on node('login0')"
        String script = "cluster('ehpc-hz-localdemo1') { ${how.replace('RUN', run)} }"

        when:
        Process process = onTerminal('ehpc --local --local-exec host --quiet --color never -e "$SCRIPT"', [SCRIPT: script])
        String shown = process.inputReader().text

        then:
        process.waitFor(20, TimeUnit.SECONDS)
        shown.contains('a\\u001b[2Jb\\u000dc\\u0008d\\u001b]0;x\\u0007e\\u009bf\\u202eg\tok\r\n'.replace('\\u000d', '\\r'))
        !shown.contains(ESCAPE)

        where:
        how << ['RUN', 'def r = RUN; println r', 'def r = RUN; print r.output']
    }

    def 'without a terminal, bytes are unchanged and no progress is shown'() {
        given:
        String run = "run 'printf \"a\\\\033[2Jb\\\\rc\\\\r\\\\nd\"; sleep 1' on node('login0')"

        expect:
        installation.call(env: [TERM: 'xterm'], '--local', '--local-exec', 'host', '-e', "cluster('ehpc-hz-localdemo1') { $run }") ==
                new Ended(0, "login0 (1)\n  a$ESCAPE[2Jb\rc\r\n  d\n", '')
    }

    def 'the line of a message is cut to the terminal, around its caret'() {
        when:
        String text = "def a = '${'節' * 60}'; rum 'x'; println '${'b' * 60}'"
        Ended ended = Cli.call(terminals: '12', env: [COLUMNS: '40', TERM: 'xterm'], 'check', '-e', text)

        then:
        ended.out().readLines()[1..2] == ["  …節節節節節節節'; rum 'x'; println '…", '                    ^']
    }

    def 'the array of json is complete when a signal ends ehpc'() {
        given:
        Path pipe = directory.resolve('begun')
        assert new ProcessBuilder('mkfifo', pipe.toString()).start().waitFor() == 0
        String script = "cluster('ehpc-hz-localdemo1') { run 'echo hi' on node('login0')\n" +
                "run \"echo >\${args[0]}; exec sleep 300\" on node('login0') }"
        Process process = installation.start([installation.launcher, '--local', '--local-exec', 'host', '--output', 'json', '-e', script,
            pipe.toString()])

        when:
        Files.readAllLines(pipe)
        new ProcessBuilder('kill', '-TERM', process.pid().toString()).start().waitFor()
        String text = process.inputReader().text

        then:
        process.waitFor(20, TimeUnit.SECONDS)
        process.exitValue() == 143
        PrettyJson.read(text)*.output == ['hi\n', '']
        PrettyJson.read(text)*.outcome == ['ok', 'unknown']
        text.endsWith('}\n]\n')

        cleanup:
        process.destroyForcibly()
    }

    private Process onTerminal(String line, Map<String, String> env) {
        installation.start(env: env + [TERM: 'xterm', COLUMNS: '120', SHELL: '/bin/sh'], ['script', '-qec', line, '/dev/null'])
    }

    /** Reads the output of a process until a condition is true, or the output ends. */
    private static void readUntil(Process process, StringBuilder seen, Closure<Boolean> enough) {
        InputStream from = process.inputStream
        byte[] piece = new byte[4096]
        while (!enough(seen.toString())) {
            int length = from.read(piece)
            if (length < 0) {
                return
            }
            seen.append(new String(piece, 0, length, 'UTF-8'))
        }
    }
}
