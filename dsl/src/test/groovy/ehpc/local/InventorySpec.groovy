package ehpc.local

import java.nio.file.Path
import spock.lang.TempDir

class InventorySpec extends LocalSpecification {

    @TempDir
    Path temp

    def 'there is one region and there are two clusters'() {
        given:
        start()

        expect:
        ask('ListRegions').at('Regions.RegionInfo')*.RegionId == ['cn-hangzhou']
        with(ask('ListClusters')) {
            at('Clusters.ClusterInfoSimple')*.Id == [DEMO, HYBRID]
            at('Clusters.ClusterInfoSimple')*.Status == ['running', 'running']
            body.subMap('PageNumber', 'PageSize', 'TotalCount') == [PageNumber: 1, PageSize: 10, TotalCount: 2]
        }
    }

    def 'the list of clusters has pages'() {
        given:
        start()

        expect:
        ask('ListClusters', [PageSize: 1, PageNumber: number]).at('Clusters.ClusterInfoSimple')*.Id == ids

        where:
        number | ids
        1      | [DEMO]
        2      | [HYBRID]
        3      | []
    }

    def 'a new world has a manager, a login node and the compute nodes asked for'() {
        given:
        start(LocalOptions.defaults().withComputeNodes(2))

        expect:
        with(ask('ListNodes', [ClusterId: DEMO]).at('Nodes.NodeInfo')) {
            it*.HostName == ['manager0', 'login0', 'compute000', 'compute001']
            it*.Roles*.Role == [['Scheduler', 'Account'], ['Login'], ['Compute'], ['Compute']]
            it*.Status.toUnique() == ['running']
            it*.IpAddress == ['172.16.0.1', '172.16.0.2', '172.16.0.3', '172.16.0.4']
            it*.AddTime[0] == '2026-01-05T02:10:00.000Z'
            it.every { node -> node.Id ==~ /i-bp1[0-9a-z]{17}/ }
            it*.Id.toUnique().size() == 4
        }
    }

    def 'ids are the same in every world, whatever its size'() {
        given:
        start(LocalOptions.defaults().withComputeNodes(1))
        String small = node('compute000')
        start(LocalOptions.defaults().withComputeNodes(50))

        expect:
        small == 'i-bp1' + small.substring(5)
        node('compute000') == small
        ask('DescribeCluster', [ClusterId: DEMO]).at('ClusterInfo.VpcId') ==~ /vpc-bp1[0-9a-z]{17}/
    }

    def 'the hybrid cluster stands with one foot outside the cloud'() {
        given:
        start()

        expect:
        with(ask('ListNodes', [ClusterId: HYBRID]).at('Nodes.NodeInfo')) {
            it.collectEntries { node -> [node.HostName, node.Location] } == [
                scheduler0: 'OnPremise', login0: 'PublicCloud', local000: 'OnPremise', local001: 'OnPremise',
                compute000: 'PublicCloud', compute001: 'PublicCloud']
        }
        with(ask('DescribeCluster', [ClusterId: HYBRID]).body.ClusterInfo) {
            Location == 'OnPremise'
            Nodes.NodesInfo*.HostName == ['scheduler0', 'local000', 'local001']
            Nodes.NodesInfo*.Role == ['Manager', 'Compute', 'Compute']
            OnPremiseInfo.OnPremiseInfo == [[HostName: 'scheduler0', IP: '192.168.0.1', Type: 'account, scheduler']]
            EcsInfo.Compute == [Count: 2, InstanceType: 'ecs.c6.large']
            EcsInfo.Manager == [Count: 0, InstanceType: '']
        }
    }

    def 'nodes come in pages of at most 100, 10 when nothing is said'() {
        given:
        start(LocalOptions.defaults().withComputeNodes(203))

        when:
        List<List<String>> pages = (1..4).collect { hosts([PageSize: 100, PageNumber: it]) }

        then:
        hosts([:]).size() == 10
        pages*.size() == [100, 100, 5, 0]
        pages.flatten() == ['manager0', 'login0'] + (0..<203).collect { String.format(Locale.ROOT, 'compute%03d', it) }
        ask('ListNodes', [ClusterId: DEMO, PageSize: 3]).body.subMap('PageNumber', 'PageSize', 'TotalCount') ==
                [PageNumber: 1, PageSize: 3, TotalCount: 205]
        refusal('ListNodes', [ClusterId: DEMO, PageSize: 101, PageNumber: 0]) ==
                [400, 'InvalidParams', 'PageNumber must be at least 1, is 0; PageSize must be 1 to 100, is 101']
    }

