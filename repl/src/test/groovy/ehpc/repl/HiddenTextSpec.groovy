package ehpc.repl

import ehpc.local.ExecutionMode
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Characters that reverse, hide or break text are escaped on a terminal, regardless of their source. */
class HiddenTextSpec extends Specification {

    private static final String TURNED = '\u202E'
    private static final String RUN = "cluster('ehpc-hz-localdemo1') { run 'echo a${TURNED}b' on node('login0') }"

    @TempDir
    Path directory

    @AutoCleanup
    LocalService service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

    def 'on a terminal: #arguments'() {
        when:
        Ended ended = Remote.call(service, *arguments, terminals: '012', env: [TERM: 'xterm'])
        String all = ended.out() + ended.err()

        then:
        all.contains('a\\u202eb')
        all.codePoints().noneMatch { it == 0x202E }

        where:
        arguments << [
                ['plan', '-e', RUN],
                ['run', '-e', RUN],
                ['run', '--output', 'table', '-e', RUN],
                ['run', '--output', 'json', '-e', RUN],
                ['run', '--output', 'csv', '-e', RUN],
                ['run', '-e', "println 'a${TURNED}b'"],
                ['run', '-e', "throw new IllegalStateException('a${TURNED}b')"],
                ['run', '-e', "cluster('a${TURNED}b') { println nodes }"],
                ['check', '-e', "def x = 'a${TURNED}b'; rum 'make'"],
                ['run', "a${TURNED}b.ehpc"],
                ['call', 'ListQueues', '--ClusterId', "a${TURNED}b"]
        ]
    }

    def 'elsewhere they are written out in messages alone'() {
        given:
        Path file = directory.resolve('a.ehpc')
        Files.writeString(file, "println 'a${TURNED}b'\nthrow new IllegalStateException('a${TURNED}b')\n")

        when:
        Ended ended = Remote.call(service, 'run', file.toString())

        then:
        ended.out() == "a${TURNED}b\n"
        ended.err().startsWith("$file:2: ")
        ended.err().contains('a\\u202eb')
        !ended.err().contains(TURNED)
    }
}
