package ehpc.script

import ehpc.connect.Connection
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What a script does with {@code def r = run ...}. */
class ResultWordsSpec extends Specification {

    @AutoCleanup
    @Shared
    Connection connection = Connection.local()

    def '#word is #text'() {
        expect:
        ran("println($word)") == text

        where:
        word                                        || text
        'r.ok'                                      || 'false'
        'r.failed'                                  || 'true'
        'r ? "yes" : "no"'                          || 'no'
        'r.unknown'                                 || 'false'
        'r.failedNodes'                             || 'compute[002-003]'
        'r.okNodes'                                 || 'compute[000-001]'
        'r.okNodes + r.failedNodes'                 || 'compute[000-003]'
        'r.nodes(Outcome.FAILED)'                   || 'compute[002-003]'
        'r.results.size()'                          || '4'
        'r.results*.exitCode'                       || '[0, 0, 1, 1]'
        'r.results*.outcome'                        || '[ok, ok, failed, failed]'
        'r.results.collect { it.node.name }'        || '[compute000, compute001, compute002, compute003]'
        'r.results.findAll { !it.ok }*.node'        || '[compute002, compute003]'
        'r["compute000"].output.trim()'             || 'compute000'
        'r["compute${"002"}"].outcome'              || 'failed'
        'r["compute003"].exitCode == 1'             || 'true'
        'r["compute003"].exitCode + 1'              || '2'
        'r["compute003"].ok'                        || 'false'
        'r["compute003"].summary()'                 || 'failed: exit code 1'
        'r[node("compute001")].output.trim()'       || 'compute001'
        'r[r["compute001"].node.id].node'           || 'compute001'
        'r.counts()'                                || '[ok:2, failed:2]'
        'r.counts()[Outcome.FAILED]'                || '2'
        'r.counts().values().sum()'                 || '4'
        'r.gathered().size()'                       || '4'
        'r.gathered()*.header()'                    || '[compute000 (1), compute001 (1), compute002 (1), compute003 (1)]'
        'r.gathered().collect { it.nodes.size() }'  || '[1, 1, 1, 1]'
        'r.summary()'                               || '2 of 4 nodes ok, 2 failed'
        'r.collect { it.exitCode }.max()'           || '1'
        'r.count { it.ok }'                         || '2'
        'r.first().node'                            || 'compute000'
        'r.commandIds().size()'                     || '1'
    }

    def 'a loop goes over the results of the nodes'() {
        expect:
        ran('for (n in r) { if (n.ok) { print n.output } }\nr.each { if (!it.ok) { println "${it.node}: ${it.exitCode}" } }') ==
                'compute000\ncompute001\ncompute002: 1\ncompute003: 1'
    }

    def 'the result of one node has its output at hand'() {
        expect:
        print("def r = run 'echo hi' on node('login0')\nprintln r.output.trim()") == 'hi'
    }

    def 'the next lines go on with the nodes that are not ok'() {
        expect:
        ran("run 'echo again' on r.failedNodes") == 'compute[002-003] (2)\n  again'
    }

    def '#what is told with its line and what would be right'() {
        when:
        ran(word)

        then:
        ScriptException e = thrown()
        e.problems()*.message() == [message]
        e.problems()*.line() == [3]

        where:
        what                       | word                    || message
        'output of several nodes'  | 'println r.output'      || "output is for a run on one node, this one has 4; use: ['compute000'].output"
        'a node that was not run'  | 'println r["compute9"]' || "no result of node 'compute9'; did you mean 'compute000'?; known: compute[000-003]"
        'a name that is not there' | 'println r.failedNode'  || "unknown name 'failedNode' on RunResult; did you mean 'failedNodes'?"
    }

    private String ran(String lines) {
        print("def r = run 'echo \$HOSTNAME; [ \$HOSTNAME = compute000 -o \$HOSTNAME = compute001 ]' on nodes.compute\n$lines")
    }

    private String print(String lines) {
        StringBuilder out = new StringBuilder()
        Scripts.compile('r.ehpc', "cluster('ehpc-hz-localdemo1') {\n$lines\n}").over(connection.ehpc()).output(out).run()
        out.toString().strip()
    }
}
