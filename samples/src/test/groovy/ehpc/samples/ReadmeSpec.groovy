package ehpc.samples

import ehpc.connect.Connection
import ehpc.script.ScriptException
import ehpc.script.Scripts
import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Matcher
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/**
 * The scripts in the README and on the pages of the manual run and print what the page says. A block {@code groovy} is run, and the
 * block {@code text} that follows it at once is its output; a block {@code groovy refused} is not run, its text is the message of
 * {@code check}.
 */
class ReadmeSpec extends Specification {

    private static final String README = Files.readString(Path.of('..', 'README.md'))

    @AutoCleanup
    @Shared
    Connection connection = Connection.local()

    def 'a script of #page prints what the page says'() {
        given:
        StringBuilder out = new StringBuilder()

        when:
        Scripts.compile(page, script).over(connection.ehpc()).output(out).run()

        then:
        expected == null || out.toString() == expected

        where:
        [page, script, expected] << scripts('groovy')
    }

    def 'a script that #page calls refused is refused with the message of the page'() {
        when:
        Scripts.compile(page, script)

        then:
        ScriptException e = thrown()
        e.problems*.toString().collect { it.readLines()[0] } == expected.readLines()

        where:
        [page, script, expected] << scripts('groovy refused') +
                [['an example', 'nodez', "an example:1:1: unknown word 'nodez'; did you mean 'nodes'?"]]
    }

    def 'the README has scripts with and without their output'() {
        given:
        List<List<String>> scripts = scripts('groovy').findAll { it[0] == 'README.md' }

        expect:
        scripts.size() >= 6
        scripts.count { it[2] != null } >= 5
    }

    def 'the first script is the sample that the first command runs'() {
        expect:
        Files.readString(Path.of('hello.ehpc')).endsWith(scripts('groovy')[0][1])
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

    /** The README, then the pages below the docs folders, by their paths from the root of the repository. */
    private static Map<String, String> pages() {
        Map<String, String> pages = ['README.md': README]
        ['dsl/docs', 'repl/docs'].each { String folder ->
            Path.of('..', folder).toFile().listFiles().findAll { it.name.endsWith('.md') }.sort().each {
                pages["$folder/$it.name".toString()] = it.getText('UTF-8')
            }
        }
        pages
    }

    /** Each script in a block of that kind: its page, its text, and the output that follows it at once, or null. */
    private static List<List<String>> scripts(String kind) {
        pages().collectMany { String page, String text ->
            Matcher blocks = text =~ /(?s)```$kind\n(.*?)```(?:\n\n```text\n(.*?)```)?/
            blocks.collect { [page, it[1], it[2]] }
        }
    }
}
