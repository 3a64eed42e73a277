package ehpc.script

import ehpc.connect.Connection
import java.nio.file.Files
import java.nio.file.Path
import org.codehaus.groovy.ast.ModuleNode
import org.codehaus.groovy.control.CompilationUnit
import org.codehaus.groovy.control.Phases
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** The scripts of the corpus, said to a shell: whole as one entry, and a statement at a time. */
@Timeout(300)
class SessionCorpusSpec extends Specification {

    private static final Path ROOT = Path.of(SessionCorpusSpec.getResource('/ehpc/script/right').toURI()).parent
    private static final Map<String, String> ENVIRONMENT =
            [STAGE: 'test', DB_PASSWORD: 'hunter2', DATA: ROOT.resolve('data').toString()]

    private static final List<String> ARGS = ['3', 'weekly', '--size=2', '--to=ops']

    /** A word that a file needs a block for needs only a current cluster in a shell. */
    private static final Map<String, String> DIFFERENT = [
        "is only allowed inside a cluster('...') { } block":
                "needs a cluster; select one: cluster('ehpc-hz-...'), clusters lists them"
    ]

    /** An entry that is right: it chooses the cluster. */
    private static final List<String> RIGHT = ['literals, a cluster without its block']

    @AutoCleanup
    @Shared
    Connection connection = Connection.local()

    InteractiveSession session = new InteractiveSession()
    StringBuilder out = new StringBuilder()

    def 'as one entry: #name'() {
        when:
        say(text(name))

        then:
        out.toString() == expected(name)

        where:
        name << rightOnes()
    }

    def 'a statement at a time: #name'() {
        when:
        statements(text(name)).each { say(it) }

        then:
        out.toString() == expected(name)

        where:
        name << rightOnes()
    }

    def 'wrong: #title'() {
        when:
        session.compile(script)

        then:
        ScriptException e = thrown()
        e.refused
        e.problems().collect { "${it.line()}:${it.column()} ${it.rule()}: ${it.message()}" as String } == expected

        where:
        [title, script, expected] << cases('wrong').findAll { !(it.first() in RIGHT) }
    }

    def 'failing: #title'() {
        when:
        say(script)

        then:
        ScriptException e = thrown()
        !e.refused
        e.problems().collectMany { told(it) } == expected

        where:
        [title, script, expected] << cases('failing')
    }

    private void say(String text) {
        session.compile(text).over(connection.ehpc()).output(out).args(ARGS).environment(ENVIRONMENT).run()
    }

    private static String text(String name) {
        Files.readString(ROOT.resolve("right/${name}.ehpc"))
    }

    private static String expected(String name) {
        Files.readString(ROOT.resolve("right/${name}.txt"))
    }

    private static List<String> rightOnes() {
        ROOT.resolve('right').toFile().list().findAll { it.endsWith('.ehpc') }.sort()*.minus('.ehpc')
    }

    /** The parts of a script that stand at its top; statements come last, as those of a file may use what is defined behind them. */
    private static List<String> statements(String text) {
        CompilationUnit unit = new CompilationUnit()
        unit.addSource('s.groovy', text)
        unit.compile(Phases.CONVERSION)
        ModuleNode module = unit.AST.modules[0]
        List<?> imports = module.imports + module.starImports + module.staticImports.values() + module.staticStarImports.values()
        List<?> classes = module.classes.findAll { !it.script && !it.outerClass }
        List<String> lines = text.readLines()
        [imports, classes, module.methods, module.statementBlock.statements].collectMany { nodes ->
            nodes.findAll { it.lineNumber > 0 }.sort { a, b -> a.lineNumber <=> b.lineNumber ?: a.columnNumber <=> b.columnNumber }
        }.collect { part(lines, it) }
    }

    private static String part(List<String> lines, Object node) {
        List<String> own = lines[(node.lineNumber - 1)..(node.lastLineNumber - 1)]
        own[-1] = own[-1].take(node.lastColumnNumber - 1)
        own[0] = own[0].drop(node.columnNumber - 1)
        own.join('\n')
    }

    private static List<List<?>> cases(String folder) {
        ROOT.resolve(folder).toFile().listFiles().sort().collectMany { File file ->
            file.getText('UTF-8').split(/(?m)^=== /).findAll().collect { read(file.name - '.txt', it) }
        }
    }

    private static List<?> read(String topic, String text) {
        def (title, rest) = text.split('\n', 2)
        def (script, expected) = rest.split(/(?m)^---\n/, 2)
        ["$topic, $title" as String, script, DIFFERENT.inject(expected) { so, file, shell -> so.replace(file, shell) }.readLines()]
    }

    private static List<String> told(ScriptProblem problem) {
        List<String> more = problem.notes() + problem.remedies().collect { 'next: ' + it.text() }
        List<String> lines = ["${problem.line()}: ${problem.message()}" as String] + more.collect { '  ' + it }
        lines*.replaceAll(/[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}/, 'REQUEST-ID')
    }
}
