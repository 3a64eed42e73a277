package ehpc.local

import java.nio.file.Path
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** The software, volumes, security group, client and log of a cluster that a request has created. */
class NewClusterSpec extends LifecycleSpecification {

    static final Map<String, ?> EQUIPPED = NEW + [
        'Application.1.Tag'                   : 'OPENFOAM_5.0',
        'Application.2.Tag'                   : 'MPICH_3.2',
        'AdditionalVolumes.1.VolumeId'        : '0localdata',
        'AdditionalVolumes.1.VolumeMountpoint': '0localdata-abc12.cn-hangzhou.nas.aliyuncs.com',
        'AdditionalVolumes.1.LocalDirectory'  : '/data',
        'AdditionalVolumes.1.Roles.1.Name'    : 'Compute',
        VolumeId                              : 'extreme-0localfast',
        VolumeMountpoint                      : 'extreme-0localfast-abc12.cn-hangzhou.extreme.nas.aliyuncs.com',
        SecurityGroupId                       : 'sg-bp1own',
        ClientVersion                         : '2.0.1',
    ]

    @TempDir
    Path temp

    def 'it has what its request named, and can change it'() {
        given:
        LocalOptions options = LocalOptions.defaults().withDataDirectory(temp.resolve('world'))
        start(options)
        WireClient.Reply creation = ask('CreateCluster', EQUIPPED)
        String id = creation.body.ClusterId
        ended(creation, id)

        expect:
        software(id) == ['OPENFOAM_5.0', 'MPICH_3.2']
        ask('DescribeCluster', [ClusterId: id]).at('ClusterInfo.Applications.ApplicationInfo')*.Tag == ['OPENFOAM_5.0', 'MPICH_3.2']
        ask('GetClusterVolumes', [ClusterId: id]).at('Volumes.VolumeInfo').collect { [it.VolumeId, it.LocalDirectory, it.Roles.RoleInfo*.Name] } == [
            ['extreme-0localfast', '/home', ['Manager', 'Login', 'Compute']], ['0localdata', '/data', ['Compute']]]
        ask('ListSecurityGroups', [ClusterId: id]).at('SecurityGroups.SecurityGroup') == ['sg-bp1own']
        ask('ListUpgradeClients', [ClusterId: id, RegionId: REGION]).body.CurrentVersion == '2.0.1'
        ask('ListNodes', [ClusterId: id]).at('Nodes.NodeInfo')*.Version.toUnique() == ['2.0.1']
        ask('ListClusterLogs', [ClusterId: id]).at('Logs.LogInfo')*.Operation == ['CreateCluster']

        when:
        List<WireClient.Reply> answers = ['OPENFOAM_5.0', 'MPICH_3.2'].collect { ask('UninstallSoftware', [ClusterId: id, Application: it]) } +
                ask('UpdateClusterVolumes', [ClusterId: id])
        service.close()
        start(options)

        then:
        answers*.body*.Message == [null] * 3
        software(id) == []
        ask('GetClusterVolumes', [ClusterId: id]).at('Volumes.VolumeInfo')*.VolumeId == ['extreme-0localfast']
        ask('ListClusterLogs', [ClusterId: id]).at('Logs.LogInfo')*.Operation ==
                ['UpdateClusterVolumes', 'UninstallSoftware', 'UninstallSoftware', 'CreateCluster']
        refusal('DeleteSecurityGroup', [ClusterId: id, SecurityGroupId: 'sg-bp1own'])[0..1] == [404, 'SecurityGroupNotSupported']
    }

    def 'the log names the tasks, and a deleted cluster has none'() {
        given:
        start()
        WireClient.Reply creation = ask('CreateCluster', NEW)
        String id = creation.body.ClusterId

        expect:
        ask('ListClusterLogs', [ClusterId: id]).at('Logs.LogInfo')*.Message[0].endsWith("task $creation.body.TaskId")

        when:
        ended(creation, id)
        ask('DeleteCluster', [ClusterId: id])
        new PollingConditions(timeout: 20).eventually { assert ask('ListClusters').body.TotalCount == 2 }

        then:
        refusal('ListClusterLogs', [ClusterId: id])[0..1] == [404, 'ClusterNotFound']
        ask('ListVolumes').at('Volumes.VolumeInfo')*.ClusterId == [DEMO, HYBRID]
    }

    private List<String> software(String cluster) {
        ask('ListInstalledSoftware', [ClusterId: cluster]).at('SoftwareList.SoftwareList')*.SoftwareId
    }
}