    def 'nodes are filtered by #filter'() {
        given:
        start()
        service.stopNode(node('compute003'))

        expect:
        hosts(filter) == wanted

        where:
        filter                                          | wanted
        [Role: 'Manager']                               | ['manager0']
        [Role: 'Login']                                 | ['login0']
        [Role: 'Compute']                               | ['compute000', 'compute001', 'compute002', 'compute003']
        [HostNamePrefix: 'compute']                     | ['compute000', 'compute001', 'compute002', 'compute003']
        [HostNameSuffix: '01']                          | ['compute001']
        [HostName: 'ute00']                             | ['compute000', 'compute001', 'compute002', 'compute003']
        [HostName: '^COMPUTE.*[12]$']                   | ['compute001', 'compute002']
        [HostName: '(']                                 | []
        [PrivateIpAddress: '172.16.0.2']                | ['login0']
        [Filter: '{"status":"stopped"}']                | ['compute003']
        [Filter: '{"status":"running"}', Role: 'Compute'] | ['compute000', 'compute001', 'compute002']
        [HostName: 'nobody']                            | []
    }

    def 'a filter that is none is refused'() {
        given:
        start()

        expect:
        refusal('ListNodes', [ClusterId: DEMO, Filter: filter])[0..1] == [400, 'InvalidParams']

        where:
        filter << ['running', '{"status":"asleep"}', '[]']
    }

    def 'nodes are sorted by #sort'() {
        given:
        start(LocalOptions.defaults().withComputeNodes(2))

        expect:
        hosts(sort) == wanted

        where:
        sort                                         | wanted
        [SortBy: 'HostName']                         | ['compute000', 'compute001', 'login0', 'manager0']
        [SortBy: 'HostName', Sequence: 'Backward']   | ['manager0', 'login0', 'compute001', 'compute000']
        [SortBy: 'AddedTime', Sequence: 'Backward']  | ['compute001', 'compute000', 'login0', 'manager0']
        [SortBy: 'AddedTime', Sequence: 'Forward']   | ['manager0', 'login0', 'compute000', 'compute001']
    }

    def 'what happens to nodes and clusters is seen'() {
        given:
        start()

        when:
        service.stopNode(node('compute000'))
        service.failNode(node('compute001'))
        service.failNode(node('compute002'))
        service.startNode(node('compute002'))
        service.setClusterStatus(DEMO, 'exception')

        then:
        ask('ListNodes', [ClusterId: DEMO, Role: 'Compute']).at('Nodes.NodeInfo')*.Status ==
                ['stopped', 'exception', 'running', 'running']
        with(ask('ListClusters').at('Clusters.ClusterInfoSimple')[0]) {
            Status == 'exception'
            Computes == [ExceptionCount: 1, NormalCount: 2, OperatingCount: 0, StoppedCount: 1, Total: 4]
        }
        ask('DescribeCluster', [ClusterId: DEMO]).at('ClusterInfo.Status') == 'exception'
    }

    def 'attributes of a cluster are changed, and kept by a data directory'() {
        given:
        LocalOptions options = LocalOptions.defaults().withDataDirectory(temp.resolve('world'))
        start(options)
        String image = ask('ListCustomImages', [BaseOsTag: 'CentOS_7.6_64']).at('Images.ImageInfo')[0].ImageId

        when:
        WireClient.Reply reply = ask('ModifyClusterAttributes', [
            ClusterId: DEMO, Name: 'crash tests', Description: 'für alle', ImageId: image, ImageOwnerAlias: 'self',
            RamRoleName: 'reader', 'RamNodeTypes.1': 'manager', 'RamNodeTypes.2': 'compute'])
        ask('ModifyClusterAttributes', [ClusterId: DEMO, Description: 'for all'])
        service.close()
        start(options)

        then:
        reply.status == 200
        reply.body.keySet().toList() == ['RequestId']
        ask('DescribeCluster', [ClusterId: DEMO]).body.ClusterInfo.subMap(
                'Name', 'Description', 'ImageId', 'ImageOwnerAlias', 'RamRoleName', 'RamNodeTypes') == [
            Name: 'crash tests', Description: 'for all', ImageId: image, ImageOwnerAlias: 'self',
            RamRoleName: 'reader', RamNodeTypes: '["manager","compute"]']
        ask('ListClusters').at('Clusters.ClusterInfoSimple')*.Name == ['crash tests', 'localhybrid']
        ask('DescribeCluster', [ClusterId: HYBRID]).body.ClusterInfo.subMap('Description', 'RamRoleName', 'RamNodeTypes') ==
                [Description: 'a hybrid cluster in proxy mode on this machine', RamRoleName: '', RamNodeTypes: '[]']
    }

