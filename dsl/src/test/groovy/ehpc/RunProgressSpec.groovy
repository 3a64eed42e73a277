package ehpc

import ehpc.api.ApiException
import ehpc.api.Catalogue
import ehpc.command.Command
import ehpc.node.CountOrPercent
import spock.lang.Specification

class RunProgressSpec extends Specification {

    private final List<List<Integer>> looks = []
    private final List<String> marks = []
    private final RunListener listener = new RunListener() {
        void began(RunListener.Run run) { marks << 'began' }

        void progress(RunListener.Progress p) { looks << [p.total(), p.done(), p.failed(), p.running()] }

        void ended(RunListener.Run run) { marks << 'ended' }
    }

    def 'waves are one run, whose nodes are sent to, running and done in turn'() {
        given:
        TestService service = new TestService(4)
        Cluster cluster = service.ehpc().withListener(listener).cluster('ehpc-hz-test')

        when:
        cluster.run('echo hi').waves(CountOrPercent.count(1), CountOrPercent.count(3)).on(cluster.nodes())

        then:
        marks == ['began', 'ended']
        looks.unique(false) == [[4, 0, 0, 1], [4, 1, 0, 0], [4, 1, 0, 3], [4, 4, 0, 0]]
    }

    def 'a look tells which nodes have ended, and which of them the service calls failed'() {
        given:
        TestService service = new TestService(4)
        List<String> states = ['Finished', 'Failed', 'Stopped', 'Running']
        service.answers.ListInvocationStatus = { request ->
            boolean over = service.count('ListInvocationStatus') > 1
            [CommandId: 'c-1', InvokeStatus: over ? 'Finished' : 'Running', InvokeInstances: [InvokeInstance: service.nodeIds.withIndex()
                    .collect { id, i -> [InstanceId: id, InstanceInvokeStatus: over ? 'Finished' : states[i]] }]]
        }
        Cluster cluster = service.ehpc().withListener(listener).cluster('ehpc-hz-test')

        when:
        cluster.run('echo hi').on(cluster.nodes())

        then:
        looks.unique(false) == [[4, 0, 0, 4], [4, 3, 2, 1], [4, 4, 0, 0]]
    }

    def 'nodes that nothing was sent to are never running nor done'() {
        given:
        TestService service = new TestService(3)
        service.message = { 'no\n' }
        service.answers.InvokeShellCommand =
                ApiException.lost(Catalogue.ehpc().operation('InvokeShellCommand'), 0, 'read timed out', null, null)
        Cluster cluster = service.ehpc().withListener(listener).cluster('ehpc-hz-test')

        when:
        cluster.run('echo hi').waves(CountOrPercent.count(1)).on(cluster.nodes())

        then:
        looks == [[3, 0, 0, 1], [3, 1, 1, 0]]
        marks == ['began', 'ended']
    }

    def 'a run that is refused has ended too'() {
        given:
        TestService service = new TestService(3)
        service.answers.InvokeShellCommand =
                ApiException.refused(Catalogue.ehpc().operation('InvokeShellCommand'), 403, 'InvalidClusterStatus', 'not now', 'R', null)
        Cluster cluster = service.ehpc().withListener(listener).cluster('ehpc-hz-test')

        when:
        cluster.run('echo hi').on(cluster.nodes())

        then:
        thrown(ApiException)
        marks == ['began', 'ended']
        looks == []
    }

    def 'two runs of the same command are not the same run'() {
        expect:
        new RunListener.Run('c', Command.of('true'), 1) != new RunListener.Run('c', Command.of('true'), 1)
    }
}
