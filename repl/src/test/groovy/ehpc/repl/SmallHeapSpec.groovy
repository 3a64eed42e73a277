package ehpc.repl

import spock.lang.Specification
import spock.lang.Timeout

/** Results of many nodes in a heap of 64 MB. */
@Timeout(600)
class SmallHeapSpec extends Specification {

    private static final String ALL = "cluster('ehpc-hz-1') { run 'cat /var/log/messages' on nodes }"
    private static final String CHOSEN = "cluster('ehpc-hz-1') { run 'cat /var/log/messages' on nodes.compute - nodes['compute00007'] }"
    private static final String TWICE = "cluster('ehpc-hz-1') { 2.times { run 'cat /var/log/messages' on nodes } }"

    def '#nodes nodes with #size characters of #kind output each as #form: #script'() {
        expect:
        SmallHeap.run(form, option, nodes, size, kind, script) == written

        where:
        [form, option, nodes, size, kind, script, written] << cases()
    }

    /** The first three, each of another kind; all of them with the Maven profile campaign. */
    private static List<List<String>> cases() {
        List<List<String>> all = [
                ['TEXT', '', '10000', '2000', 'equal', ALL, '41 lines, 2 kB'],
                ['JSON', '', '10000', '2000', 'distinct', CHOSEN, '10001 lines, 22696 kB'],
                ['TABLE', '', '200', '100000', 'distinct', ALL, '201 lines, 217 kB'],
                ['TEXT', '--diff', '10000', '2000', 'distinct', ALL, '819959 lines, 43027 kB'],
                ['CSV', '', '10000', '2000', 'distinct', TWICE, '820001 lines, 42100 kB'],
                ['TEXT', '--diff', '200', '100000', 'distinct', ALL, '798399 lines, 42305 kB'],
        ]
        System.getProperty('ehpc.campaign') ? all : all.take(3)
    }
}