    def 'attributes are refused: #parameters'() {
        given:
        start()

        expect:
        refusal('ModifyClusterAttributes', [ClusterId: DEMO, Name: 'x'] + parameters) == [status, code, message.toString()]
        ask('DescribeCluster', [ClusterId: DEMO]).at('ClusterInfo.Name') == 'localdemo1'

        where:
        parameters                                     | status | code              | message
        [ClusterId: 'nowhere']                         | 404    | 'ClusterNotFound' | "there is no cluster nowhere; known: $DEMO, $HYBRID"
        [ImageId: 'm-1']                               | 400    | 'InvalidParams'   | 'ImageId must be an image for CentOS, is m-1'
        [ImageId: 'centos_7_06_64_20G_alibase_20190711.vhd', ImageOwnerAlias: 'self'] | 400 | 'InvalidParams' |
                'ImageId must be an image for CentOS of owner self, is centos_7_06_64_20G_alibase_20190711.vhd'
        [ImageOwnerAlias: 'system']                    | 400    | 'InvalidParams'   | 'ImageId must be given with ImageOwnerAlias'
        ['RamNodeTypes.1': 'login', 'RamNodeTypes.2': 'boss'] | 400 | 'InvalidParams' | "RamNodeTypes must be manager, login or compute, is 'boss'"
        ['WinAdPar.AdIp': '10.0.0.1', 'WinAdPar.AdUserPasswd': 'Open-Sesame-1'] | 400 | 'InvalidParams' |
                "WinAdPar is only allowed for a cluster with Active Directory, cluster $DEMO has accounts of type nis"
    }

    def 'the test hooks refuse what is not there'() {
        given:
        start()

        when:
        action(service)

        then:
        IllegalArgumentException e = thrown()
        e.message == message

        where:
        action                                                       | message
        ({ LocalService s -> s.stopNode('i-1') })                    | "node 'i-1' not found"
        ({ LocalService s -> s.setClusterStatus('c-1', 'running') }) | "cluster 'c-1' not found"
        ({ LocalService s -> s.setClusterStatus(DEMO, 'asleep') })   |
                'status must be one of [creating, exception, init, releasing, running, uninit], is asleep'
    }

    def 'images are filtered by #filter'() {
        given:
        start()

        expect:
        ask('ListCustomImages', filter).at('Images.ImageInfo')*.ImageName == wanted

        where:
        filter                                              | wanted
        [:]                                                 | ['openfoam-centos72', 'gromacs-centos76', 'render-windows2019', 'shared-centos72', 'shared-centos79']
        [ImageOwnerAlias: 'self']                           | ['openfoam-centos72', 'gromacs-centos76', 'render-windows2019']
        [ImageOwnerAlias: 'others']                         | ['shared-centos72', 'shared-centos79']
        [BaseOsTag: 'CentOS_7.2_64']                        | ['openfoam-centos72', 'shared-centos72']
        [BaseOsTag: 'CentOS_7.2_64', ImageOwnerAlias: 'self'] | ['openfoam-centos72']
        [BaseOsTag: 'Debian_12_64']                         | []
        [ClusterId: DEMO, ImageOwnerAlias: 'self']          | ['openfoam-centos72', 'gromacs-centos76']
        [InstanceType: 'ecs.c6.large', BaseOsTag: 'CentOS_7.9_64'] | ['shared-centos79']
    }

    def 'an image is told with both of its tags'() {
        given:
        start()

        expect:
        with(ask('ListCustomImages', [BaseOsTag: 'CentOS_7.6_64']).at('Images.ImageInfo')[0]) {
            ImageId ==~ /m-bp1[0-9a-z]{17}/
            BaseOsTag == [Architecture: 'x86_64', OsTag: 'CentOS_7.6_64', Platform: 'CentOS', Version: '7.6']
            OsTag == BaseOsTag + [BaseOsTag: 'CentOS_7.6_64']
            Size == 40
            Status == 'Available'
        }
    }

    def 'images refuse #filter'() {
        given:
        start()

        expect:
        refusal('ListCustomImages', filter) == error

        where:
        filter                    | error
        [ClusterId: 'nowhere']    | [404, 'ClusterNotFound', "there is no cluster nowhere; known: $DEMO, $HYBRID"]
        [ImageOwnerAlias: 'mine'] | [400, 'InvalidParameter', "ImageOwnerAlias must be self or others, is 'mine'"]
        [InstanceType: 'large']   | [400, 'InvalidParameter', 'InstanceType must be as in ecs.c6.large, is large']
    }
}
