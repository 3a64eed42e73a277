package ehpc.samples

import ehpc.connect.Connection
import ehpc.script.Scripts
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Every sample runs on the local service and prints what lies in expected/. */
class SamplesSpec extends Specification {

    @AutoCleanup
    @Shared
    Connection connection = Connection.local()

    def 'a sample script prints what is expected'() {
        given:
        StringBuilder out = new StringBuilder()

        when:
        Scripts.compile(script).over(connection.ehpc()).output(out).environment([:]).run()

        then:
        out.toString() == Files.readString(expected(script))

        where:
        script << scripts()
    }

    def 'each expected output belongs to a sample'() {
        expect:
        list('expected', '.txt')*.fileName*.toString()*.replace('.txt', '') ==
                scripts()*.fileName*.toString()*.replace('.ehpc', '')
    }

    def 'the embedding program does the same work in both ways'() {
        given:
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()
        PrintStream out = new PrintStream(bytes, true, 'UTF-8')

        when:
        Hello.throughJava(connection, out)
        Hello.throughScript(connection, out)

        then:
        bytes.toString('UTF-8') == '''\
            compute000: hi
            compute001: hi
            compute002: hi
            compute003: hi
            login0: hi
            manager0: hi
            compute[000-003],login0,manager0 (6)
              hi
            6 of 6 nodes ok
            '''.stripIndent()
    }

    def 'the planning program shows a plan and does what it says'() {
        given:
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()

        when:
        Planned.through(connection, new PrintStream(bytes, true, 'UTF-8'))
        String out = bytes.toString('UTF-8')

        then:
        out.startsWith('plan of hello.ehpc in cn-hangzhou\n')
        out.endsWith('\ncompute[000-003],login0,manager0 (6)\n  hi\n')
    }

    private static List<Path> scripts() {
        list('.', '.ehpc')
    }

    private static Path expected(Path script) {
        Path.of('expected', script.fileName.toString().replace('.ehpc', '.txt'))
    }

    private static List<Path> list(String directory, String ending) {
        Files.list(Path.of(directory)).withCloseable { files -> files.filter { it.toString().endsWith(ending) }.toList().sort(false) }
    }
}
