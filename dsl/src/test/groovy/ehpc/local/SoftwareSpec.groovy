package ehpc.local

import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.TempDir

class SoftwareSpec extends LifecycleSpecification {

    @TempDir
    Path temp

    def 'the software for each image and scheduler is listed'() {
        given:
        start()

        when:
        List all = softwares()

        then:
        all.collect { [it.OsTag, it.SchedulerType, it.SchedulerVersion] } ==
                [['CentOS_7.6_64', 'slurm', '19.05.5'], ['CentOS_7.6_64', 'pbs', '18.1.1'], ['CentOS_7.2_64', 'pbs', '18.1.1']]
        all[0].Applications.ApplicationInfo.find { it.Tag == 'OPENFOAM_5.0' } ==
                [Name: 'openfoam', Required: false, Tag: 'OPENFOAM_5.0', Version: '5.0']
        softwares(OsTag: 'CentOS_7.2_64')*.SchedulerType == ['pbs']
        softwares(EhpcVersion: '1.0.0').size() == 3
        softwares(EhpcVersion: '0.9.0') == []
    }

    def 'an installation takes a number of looks, or a time'() {
        given:
        start(Transitions.afterLooks(2))

        when:
        install('MPICH_3.2')
        int again = install('MPICH_3.2').status
        List<String> statuses = (1..4).collect { installed()[0].SoftwareStatus }

        then:
        statuses == ['Installing', 'Installing', 'Installed', 'Installed']
        again == 403
        refusal('InstallSoftware', [ClusterId: DEMO, Application: 'MPICH_3.2'])[0..1] == [406, 'ExecFail']

        when:
        HandClock clock = new HandClock()
        start(LocalOptions.defaults().withTransitions(Transitions.timed(Duration.ofSeconds(5))).withClock(clock))
        install('MPICH_3.2')
        List<String> early = [installed()[0].SoftwareStatus, installed()[0].SoftwareStatus]
        List conflict = refusal('UninstallSoftware', [ClusterId: DEMO, Application: 'MPICH_3.2'])
        clock.now += Duration.ofSeconds(5)

        then:
        early == ['Installing'] * 2
        conflict == [403, 'ConflictOpt', "application MPICH_3.2 is being installed on cluster $DEMO"]
        installed()[0].SoftwareStatus == 'Installed'
        ask('UninstallSoftware', [ClusterId: DEMO, Application: 'MPICH_3.2']).status == 200
    }

    def 'an application is installed, seen in both lists, and uninstalled'() {
        given:
        start(Transitions.atOnce())

        when:
        WireClient.Reply first = install('OPENFOAM_5.0')
        install('ABYSS_2.1.5')

        then:
        first.status == 200
        first.body.keySet().toList() == ['RequestId']
        installed() == [
            [SoftwareId: 'OPENFOAM_5.0', SoftwareName: 'openfoam', SoftwareStatus: 'Installed', SoftwareVersion: '5.0'],
            [SoftwareId: 'ABYSS_2.1.5', SoftwareName: 'abyss', SoftwareStatus: 'Installed', SoftwareVersion: '2.1.5']]
        ask('DescribeCluster', [ClusterId: DEMO]).at('ClusterInfo.Applications.ApplicationInfo') ==
                [[Name: 'openfoam', Tag: 'OPENFOAM_5.0', Version: '5.0'], [Name: 'abyss', Tag: 'ABYSS_2.1.5', Version: '2.1.5']]
        installed(HYBRID) == []

        when:
        WireClient.Reply gone = ask('UninstallSoftware', [ClusterId: DEMO, Application: 'OPENFOAM_5.0'])

        then:
        gone.status == 200
        installed()*.SoftwareId == ['ABYSS_2.1.5']
    }

    def 'a data directory keeps the software'() {
        given:
        LocalOptions options = LocalOptions.defaults().withDataDirectory(temp.resolve('world'))
        start(options)
        install('MPICH_3.2')
        service.close()

        when:
        start(options)

        then:
        installed()*.SoftwareId == ['MPICH_3.2']
    }

    def 'an application is installed once by requests at the same time'() {
        given:
        start(Transitions.atOnce())
        def threads = Executors.newFixedThreadPool(4)

        when:
        List<Integer> statuses = threads.invokeAll((1..8).collect { { -> install('WRF-MPICH_3.8.1').status } as Callable<Integer> })*.get()

        then:
        statuses.countBy { it } == [200: 1, 406: 7]
        installed()*.SoftwareId == ['WRF-MPICH_3.8.1']

        cleanup:
        threads.shutdownNow()
    }

    private WireClient.Reply install(String tag) {
        ask('InstallSoftware', [ClusterId: DEMO, Application: tag])
    }

    private List<Map<String, ?>> installed(String cluster = DEMO) {
        ask('ListInstalledSoftware', [ClusterId: cluster]).at('SoftwareList.SoftwareList')
    }

    private List<Map<String, ?>> softwares(Map<String, ?> parameters = [:]) {
        ask('ListSoftwares', parameters).at('Softwares.SoftwareInfo')
    }
}
