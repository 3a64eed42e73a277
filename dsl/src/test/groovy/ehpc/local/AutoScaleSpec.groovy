package ehpc.local

import java.nio.file.Path
import spock.lang.TempDir

class AutoScaleSpec extends LocalSpecification {

    @TempDir
    Path temp

    def 'a new cluster has the documented defaults'() {
        given:
        start()
        ask('AddQueue', [ClusterId: DEMO, QueueName: 'gpu'])

        when:
        Map<String, ?> config = config()

        then:
        config.findAll { !(it.key in ['Queues', 'RequestId']) } == [
            ClusterId: DEMO, ClusterType: 'slurm', Uid: '1000000000000001', ComputeEnableHt: false, EnableAutoGrow: false, EnableAutoShrink: false,
            ExcludeNodes: '', ExtraNodesGrowRatio: 0, GrowIntervalInMinutes: 2, GrowRatio: 100, GrowTimeoutInMinutes: 20,
            ImageId: 'centos_7_06_64_20G_alibase_20190711.vhd', MaxNodesInCluster: 100, ShrinkIdleTimes: 3, ShrinkIntervalInMinutes: 2,
            SpotPriceLimit: 0.0, SpotStrategy: 'NoSpot', DnsConfig: '']
        config.Queues.QueueInfo*.QueueName == ['workq', 'gpu']
        config.Queues.QueueInfo[1] == [
            AutoMinNodesPerCycle: false, EnableAutoGrow: false, EnableAutoShrink: false, HostNamePrefix: 'compute', HostNameSuffix: '',
            InstanceType: '', MaxNodesInQueue: 100, MaxNodesPerCycle: 0, MinNodesInQueue: 0, MinNodesPerCycle: 1, QueueImageId: '',
            QueueName: 'gpu', SortedByInventory: false, SpotPriceLimit: 0.0, SpotStrategy: 'NoSpot', SystemDiskCategory: 'cloud_efficiency',
            SystemDiskLevel: 'PL1', SystemDiskSize: 40, ResourceGroupId: '', DataDisks: [DataDisksInfo: []], InstanceTypes: [InstanceTypeInfo: []]]
    }

