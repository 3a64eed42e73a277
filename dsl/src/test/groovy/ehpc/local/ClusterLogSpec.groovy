package ehpc.local

import ehpc.local.internal.world.Facilities
import ehpc.local.internal.world.LogEntry
import java.nio.file.Path
import java.time.Instant
import spock.lang.TempDir

/** The upgrades of the client of a cluster, and the log of its changes. */
class ClusterLogSpec extends LifecycleSpecification {

    private static final int DAY = 24 * 60 * 60

    @TempDir
    Path temp

    def 'the client is upgraded to a version, then to the newest'() {
        given:
        LocalOptions options = LocalOptions.defaults().withDataDirectory(temp.resolve('world'))
        start(options)

        expect:
        ask('ListCurrentClientVersion').body.ClientVersion == '2.1.0'
        upgrades().subMap('ClientRecords', 'CurrentVersion', 'LatestVersion') == [ClientRecords: [], CurrentVersion: '2.0.0', LatestVersion: '2.1.0']

        when:
        List<Integer> statuses = [[ClientVersion: '2.0.1'], [:]].collect { ask('UpgradeClient', [ClusterId: DEMO] + it).status }
        service.close()
        start(options)

        then:
        statuses == [200, 200]
        upgrades().ClientRecords*.subMap('OldVersion', 'NewVersion', 'SubUid') == [
            [OldVersion: '2.0.0', NewVersion: '2.0.1', SubUid: '1000000000000001'],
            [OldVersion: '2.0.1', NewVersion: '2.1.0', SubUid: '1000000000000001']]
        upgrades().ClientRecords[0].UpdateTime ==~ /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z/
        upgrades().CurrentVersion == '2.1.0'

        and: 'the cluster and its nodes have the version'
        ask('DescribeCluster', [ClusterId: DEMO]).at('ClusterInfo.ClientVersion') == '2.1.0'
        ask('ListClusters').at('Clusters.ClusterInfoSimple')*.ClientVersion == ['2.1.0', '2.0.0']
        ask('ListNodes', [ClusterId: DEMO]).at('Nodes.NodeInfo')*.Version.toUnique() == ['2.1.0']
        ask('ListNodes', [ClusterId: HYBRID]).at('Nodes.NodeInfo')*.Version.toUnique() == ['2.0.0']
    }

    def 'changes are logged, reads and refused requests are not'() {
        given:
        LocalOptions options = LocalOptions.defaults().withDataDirectory(temp.resolve('world'))
        start(options)

        when:
        ask('AddQueue', [ClusterId: DEMO, QueueName: 'gpu'])
        ask('AddQueue', [ClusterId: DEMO, QueueName: 'gpu'])
        ask('InstallSoftware', [ClusterId: DEMO, Application: 'MPICH_3.2'])
        ask('AddUsers', [ClusterId: DEMO, 'User.1.Name': 'ada0001', 'User.1.Group': 'users', 'User.1.Password': 'Secret-1234'])
        ask('ListQueues', [ClusterId: DEMO])
        ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hi'])
        service.close()
        start(options)

        then: 'the newest first, without secrets'
        logs()*.subMap('Level', 'Message', 'Operation') == [
            [Level: 'info', Message: 'AddUsers', Operation: 'AddUsers'],
            [Level: 'info', Message: 'InstallSoftware, Application MPICH_3.2', Operation: 'InstallSoftware'],
            [Level: 'info', Message: 'AddQueue, QueueName gpu', Operation: 'AddQueue']]
        logs()[0].CreateTime ==~ /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000/
        logs(HYBRID) == []
        with(ask('ListClusterLogs', [ClusterId: DEMO, PageSize: 2, PageNumber: 2]).body) {
            it.subMap('ClusterId', 'PageNumber', 'PageSize', 'TotalCount') ==
                    [ClusterId: 'ehpc-hz-localdemo1', PageNumber: 2, PageSize: 2, TotalCount: 3]
            Logs.LogInfo*.Operation == ['AddQueue']
        }
    }

    def 'a long value is shortened, and a password left out'() {
        given:
        start()

        when:
        ask('UpgradeClient', [ClusterId: DEMO])
        ask('StartVisualService', [ClusterId: DEMO, CidrIp: '10.0.0.1', Port: 12016])
        ask('ModifyVisualServicePasswd', [ClusterId: DEMO, Passwd: 'abc123', RunasUser: 'root', RunasUserPassword: 'Local-root-1'])
        ask('AddSecurityGroup', [ClusterId: DEMO, SecurityGroupId: 'sg-' + 'a' * 80])

        then:
        logs()*.Message == [
            "AddSecurityGroup, SecurityGroupId sg-${'a' * 61}...".toString(), 'ModifyVisualServicePasswd, RunasUser root',
            'StartVisualService, CidrIp 10.0.0.1', 'UpgradeClient']
    }

    def 'entries are listed for three days'() {
        given:
        HandClock clock = new HandClock()
        start(LocalOptions.defaults().withClock(clock))
        client.now = clock.now
        ask('AddQueue', [ClusterId: DEMO, QueueName: 'gpu'])

        when:
        pass(clock, 2 * DAY)
        ask('AddQueue', [ClusterId: DEMO, QueueName: 'fast'])
        int both = entries()
        pass(clock, 2 * DAY)

        then:
        both == 2
        entries() == 1
    }

    def 'the log is limited'() {
        given:
        start()

        when:
        def facilities = new Facilities(null, null, null, null, null, null, null, null)
        1100.times { facilities = facilities.with(new LogEntry(Instant.EPOCH, 'info', 'AddQueue', "$it")) }

        then:
        facilities.log().size() == 1000
        facilities.log().first().message() == '100'
    }

    private int entries() {
        ask('ListClusterLogs', [ClusterId: DEMO]).body.TotalCount
    }

    private Map<String, ?> upgrades() {
        ask('ListUpgradeClients', [ClusterId: DEMO, RegionId: REGION]).body
    }

    private List<Map<String, ?>> logs(String cluster = DEMO) {
        ask('ListClusterLogs', [ClusterId: cluster]).at('Logs.LogInfo')
    }
}
