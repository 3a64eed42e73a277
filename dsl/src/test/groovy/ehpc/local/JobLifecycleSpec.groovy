package ehpc.local

import spock.lang.Shared
import spock.util.concurrent.PollingConditions

/** Jobs run on nodes that come and go. */
class JobLifecycleSpec extends LifecycleSpecification {

    private static final String PASSWORD = 'Open-Sesame-1'

    @Shared
    LocalService real = LocalService.start(
            LocalOptions.defaults().withExecution(ExecutionMode.HOST).withComputeNodes(1).withTransitions(Transitions.atOnce()))

    PollingConditions soon = new PollingConditions(timeout: 20, delay: 0.02)

    void setup() {
        service = real
        client = new WireClient(service.endpoint())
    }

    void cleanupSpec() {
        real.close()
    }

    def 'a job waits for a node, runs on a new one, and ends when it is deleted'() {
        given:
        addUser(DEMO)
        ask('StopNodes', [ClusterId: DEMO] + instances('compute000'))
        String id = submit(DEMO)

        expect:
        state(DEMO, id) == 'QUEUED'

        when:
        String added = ask('AddNodes', [ClusterId: DEMO, Count: 2]).at('InstanceIds.InstanceId')[0]

        then:
        soon.eventually { assert state(DEMO, id) == 'RUNNING' }
        job(DEMO, id).NodeList == '["compute001"]'

        when:
        ask('DeleteNodes', [ClusterId: DEMO, 'Instance.1.Id': added])

        then:
        soon.eventually { assert state(DEMO, id) == 'FINISHED' }
        job(DEMO, id).Comment == 'stopped because a node failed'
    }

    def 'a cluster is deleted with its jobs'() {
        given:
        String cluster = ask('CreateCluster', NEW + ['EcsOrder.Compute.Count': 1]).body.ClusterId
        addUser(cluster)
        String id = submit(cluster)
        soon.eventually { assert state(cluster, id) == 'RUNNING' }

        when:
        WireClient.Reply deletion = ask('DeleteCluster', [ClusterId: cluster])

        then:
        task(deletion, cluster).Status == 'Success'
        refusal('ListJobs', [ClusterId: cluster])[1] == 'ClusterNotFound'
        !ProcessHandle.current().descendants().anyMatch { it.info().commandLine().orElse('').contains('sleep 1234') }
    }

    def 'a cluster that recovers loses its jobs, and numbers new ones from 1'() {
        given:
        String cluster = ask('CreateCluster', NEW + ['EcsOrder.Compute.Count': 1]).body.ClusterId
        addUser(cluster)
        2.times { submit(cluster) }
        service.setClusterStatus(cluster, 'exception')

        when:
        WireClient.Reply recovery = ask('RecoverCluster', [ClusterId: cluster])

        then:
        task(recovery, cluster).Status == 'Success'
        ask('ListJobs', [ClusterId: cluster]).at('Jobs.JobInfo') == []

        when:
        addUser(cluster)

        then:
        submit(cluster) == '1.manager0'
        soon.eventually { assert state(cluster, '1.manager0') == 'RUNNING' }
    }

    private void addUser(String cluster) {
        assert ask('AddUsers', [ClusterId: cluster, 'User.1.Name': 'ada0001', 'User.1.Group': 'users', 'User.1.Password': PASSWORD]).status == 200
    }

    private String submit(String cluster) {
        WireClient.Reply reply = ask('SubmitJob', [
            ClusterId: cluster, RunasUser: 'ada0001', RunasUserPassword: PASSWORD, CommandLine: 'sleep 1234'])
        assert reply.status == 200, reply.body
        reply.body.JobId
    }

    private Map<String, ?> job(String cluster, String id) {
        ask('ListJobs', [ClusterId: cluster]).at('Jobs.JobInfo').find { it.Id == id }
    }

    private String state(String cluster, String id) {
        job(cluster, id).State
    }
}
