package ehpc.local

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.TempDir

/** The file of the world: earlier formats, and another number of compute nodes. */
class WorldFormatSpec extends LocalSpecification {

    @TempDir
    Path temp

    def 'a world of the second format is read: its nodes keep their ids, statuses and queues'() {
        given:
        start(LocalOptions.defaults().withComputeNodes(7))
        List<String> ids = ['compute004', 'compute005'].collect { node(it) }
        service.close()
        Files.createDirectories(temp.resolve('world'))
        Files.writeString(temp.resolve('world/world.json'), """{
            "format": 2, "roles": ["E-HPC"], "clusterStatus": {"$HYBRID": "exception"}, "nodeStatus": {"${ids[1]}": "stopped"},
            "postScripts": {"$DEMO": [{"url": "https://a/1.sh", "args": "-h"}]}, "addedNodes": {"$DEMO": 2, "$HYBRID": 1},
            "clusters": {"$DEMO": {"queues": {"list": [{"name": "workq"}, {"name": "gpu"}], "ofNodes": {"${ids[0]}": "gpu"}},
                                  "tags": {"team": "aero"}}}}""")

        when:
        start(kept())

        then:
        hosts(Role: 'Compute') == (0..5).collect { "compute00$it".toString() }
        ['compute004', 'compute005'].collect { node(it) } == ids
        hosts(Filter: '{"status":"stopped"}') == ['compute005']
        ask('ListNodes', [ClusterId: HYBRID, HostName: 'compute']).at('Nodes.NodeInfo')*.HostName == ['compute000', 'compute001', 'compute002']
        ask('ListNodesByQueue', [ClusterId: DEMO, QueueName: 'gpu']).at('Nodes.NodeInfo')*.HostName == ['compute004']
        ask('DescribeCluster', [ClusterId: HYBRID]).at('ClusterInfo.Status') == 'exception'
        ask('GetPostScripts', [ClusterId: DEMO, RegionId: REGION]).body.PostInstallScripts == [[Args: '-h', Url: 'https://a/1.sh']]
        ask('ListTagResources', [RegionId: REGION, ResourceType: 'cluster']).at('TagResources.TagResource')*.TagValue == ['aero']

        when: 'it is written in the present format'
        ask('SetPostScripts', [ClusterId: DEMO, RegionId: REGION])
        service.close()
        start(kept())

        then:
        WireClient.JSON.readValue(temp.resolve('world/world.json').toFile(), Map).format == 3
        ['compute004', 'compute005'].collect { node(it) } == ids
        hosts(Filter: '{"status":"stopped"}') == ['compute005']
    }

    def 'another number of compute nodes adds to those that joined'() {
        given:
        start(kept())
        service.inject(Faults.none().first(2, 'ListNodes', Fault.nodeAppears()))
        2.times { hosts([:]) }
        Map<String, String> joined = ['compute004', 'compute005'].collectEntries { [it, node(it)] }
        service.close()

        when:
        start(kept().withComputeNodes(computeNodes))

        then:
        hosts(Role: 'Compute', SortBy: 'HostName') == names.collect { "compute00$it".toString() }
        joined.every { name, id -> node(name) == id }
        with(ask('ListNodes', [ClusterId: DEMO, PageSize: 100]).at('Nodes.NodeInfo')) {
            it*.IpAddress.toUnique().size() == computeNodes + 4
            it*.Id.toUnique().size() == computeNodes + 4
        }

        where:
        computeNodes | names
        2            | [0, 1, 4, 5]
        4            | 0..5
        6            | 0..7
    }

    private LocalOptions kept() {
        LocalOptions.defaults().withDataDirectory(temp.resolve('world'))
    }
}
