package ehpc.samples

import ehpc.connect.Connection
import ehpc.script.Scripts
import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Matcher
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What the README shows runs, and prints what it says. */
class ReadmeSpec extends Specification {

    private static final String README = Files.readString(Path.of('..', 'README.md'))

    @AutoCleanup
    @Shared
    Connection connection = Connection.local()

    def 'a script of the README prints what the README says'() {
        given:
        StringBuilder out = new StringBuilder()

        when:
        Scripts.compile('README.md', script).over(connection.ehpc()).output(out).run()

        then:
        expected == null || out.toString() == expected

        where:
        [script, expected] << scripts()
    }

    def 'the README has scripts with and without their output'() {
        expect:
        scripts().size() >= 6
        scripts().count { it[1] != null } >= 5
    }

    def 'the first script is the sample that the first command runs'() {
        expect:
        Files.readString(Path.of('hello.ehpc')).endsWith(scripts()[0][0])
        README.contains('repl/bin/ehpc --local run samples/hello.ehpc')
    }

    def 'the Java of the README stands in the embedding programs'() {
        given:
        List<String> samples = ['Hello',
                'Planned'].collectMany { Files.readString(Path.of("src/main/java/ehpc/samples/${it}.java")).readLines()*.strip() }
        List<String> java = (README =~ /(?s)```java\n(.*?)```/).collect { it[1] }

        expect:
        java.size() == 2
        java.collectMany { it.readLines()*.strip().findAll { line -> line.length() > 1 } } - samples == []
    }

    /** Each script with the output that follows it at once, or null. */
    private static List<List<String>> scripts() {
        Matcher blocks = README =~ /(?s)```groovy\n(.*?)```(?:\n\n```text\n(.*?)```)?/
        blocks.collect { [it[1], it[2]] }
    }
}
