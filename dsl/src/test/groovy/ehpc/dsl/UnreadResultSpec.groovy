package ehpc.dsl

import ehpc.TestService
import ehpc.script.ScriptException
import ehpc.script.Scripts
import spock.lang.Specification

/** A run that failed ends the script with a failure, unless the script asked whether it had. */
class UnreadResultSpec extends Specification {

    private final TestService service = new TestService(2)

    def setup() {
        service.answers.ListInvocationResults = { request ->
            Map answer = service.ListInvocationResults(request.parameters())
            answer.InvocationResults.InvocationResult.each { it.putAll(ExitCode: 3, Message: '7\n') }
            answer
        }
    }

    def 'a failure that nobody looks at is told at the end, with its line'() {
        when:
        run(text)

        then:
        ScriptException e = thrown()
        e.problems()[0].toString() ==~ /s\.ehpc:$line: run 'exit 3': 0 of \d nodes? ok, \d failed/

        where:
        text                                                                        || line
        "cluster('c') {\n    return run('exit 3').on(nodes)\n}"                     || 2
        "def f(s) { return run('exit 3').on(s) }\ncluster('c') { f(nodes) }"        || 1
        "cluster('c') {\n    def r\n    r = run 'exit 3' on nodes\n}"               || 3
        "cluster('c') {\n    def r = run 'exit 3' on nodes\n}"                      || 2
        "def l = []\ncluster('c') { l << (run 'exit 3' on nodes) }"                 || 2
        "cluster('c') { println((run 'exit 3' on nodes[0]).output) }"               || 1
        "cluster('c') { nodes.collectEntries { [it.name, run('exit 3').on(it)] } }" || 1
    }

    def 'a failure that was looked at is the script\'s own affair'() {
        when:
        run("cluster('c') { def r = run 'exit 3' on nodes; $look }")

        then:
        noExceptionThrown()

        where:
        look << ['if (r.failed) { }', 'if (r) { }', 'r.ok', 'r.counts()', 'r.each { }', 'println r', 'r.failedNodes', "r['compute000']",
                 'println "$r"', 'r.summary()', 'r.gathered()', 'r.results.size()']
    }

    private run(String text) {
        Scripts.compile('s.ehpc', text).over(service.ehpc()).output(new StringBuilder()).run()
    }
}