    def 'settings are replaced, those of other queues stay'() {
        given:
        start()
        ask('AddQueue', [ClusterId: DEMO, QueueName: 'gpu'])
        String excluded = "${node('compute000')},${node('compute001')}"

        when:
        WireClient.Reply reply = set([
            MaxNodesInCluster: 50, EnableAutoGrow: true, GrowRatio: 50, SpotStrategy: 'SpotWithPriceLimit', SpotPriceLimit: 0.062,
            ExcludeNodes: excluded, DnsConfig: '{"DnsType":"PrivateZone","DnsName":"local"}', 'Queues.1.QueueName': 'gpu',
            'Queues.1.EnableAutoGrow': true, 'Queues.1.MinNodesInQueue': 2, 'Queues.1.HostNamePrefix': 'gpu',
            'Queues.1.SpotStrategy': 'SpotAsPriceGo',
            'Queues.1.InstanceTypes.1.InstanceType': 'ecs.gn6v-c8g1.2xlarge', 'Queues.1.InstanceTypes.1.SpotStrategy': 'SpotWithPriceLimit',
            'Queues.1.InstanceTypes.1.SpotPriceLimit': 0.66, 'Queues.1.DataDisks.1.DataDiskSize': 80])

        then:
        reply.status == 200
        reply.body.keySet().toList() == ['RequestId']
        with(config()) {
            it.subMap('MaxNodesInCluster', 'EnableAutoGrow', 'EnableAutoShrink', 'GrowRatio', 'SpotPriceLimit', 'ExcludeNodes') ==
                    [MaxNodesInCluster: 50, EnableAutoGrow: true, EnableAutoShrink: false, GrowRatio: 50, SpotPriceLimit: 0.062,
                     ExcludeNodes: excluded]
            it.DnsConfig == '{"DnsType":"PrivateZone","DnsName":"local"}'
        }
        with(queue('gpu')) {
            it.subMap('EnableAutoGrow', 'MinNodesInQueue', 'MaxNodesInQueue', 'HostNamePrefix') ==
                    [EnableAutoGrow: true, MinNodesInQueue: 2, MaxNodesInQueue: 100, HostNamePrefix: 'gpu']
            InstanceTypes.InstanceTypeInfo == [[
                InstanceType: 'ecs.gn6v-c8g1.2xlarge', SpotDuration: 1, SpotInterruptionBehavior: '', SpotPriceLimit: 0.66,
                SpotStrategy: 'SpotWithPriceLimit', VSwitchId: '', ZoneId: '', HostNamePrefix: 'gpu']]
            DataDisks.DataDisksInfo == [[
                DataDiskCategory: 'cloud_efficiency', DataDiskDeleteWithInstance: true, DataDiskEncrypted: false, DataDiskKMSKeyId: '',
                DataDiskPerformanceLevel: 'PL1', DataDiskSize: 80]]
        }

        and: 'the older operation has them, too, and the list of queues'
        with(ask('DescribeAutoScaleConfig', [ClusterId: DEMO]).body) {
            it.subMap('MaxNodesInCluster', 'EnableAutoGrow', 'SpotStrategy', 'SpotPriceLimit') ==
                    [MaxNodesInCluster: 50, EnableAutoGrow: true, SpotStrategy: 'SpotWithPriceLimit', SpotPriceLimit: '0.062']
            !it.containsKey('Queues')
        }
        ask('ListQueues', [ClusterId: DEMO]).at('Queues.QueueInfo')
                *.subMap('EnableAutoGrow', 'HostNamePrefix', 'SpotStrategy', 'SpotInstanceTypes') == [
            [EnableAutoGrow: false, HostNamePrefix: 'compute', SpotStrategy: 'NoSpot', SpotInstanceTypes: [Instance: []]],
            [EnableAutoGrow: true, HostNamePrefix: 'gpu', SpotStrategy: 'SpotAsPriceGo',
             SpotInstanceTypes: [Instance: [[InstanceType: 'ecs.gn6v-c8g1.2xlarge', SpotPriceLimit: 0.66]]]]]

        when:
        set([MaxNodesInCluster: 60, 'Queues.1.QueueName': 'workq', 'Queues.1.EnableAutoShrink': true])

        then:
        config().subMap('MaxNodesInCluster', 'EnableAutoGrow', 'GrowRatio', 'ExcludeNodes') ==
                [MaxNodesInCluster: 60, EnableAutoGrow: false, GrowRatio: 100, ExcludeNodes: '']
        queue('workq').EnableAutoShrink
        queue('gpu').EnableAutoGrow

        and:
        ask('GetAutoScaleConfig', [ClusterId: HYBRID]).body.MaxNodesInCluster == 100
    }

    def 'a data directory keeps the settings'() {
        given:
        LocalOptions options = LocalOptions.defaults().withDataDirectory(temp.resolve('world'))
        start(options)
        set([MaxNodesInCluster: 50, SpotPriceLimit: 0.062, SpotStrategy: 'SpotWithPriceLimit', DnsConfig: '{"DnsType":"PrivateZone"}',
             'Queues.1.QueueName': 'workq', 'Queues.1.DataDisks.1.DataDiskSize': 80, 'Queues.1.MaxNodesPerCycle': 9])
        Map before = config().findAll { it.key != 'RequestId' }
        service.close()

        when:
        start(options)

        then:
        config().findAll { it.key != 'RequestId' } == before
        before.Queues.QueueInfo[0].DataDisks.DataDisksInfo*.DataDiskSize == [80]
    }

    private WireClient.Reply set(Map<String, ?> parameters) {
        ask('SetAutoScaleConfig', [ClusterId: DEMO] + parameters)
    }

    private Map<String, ?> config() {
        ask('GetAutoScaleConfig', [ClusterId: DEMO]).body
    }

    private Map<String, ?> queue(String name) {
        config().Queues.QueueInfo.find { it.QueueName == name }
    }
}
