package ehpc.local

import java.nio.file.Path
import spock.lang.TempDir

class VolumeSpec extends LocalSpecification {

    static final Map<String, String> DATA = [
        'AdditionalVolumes.1.VolumeId'        : '0localdata',
        'AdditionalVolumes.1.VolumeMountpoint': '0localdata-abc12.cn-hangzhou.nas.aliyuncs.com',
        'AdditionalVolumes.1.LocalDirectory'  : '/data',
    ]
    static final Map<String, ?> MAIN = [
        JobQueue: '', LocalDirectory: '/home', Location: 'PublicCloud', MustKeep: true, RemoteDirectory: '/',
        Roles: [RoleInfo: [[Name: 'Manager'], [Name: 'Login'], [Name: 'Compute']]], VolumeId: '0localdemo',
        VolumeMountpoint: '0localdemo-abc12.cn-hangzhou.nas.aliyuncs.com', VolumeProtocol: 'NFS', VolumeType: 'NAS']

    @TempDir
    Path temp

    def 'a cluster has its main volume, and those that an update gives it'() {
        given:
        start()

        expect:
        volumes() == [MAIN]

        when:
        WireClient.Reply updated = update(DATA + [
            'AdditionalVolumes.1.Roles.1.Name'    : 'Compute',
            'AdditionalVolumes.1.Roles.2.Name'    : 'Login',
            'AdditionalVolumes.1.JobQueue'        : 'workq',
            'AdditionalVolumes.1.RemoteDirectory' : '/projects',
            'AdditionalVolumes.2.VolumeId'        : 'lab',
            'AdditionalVolumes.2.VolumeMountpoint': 'nas.lab.example',
            'AdditionalVolumes.2.LocalDirectory'  : '/lab/data',
            'AdditionalVolumes.2.Location'        : 'OnPremise',
            'AdditionalVolumes.2.VolumeProtocol'  : 'SMB'])

        then:
        updated.status == 200
        volumes()[0] == MAIN
        volumes()[1] == [
            JobQueue: 'workq', LocalDirectory: '/data', Location: 'PublicCloud', MustKeep: false, RemoteDirectory: '/projects',
            Roles: [RoleInfo: [[Name: 'Compute'], [Name: 'Login']]], VolumeId: '0localdata',
            VolumeMountpoint: '0localdata-abc12.cn-hangzhou.nas.aliyuncs.com', VolumeProtocol: 'NFS', VolumeType: 'NAS']
        volumes()[2].subMap('LocalDirectory', 'Location', 'VolumeProtocol', 'RemoteDirectory') ==
                [LocalDirectory: '/lab/data', Location: 'OnPremise', VolumeProtocol: 'SMB', RemoteDirectory: '/']
        volumes(HYBRID) == [MAIN]

        and: 'the list of all clusters has an entry per kind of node'
        with(ask('ListVolumes')) {
            body.TotalCount == 2
            at('Volumes.VolumeInfo')*.ClusterId == [DEMO, HYBRID]
            at('Volumes.VolumeInfo')*.ClusterName == ['localdemo1', 'localhybrid']
            at('Volumes.VolumeInfo')*.VolumeId == ['0localdemo'] * 2
            at('Volumes.VolumeInfo')[0].AdditionalVolumes.VolumeInfo.collect { [it.LocalDirectory, it.Role] } ==
                    [['/data', 'Compute'], ['/data', 'Login'], ['/lab/data', 'Manager'], ['/lab/data', 'Login'], ['/lab/data', 'Compute']]
        }

        when: 'an update replaces the volumes'
        update(DATA + ['AdditionalVolumes.1.LocalDirectory': '/other'])

        then:
        volumes()*.LocalDirectory == ['/home', '/other']

        when:
        update([:])

        then:
        volumes() == [MAIN]
    }

    def 'a data directory keeps the volumes'() {
        given:
        LocalOptions options = LocalOptions.defaults().withDataDirectory(temp.resolve('world'))
        start(options)
        update(DATA)
        List before = volumes()
        service.close()

        when:
        start(options)

        then:
        volumes() == before
        before.size() == 2
    }

    def 'the file systems of the account can be mounted'() {
        given:
        start()

        when:
        List nas = ask('ListFileSystemWithMountTargets').at('FileSystemList.FileSystems')
        List cpfs = ask('ListCpfsFileSystems').at('FileSystemList.FileSystems')

        then:
        nas*.FileSystemId == ['0localdemo', '0localdata', 'extreme-0localfast']
        nas*.FileSystemType == ['standard', 'standard', 'extreme']
        nas[0].Destription == 'the main volume of the clusters'
        nas[0].CreateTime == '2026-01-05 02:00:00'
        nas[0].MountTargetList.MountTargets*.NetworkType == ['vpc']
        cpfs*.FileSystemId == ['cpfs-0localcpfs']
        cpfs*.Capacity == ['3600']
        ask('ListCpfsFileSystems', [FileSystemId: 'cpfs-none']).body.TotalCount == 0
        with(ask('ListFileSystemWithMountTargets', [PageSize: 2, PageNumber: 2])) {
            at('FileSystemList.FileSystems')*.FileSystemId == ['extreme-0localfast']
            body.TotalCount == 3
        }
        (nas + cpfs).every {
            update(['AdditionalVolumes.1.VolumeId': it.FileSystemId, 'AdditionalVolumes.1.LocalDirectory': '/mnt/it',
                    'AdditionalVolumes.1.VolumeMountpoint': it.MountTargetList.MountTargets[0].MountTargetDomain]).status == 200
        }
    }

    private List<Map<String, ?>> volumes(String cluster = DEMO) {
        WireClient.Reply reply = ask('GetClusterVolumes', [ClusterId: cluster])
        assert reply.body.RegionId == REGION
        reply.at('Volumes.VolumeInfo')
    }

    private WireClient.Reply update(Map<String, ?> parameters) {
        ask('UpdateClusterVolumes', [ClusterId: DEMO] + parameters)
    }
}
