package ehpc.script

import ehpc.connect.Connection
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/**
 * Scripts as people write them. Right ones are run against the local service, and print what stands beside them; of wrong ones all
 * that is said is compared, and of failing ones, too.
 */
@Timeout(300)
class CorpusSpec extends Specification {

    private static final Path ROOT = Path.of(CorpusSpec.getResource('/ehpc/script/right').toURI()).parent
    private static final List<String> ARGS = ['3', 'weekly', '--size=2', '--to=ops']
    private static final Map<String, String> ENVIRONMENT =
            [STAGE: 'test', DB_PASSWORD: 'hunter2', DATA: ROOT.resolve('data').toString()]

    /** What a person must never have to read. */
    private static final List<String> PLUMBING = [
        'doCall', '_closure', 'EhpcScript_', 'MissingMethodException', 'MissingPropertyException', 'java.lang', 'java.util', 'groovy',
        'ehpc.dsl', 'codehaus', '\tat ', 'runCommand', 'writeLine', 'onAndPrint', 'Static type checking', '@ line', 'class:'
    ]

    @AutoCleanup
    @Shared
    Connection connection = Connection.local()

    def 'right: #name'() {
        given:
        StringBuilder out = new StringBuilder()

        when:
        run(name + '.ehpc', Files.readString(ROOT.resolve("right/${name}.ehpc")), out)

        then:
        out.toString() == Files.readString(ROOT.resolve("right/${name}.txt"))

        where:
        name << rightOnes()
    }

    def 'wrong: #title'() {
        when:
        Scripts.compile('s.ehpc', script)

        then:
        ScriptException e = thrown()
        e.refused
        e.problems().collect { "${it.line()}:${it.column()} ${it.rule()}: ${it.message()}" as String } == expected
        plumbing(e, script) == []

        where:
        [title, script, expected] << cases('wrong')
    }

    def 'failing: #title'() {
        when:
        run('s.ehpc', script, new StringBuilder())

        then:
        ScriptException e = thrown()
        !e.refused
        e.problems().collectMany { told(it) } == expected
        plumbing(e, script) == []

        where:
        [title, script, expected] << cases('failing')
    }

    def 'there are enough of each, and none has the name of another'() {
        expect:
        rightOnes().size() >= 60
        cases('wrong').size() >= 120
        cases('failing').size() >= 25
        (cases('wrong') + cases('failing'))*.first().countBy { it }.findAll { it.value > 1 } == [:]
    }

    private void run(String file, String text, Appendable out) {
        Scripts.compile(file, text).over(connection.ehpc()).output(out).args(ARGS).environment(ENVIRONMENT).run()
    }

    private static List<String> rightOnes() {
        ROOT.resolve('right').toFile().list().findAll { it.endsWith('.ehpc') }.sort()*.minus('.ehpc')
    }

    /** Title, script, and the lines that are expected, of each case of a folder's files. */
    private static List<List<?>> cases(String folder) {
        ROOT.resolve(folder).toFile().listFiles().sort().collectMany { File file ->
            file.getText('UTF-8').split(/(?m)^=== /).findAll().collect { read(file.name - '.txt', it) }
        }
    }

    private static List<?> read(String topic, String text) {
        def (title, rest) = text.split('\n', 2)
        def (script, expected) = rest.split(/(?m)^---\n/, 2)
        ["$topic, $title" as String, script, expected.readLines()]
    }

    private static List<String> told(ScriptProblem problem) {
        List<String> more = problem.notes() + problem.remedies().collect { 'next: ' + it.text() }
        List<String> lines = ["${problem.line()}: ${problem.message()}" as String] + more.collect { '  ' + it }
        lines*.replaceAll(/[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}/, 'REQUEST-ID')
    }

    /** What of it is told, and the script did not say itself. */
    private static List<String> plumbing(ScriptException e, String script) {
        PLUMBING.findAll { word -> !script.contains(word) && e.problems().any { (it.message() + it.notes().join('\n')).contains(word) } }
    }
}
