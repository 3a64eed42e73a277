package ehpc.local

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires

@Requires(value = { SlurmJobSpec.installed() }, reason = SlurmJobSpec.REASON)
class SlurmJobSpec extends JobContract {

    static final String REASON = 'Slurm (slurmctld, slurmd) or bubblewrap is not on this machine'

    static boolean installed() {
        ['slurmctld', 'slurmd', 'sbatch', 'bwrap'].every { program ->
            [System.getenv('PATH'), '/usr/sbin:/usr/bin'].join(':').split(':').any { Files.isExecutable(Path.of(it, program)) }
        }
    }

    @Override
    LocalOptions options() {
        LocalOptions.defaults().withScheduler(SchedulerMode.SLURM)
    }

    def 'jobs run in Slurm, on several nodes, and ask it themselves'() {
        when:
        String id = submit(CommandLine: 'squeue -h -o "%i %j %t" -j $SLURM_JOB_ID; srun hostname | sort; hostname', Name: 'inside.job', Node: 2)
        Map job = finished(id)

        then:
        service.describeJobs() == 'jobs by Slurm'
        log(id)[0].readLines() == ["${id.tokenize('.')[0]} inside.job R", 'compute000', 'compute001', 'compute000']*.toString()
        job.NodeList == '["compute000","compute001"]'
        job.Resources == [Cores: 2, Nodes: 2]

        when: 'a node joins'
        service.inject(Faults.none().first(1, 'ListNodes', Fault.nodeAppears()))
        ask('ListNodes', [ClusterId: DEMO])
        String five = submit(CommandLine: 'srun hostname | sort', Name: 'five.job', Node: 4)

        then:
        finished(five).NodeList == '["compute000","compute001","compute002","compute004"]'
        log(five)[0].readLines() == ['compute000', 'compute001', 'compute002', 'compute004']
    }
}
