package ehpc.local.internal.exec

import java.time.Duration
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

@Timeout(120)
class NodeProcessesSpec extends Specification {

    @Requires({ NodeLab.works(data.way) })
    def 'the processes of a node are those of its commands, with the ids that they see (#way)'() {
        given:
        NodeLab lab = NodeLab.open(way)
        Execution execution = lab.start('sleep 60 & while :; do :; done', [timeout: Duration.ofSeconds(90)])

        when:
        List<NodeProcess> found = []
        new PollingConditions(timeout: 20, delay: 0.1).eventually {
            found.clear()
            found.addAll(NodeProcesses.find(lab.loop.roots()))
            assert found*.program() == ['sh', 'sh', 'sleep']
            assert found[1].user() > Duration.ZERO
        }

        then: 'the first one waits for the command'
        found*.nodeId() == ['n1'] * 3
        found[1].user() <= found[1].age() + Duration.ofSeconds(1)
        found*.residentKibibytes().every { it > 0 }
        found*.machineId().toSet().size() == 3
        way in NodeLab.PLAIN ? found*.id() == found*.machineId() : found[0].id() == 1

        when:
        execution.kill()
        execution.exit().get()

        then:
        NodeProcesses.find(lab.loop.roots()) == []

        cleanup:
        lab?.close()

        where:
        way << NodeLab.DIFFERENT
    }
}
