package ehpc.script

import ehpc.TestService
import java.util.concurrent.Callable
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.Future
import spock.lang.Specification
import spock.lang.Timeout

/** What is said of an entry that is wrong, and what a session tells of itself. */
@Timeout(120)
class SessionCheckSpec extends Specification {

    TestService service = new TestService(2)
    InteractiveSession session = new InteractiveSession()

    def 'after #before, #entry is refused'() {
        given:
        before.each { say(it) }

        expect:
        InteractiveSession.problems(entry, session.context())*.toString() == ["[${before.size() + 1}]:$problem" as String]

        when:
        session.compile(entry)

        then:
        ScriptException e = thrown()
        e.refused
        e.problems() == InteractiveSession.problems(entry, session.context())

        where:
        before                                | entry                          || problem
        ['int n = 1']                         | "n = 'x'"                      || '1:5: a value must be a whole number here, is a text'
        ['final n = 1']                       | 'n = 2'                        || "1:1: 'n' cannot be assigned: it is final"
        ["def text = 'x'"]                    | 'text.lenght()'                || "1:6: unknown name 'lenght()' on String; did you mean 'length'?"
        ['def count = 1']                     | 'conut + 1'                    || "1:1: unknown word 'conut'; did you mean 'count'?"
        ['def count = 1']                     | 'cuont = 1'                    ||
                "1:1: unknown word 'cuont'; declare a new variable with def: def cuont = ..."
        ['def l = [1]']                       | 'int i = l[0].size2()'         || "1:14: unknown name 'size2()' on Integer"
        ['int twice(int x) { x * 2 }']        | 'twise(1)'                     || "1:1: unknown word 'twise'; did you mean 'twice'?"
        ['int twice(int x) { x * 2 }']        | "twice('a')"                   || "1:1: 'twice' expects a whole number, got a text"
        ['int twice(int x) { x * 2 }']        | 'twice(1).size2()'             || "1:10: unknown name 'size2()' on int"
        ['class P { String name }']           | "new P(nmae: 'x')"             || "1:7: unknown name 'nmae' on P"
        ['def cmd = "rm " + env.X']           | "cluster('c') { run cmd on nodes }" ||
                "1:20: a command must not be built as plain text: '+' joins it from values; write run \"... \${value} ...\", " +
                'which keeps each value one word, or run raw(...) to insert a value as shell code'
        ['def run = 5']                       | "cluster('c') { run 'uptime' on nodes }" ||
                "1:16: variable 'run' (of an earlier entry) must have another name: it hides the word"
        ['def cluster = 5']                   | "cluster('c') { run 'uptime' on nodes }" ||
                "1:1: variable 'cluster' (of an earlier entry) must have another name: it hides the word"
        ['def name = 1']                      | "cluster('c') { run echo name on nodes }" ||
                "1:20: the command must be written in quotes: run 'echo name' on nodes"
        ["def cmd = 'uptime'"]                | "cluster('c') { run cdm on nodes }" || "1:20: unknown word 'cdm'; did you mean 'cmd'?"
        ['def n = 1']                         | "sleep 'n'"                    ||
                "1:1: 'sleep' expects a duration or a number of milliseconds (sleep 20.seconds), got a text"
        ['def n = 1']                         | "cluster('c') { run 'x' on nodes }" || '1:20: command must be 2 to 2048 characters, is 1'
    }

    def 'the context tells what the next entry may use'() {
        when:
        say('import java.time.Period\nimport static java.lang.Math.max as most')
        say("def l = ['a']; int n = 1; def r = [a: 1]; def c = { 1 }; def none = null")
        say('List<String> f(int x, String... y) { [] }\nvoid g() { }\nstatic h(a, b = 1) { a }')
        say('class P { class Inner { } }\nenum E { A }')
        SessionContext context = session.context()

        then:
        context.number() == 5
        context.imports() == ['java.time.Period', 'static java.lang.Math.max as most']
        context.variables().collectEntries { [it.name(), it.type()] } ==
                [l: 'ArrayList<String>', n: 'int', r: 'Map<String, Object>', c: 'Closure<Integer>', none: 'Object']
        context.variables()*.raw() == [ArrayList, int, Map, Closure, Object]
        context.methods()*.toString() == [
            'Method[name=f, parameters=[int, String[]], type=List<String>]', 'Method[name=g, parameters=[], type=void]',
            'Method[name=h, parameters=[Object, Object], type=Object]', 'Method[name=h, parameters=[Object], type=Object]'
        ]
        context.classes()*.simpleName.sort() == ['E', 'Inner', 'P']
        SessionContext.EMPTY.variables() == []
    }

    def 'looking at texts while entries run gives each context its own answer'() {
        given:
        ExecutorService threads = Executors.newFixedThreadPool(2)

        when:
        List<Future<Boolean>> answers = (1..20).collect { int i ->
            say("def v$i = $i")
            SessionContext context = session.context()
            threads.submit({
                InteractiveSession.problems("v$i + 1", context) == [] && InteractiveSession.problems("v${i + 1}0 + 1", context).size() == 1
            } as Callable<Boolean>)
        }

        then:
        answers*.get().every()

        cleanup:
        threads.shutdownNow()
    }

    def 'an entry that is not run leaves nothing'() {
        when:
        session.compile('def n = 1\nint f() { 1 }')

        then:
        session.context().variables() == []
        session.context().methods() == []
    }

    private EntryResult say(String text) {
        session.compile(text).over(service.ehpc()).output(new StringBuilder()).environment([:]).run()
    }
}
