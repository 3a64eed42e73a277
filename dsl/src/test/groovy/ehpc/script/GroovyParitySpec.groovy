package ehpc.script

import ehpc.connect.Connection
import java.nio.file.Path
import org.codehaus.groovy.control.CompilationFailedException
import org.codehaus.groovy.control.CompilerConfiguration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/**
 * What a script means is what Groovy means by it: snippets are run by plain Groovy and as scripts, and print and raise the same. Where
 * one does not, it is refused, and what is said stands behind it.
 */
@Timeout(300)
class GroovyParitySpec extends Specification {

    private static final Path ROOT = Path.of(GroovyParitySpec.getResource('/ehpc/script/groovy').toURI())

    /** Every so many snippets are run as an entry of a shell too; all of them in a campaign. */
    private static final int SAMPLE = System.getProperty('ehpc.campaign') == null ? 7 : 1

    @AutoCleanup
    @Shared
    Connection connection = Connection.local()

    def 'as in Groovy: #title'() {
        expect:
        script(snippet) == groovy(snippet)

        where:
        [title, snippet, refusal] << cases().findAll { it[2].empty }
    }

    def 'refused: #title'() {
        when:
        Scripts.compile('s.ehpc', snippet)

        then:
        ScriptException e = thrown()
        e.problems().collect { "${it.line()}:${it.column()} ${it.rule()}: ${it.message()}" as String } == refusal

        where:
        [title, snippet, refusal] << cases().findAll { it[2] }
    }

    def 'as in Groovy, in a shell: #title'() {
        expect:
        entry(snippet) == groovy(snippet)

        where:
        [title, snippet, refusal] << cases().findAll { it[2].empty }.indexed().findAll { i, c -> i % SAMPLE == 0 }.values()
    }

    def 'there are enough of them, and none has the name of another'() {
        expect:
        cases().size() >= 300
        cases()*.first().countBy { it }.findAll { it.value > 1 } == [:]
    }

    private List<String> script(String text) {
        StringBuilder out = new StringBuilder()
        outcome(out) { Scripts.compile('s.ehpc', text).over(connection.ehpc()).output(out).run() }
    }

    private List<String> entry(String text) {
        StringBuilder out = new StringBuilder()
        outcome(out) { new InteractiveSession().compile(text).over(connection.ehpc()).output(out).run() }
    }

    private static List<String> groovy(String text) {
        StringWriter out = new StringWriter()
        CompilerConfiguration configuration = new CompilerConfiguration(targetBytecode: CompilerConfiguration.JDK17)
        GroovyShell shell = new GroovyShell(new Binding(out: new PrintWriter(out, true)), configuration)
        outcome(out) { shell.evaluate(text, 'EhpcScript_.groovy') }
    }

    /** What was printed, and what was raised. */
    @SuppressWarnings('CatchThrowable')
    private static List<String> outcome(Object out, Closure<?> run) {
        String raised = ''
        try {
            run()
        } catch (ScriptException e) {
            raised = e.cause == null ? e.message : told(e.cause)
        } catch (CompilationFailedException e) {
            raised = 'Groovy refuses it: ' + e.message
        } catch (Throwable e) {
            raised = told(e)
        } finally {
            GroovySystem.metaClassRegistry.removeMetaClass(String)
        }
        [out.toString(), raised]
    }

    private static String told(Throwable raised) {
        String cause = raised.cause == null ? '' : ' < ' + told(raised.cause)
        (raised.class.name + ': ' + raised.message).replaceAll(/EhpcScript_\d+/, 'EhpcScript_').replaceAll(/@[0-9a-f]+/, '@') + cause
    }

    private static List<List<?>> cases() {
        ROOT.toFile().listFiles().sort().collectMany { File file ->
            file.getText('UTF-8').split(/(?m)^=== /).findAll().collect { read(file.name - '.txt', it) }
        }
    }

    private static List<?> read(String topic, String text) {
        def (title, rest) = text.split('\n', 2)
        def (script, refusal) = (rest.split(/(?m)^---\n/, 2) as List) + ['']
        ["$topic, $title" as String, script, refusal.readLines()]
    }
}
