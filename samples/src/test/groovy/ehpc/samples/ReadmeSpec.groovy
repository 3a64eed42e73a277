package ehpc.samples

import ehpc.connect.Connection
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import ehpc.script.ScriptException
import ehpc.script.Scripts
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification

/**
 * The scripts in the README and on the pages of the manual run and print what the page says. A block {@code groovy} is run, and the
 * block {@code text} that follows it at once is its output; a block {@code groovy refused} is not run, its text is the message of
 * {@code check}.
 */
class ReadmeSpec extends Specification {

    private static final String LANGUAGE = 'dsl/docs/language.md'

    @AutoCleanup
    Connection connection = Connection.local()

    def 'a script of #page prints what the page says'() {
        given:
        StringBuilder out = new StringBuilder()

        when:
        Scripts.compile(page, script).over(connection.ehpc()).output(out)
                .environment(System.getenv() + [DAVE: 'Change-Me-1']).run()

        then:
        expected == null || out.toString() == expected

        where:
        [page, script, expected] << Pages.blocks('groovy')
    }

    def 'a script that #page calls refused is refused with the message of the page'() {
        when:
        Scripts.compile(page, script)

        then:
        ScriptException e = thrown()
        e.problems*.toString().collect { it.readLines()[0] } == expected.readLines()

        where:
        [page, script, expected] << Pages.blocks('groovy refused') +
                [['an example', 'nodez', "an example:1:1: unknown word 'nodez'; did you mean 'nodes'?"]]
    }

    def 'the page of the language has scripts with and without their output'() {
        given:
        List<List<String>> scripts = Pages.blocks(LANGUAGE, 'groovy')

        expect:
        scripts.size() >= 6
        scripts.count { it[2] != null } >= 5
    }

    def 'the first script is the sample that the first command runs'() {
        expect:
        Files.readString(Path.of('hello.ehpc')).endsWith(Pages.blocks('groovy')[0][1])
        Pages.text('README.md').contains('repl/bin/ehpc --local run samples/hello.ehpc')
    }

    def 'the README lists each sample once'() {
        expect:
        Pages.text('README.md').findAll(/(?m)(?<=\]\(samples\/)\w+\.ehpc(?=\))/).sort() ==
                Path.of('.').toFile().list().findAll { it.endsWith('.ehpc') }.sort()
    }

    def 'the first Java on the page about embedding stands in the embedding programs'() {
        given:
        List<String> samples = ['Hello',
                'Planned'].collectMany { Files.readString(Path.of("src/main/java/ehpc/samples/${it}.java")).readLines()*.strip() }
        List<String> java = Pages.blocks('dsl/docs/embedding.md', 'java').take(2)*.get(1)

        expect:
        java.size() == 2
        java.collectMany { it.readLines()*.strip().findAll { line -> line.length() > 1 } } - samples == []
    }

    def 'the page about the local service lists the emulated operations'() {
        given:
        LocalService service = LocalService.start(LocalOptions.defaults())

        expect:
        (Pages.text('dsl/docs/local-service.md') =~ /(?m)^- `(\w+)`$/).collect { it[1] } == service.operations().toList()

        cleanup:
        service.close()
    }
}
