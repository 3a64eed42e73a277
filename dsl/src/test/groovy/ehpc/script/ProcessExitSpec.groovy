package ehpc.script

import ehpc.plan.Plan
import ehpc.TestService
import spock.lang.Specification

/** A script that says {@code System.exit} ends itself, and never the program that runs it. */
class ProcessExitSpec extends Specification {

    TestService service = new TestService(1)
    StringBuilder out = new StringBuilder()

    def 'the script ends with its code: #text'() {
        when:
        run("println 'on'\n$text\nprintln 'behind'")

        then:
        ScriptException e = thrown()
        e.exitCode().asInt == 3
        e.problems()*.toString() == ['s.ehpc:2: the script exited with code 3']
        out.toString() == 'on\n'

        where:
        text << [
            'System.exit(3)', 'java.lang.System.exit 3', 'Runtime.runtime.exit(3)', 'Runtime.getRuntime().halt(3)',
            'def s = System; s.exit(3)', 'Runtime r = Runtime.runtime; r.halt(3)', 'def p = System.&exit; p(3)', 'def p = System::exit; p(3)',
            'def p = Runtime.runtime.&halt; p(3)', 'def m = "ex" + "it"; System."$m"(3)', "Class.forName('java.lang.System').exit(3)",
            "System.invokeMethod('exit', 3)", '[System]*.exit(3)', '[3].each(System::exit)', '[3].each { System.exit(it) }',
            'try { System.exit(3) } catch (Exception e) { println e }', "cluster('ehpc-hz-test') { System.exit(3) }",
            "parallel { cluster('ehpc-hz-test') { System.exit(3) } }", 'def end(int code) { System.exit(code) }; end(3)',
            'class Door { static void close() { System.exit(3) } }; Door.close()'
        ]
    }

    def 'the same with a static import'() {
        when:
        run('import static java.lang.System.exit as leave\nleave(3)')

        then:
        ScriptException e = thrown()
        e.exitCode().asInt == 3
    }

    def 'where it can be called without its name, check tells how to write it'() {
        when:
        Scripts.compile('s.ehpc', 'Runtime.runtime.with { exit(3) }')

        then:
        ScriptException e = thrown()
        e.problems()*.message() == ['to end the script, write System.exit(code) exactly like this; other forms could end the surrounding program']
    }

    def 'what only has the name is called as ever: #text'() {
        expect:
        run(text).value() == value

        where:
        text                                                               || value
        'class Door { int exit(int n) { n + 1 } }; new Door().exit(3)'     || 4
        'class Door { int exit(int n) { n + 1 } }; Door d = new Door(); d?.exit(3) + 1' || 5
        'class Door { static int halt(int n) { n + 1 } }; Door.halt(3)'    || 4
        'int exit(int n) { n + 1 }; exit(3)'                               || 4
        '[exit: { it + 1 }].exit(3)'                                       || 4
        'def m = "size"; [1, 2]."$m"()'                                    || 2
        'def m = "getProperty"; System."$m"("java.home") != null'          || true
        'Door d = null; d?.exit(3)\nclass Door { int exit(int n) { n } }'  || null
        'def f = "abc".&substring; f(1)'                                   || 'bc'
    }

    def 'a plan ends there too'() {
        given:
        String text = "cluster('ehpc-hz-test') { run 'echo one' on nodes }\nSystem.exit(3)\ncluster('ehpc-hz-test') { run 'echo two' on nodes }"

        when:
        Plan plan = Scripts.compile('s.ehpc', text).over(service.ehpc()).plan()

        then:
        plan.complete
        plan.steps().size() == 1
    }

    private ScriptResult run(String text) {
        Scripts.compile('s.ehpc', text).over(service.ehpc()).output(out).run()
    }
}
