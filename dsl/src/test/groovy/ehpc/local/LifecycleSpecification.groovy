package ehpc.local

import java.time.Clock
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset
import spock.util.concurrent.PollingConditions

/** What specs about tasks share. */
abstract class LifecycleSpecification extends LocalSpecification {

    static final Map<String, String> NEW = [Name: 'made', KeyPairName: 'key']

    /** A clock that moves when told. */
    static final class HandClock extends Clock {

        Instant now = Instant.now()
        final ZoneId zone = ZoneOffset.UTC

        @Override
        Instant instant() {
            now
        }

        @Override
        Clock withZone(ZoneId zone) {
            this
        }
    }

    LocalService start(Transitions transitions) {
        start(LocalOptions.defaults().withTransitions(transitions))
    }

    void pass(HandClock clock, int seconds) {
        clock.now = clock.now.plusSeconds(seconds)
        client.now = clock.now
    }

    /** The task of an answer, whose request was accepted. */
    Map<String, ?> task(WireClient.Reply answer, String cluster = DEMO) {
        assert answer.status == 200
        task(answer.body.TaskId as String, cluster)
    }

    Map<String, ?> task(String id, String cluster) {
        ask('ListTasks', [ClusterId: cluster, TaskId: id]).body.Tasks[0]
    }

    Map<String, ?> ended(WireClient.Reply answer, String cluster = DEMO) {
        new PollingConditions(timeout: 20, delay: 0.02).eventually { assert task(answer, cluster).Status != 'Processing' }
        task(answer, cluster)
    }

    List<String> statuses(String cluster = DEMO) {
        ask('ListNodesNoPaging', [ClusterId: cluster]).at('Nodes.NodeInfo')*.Status
    }

    String clusterStatus(String cluster) {
        ask('DescribeCluster', [ClusterId: cluster]).at('ClusterInfo.Status')
    }

    Map<String, String> instances(String... hostNames) {
        List<String> ids = hostNames.collect { node(it) }
        (1..ids.size()).collectEntries { ["Instance.${it}.Id".toString(), ids[it - 1]] }
    }
}
