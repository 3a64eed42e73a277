package ehpc.dsl

import ehpc.ChangeException
import ehpc.connect.Connection
import ehpc.connect.ConnectionOptions
import ehpc.local.LocalOptions
import ehpc.local.SchedulerMode
import ehpc.local.SlurmJobSpec
import ehpc.plan.Plan
import ehpc.script.ScriptException
import ehpc.script.ScriptRun
import ehpc.script.Scripts
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** The word {@code jobs}: a list, and what can be done with jobs. */
@Timeout(60)
class JobsSpec extends Specification {

    static final String CLUSTER = 'ehpc-hz-localdemo1'
    static final String UNTIL_GO = 'echo begun; until [ -e "$HOME/go" ]; do sleep 0.1; done'

    @AutoCleanup
    @Shared
    Connection connection = Connection.open(ConnectionOptions.defaults().local(LocalOptions.defaults().withScheduler(SchedulerMode.BUILT_IN)))

    StringBuilder out = new StringBuilder()

    void setupSpec() {
        Scripts.compile('u.ehpc', "cluster('$CLUSTER') { users.add 'ada.byron', group: 'users', password: secret('PW') }")
                .over(connection.ehpc()).environment(PW: 'Open-Sesame-1').run()
    }

    def 'a job is submitted, awaited, listed and read'() {
        when:
        run '''
            queues.add 'small'
            queues.move 'compute003', to: 'small'
            def job = jobs.submit 'echo "hi from $PBS_QUEUE"; echo trouble >&2; exit 3', name: 'hello.job', user: 'ada.byron',
                    password: secret('PW'), queue: 'small', priority: 7, variables: [[name: 'A', value: '1']], stdout: './hello.out'
            assert job.id ==~ /[0-9]+\\.manager0/
            job.await(1.minute)
            print job.log
            print jobs.log(job.id)
            print jobs.errorLog(job.id)
            def listed = jobs.find { it.id == job.id }
            println([listed.name, listed.state, listed.owner, listed.queue, listed.priority, listed.nodeNames, listed.comment])
            println listed.stdout.endsWith('/hello.out')
            println([listed.submitTime, listed.startTime].every { it ==~ /20.{8}T.{8}Z/ })
            println([listed.rerunable, listed.resources.cores, job.info == listed, "$job" == job.id])
        '''

        then:
        out.toString() == '''\
            hi from small
            hi from small
            trouble
            [hello.job, FINISHED, ada.byron, small, 7, [compute003], failed with exit code 3]
            true
            true
            [false, 1, true, true]
            '''.stripIndent()
    }

    def 'a job that is submitted is not awaited, and a running one has output, and is stopped, run again and deleted'() {
        when:
        run """
            def job = jobs.submit '$UNTIL_GO', name: 'until.go', user: 'ada.byron', reRunable: true
            while (job.info.state != 'RUNNING' || !job.log) { sleep 50 }
            print job.log
            println jobs.findAll { it.state == 'RUNNING' }*.name
            jobs.rerun job.id
            jobs.stop job.id
            println job.await(1.minute).info.state
            jobs.delete([job.id])
            println jobs.any { it.id == job.id }
            def gone = jobs.submit 'sleep 60', name: 'second.job', user: 'ada.byron'
            jobs.stop "\${gone.id}"
            gone.await()
            println jobs.find { it.id == gone.id }.state
        """

        then:
        out.toString() == 'begun\n[until.go]\nFINISHED\nfalse\nFINISHED\n'
    }

    def 'a word waits if it is told, and says what goes on when the time is over'() {
        when:
        run "println jobs.submit('echo quick', name: 'quick.job', user: 'ada.byron', await: 1.minute).info.state"

        then:
        out.toString() == 'FINISHED\n'

        when:
        run '''
            def job = jobs.submit 'sleep 60', name: 'long.job', user: 'ada.byron', await: false
            try {
                job.await(java.time.Duration.ofMillis(300))
            } finally {
                jobs.stop job.id
            }
        '''

        then:
        ScriptException e = thrown()
        e.message ==~ /s.ehpc:5: jobs.submit goes on after 0.3s: (RUNNING|QUEUED); ListJobs shows job (\S+), in a script jobs.find \{ it.id == '\2' }/
        (e.cause as ChangeException).open
    }

    def 'a value in the command of a job is one word, and text that was computed is refused'() {
        when:
        run '''
            def odd = "it's; a *"
            print jobs.submit("printf '%s\\n' ${odd} ${['a', 'b']}", name: 'values', user: 'ada.byron', await: 1.minute).log
            print jobs.submit(raw('echo ' + 'raw'), name: 'values', user: 'ada.byron', await: 1.minute).log
        '''

        then:
        out.toString() == "it's; a *\na\nb\nraw\n"

        when:
        run "jobs.submit('echo ' + args.size(), name: 'values', user: 'ada.byron')"

        then:
        ScriptException e = thrown()
        e.message.startsWith('s.ehpc:2: a command must be a text of the script itself, is a value: write jobs.submit "')
    }

    def 'a log of more than one answer is complete'() {
        given:
        String text = run("print jobs.submit('seq 1 90000', name: 'longlog', user: 'ada.byron', await: 1.minute).log")

        expect:
        text == (1..90000).join('\n') + '\n'
    }

    @Requires(value = { SlurmJobSpec.installed() }, reason = SlurmJobSpec.REASON)
    def 'the words work with Slurm, too, also when a queue has no nodes'() {
        given:
        Connection slurm = Connection.open(ConnectionOptions.defaults().local(LocalOptions.defaults().withScheduler(SchedulerMode.SLURM)))

        when:
        Scripts.compile('s.ehpc', '''
            cluster('ehpc-hz-localdemo1') {
                users.add 'ada.byron', group: 'users', password: secret('PW')
                queues.add 'empty'
                def job = jobs.submit 'echo begun; sleep 60', name: 'long.job', user: 'ada.byron', queue: 'workq'
                while (job.info.state != 'RUNNING' || !job.log) { sleep 50 }
                print job.log
                jobs.stop job.id
                println job.await(1.minute).info.with { [it.state, it.owner, it.queue] }
                jobs.delete jobs*.id
                println jobs.size()
            }
            '''.stripIndent()).over(slurm.ehpc()).environment(PW: 'Open-Sesame-1').output(out).run()

        then:
        out.toString() == 'begun\n[FINISHED, ada.byron, workq]\n0\n'
        slurm.service().get().describeJobs() == 'jobs by Slurm'

        cleanup:
        slurm.close()
    }

    def 'a plan shows each step, sends nothing, and ends where the id is needed'() {
        when:
        Plan plan = over("""cluster('$CLUSTER') {
            jobs.submit './a.sh', user: 'ada.byron', password: secret('PW'), queue: 'workq', await: 1.minute
            jobs.stop '1.manager0'
            jobs.rerun '1.manager0'
            jobs.delete '1.manager0', '2.manager0'
            println jobs.submit('./a.sh', user: 'ada.byron').id
            jobs.stop '7.manager0'
        }""").plan()

        then:
        plan.steps().collect { [it.word(), it.calls()[0].operation(), it.destroys()] } == [
            ['jobs.submit', 'SubmitJob', false], ['jobs.stop', 'StopJobs', true], ['jobs.rerun', 'RerunJobs', false],
            ['jobs.delete', 'DeleteJobs', true], ['jobs.submit', 'SubmitJob', false]]
        !plan.toString().contains('Open-Sesame-1')
        plan.toString().contains('JobQueue')
    }

    def 'a value of the running script is checked before it is sent: #call'() {
        given:
        int before = changes()

        when:
        run call

        then:
        ScriptException e = thrown()
        e.message == 's.ehpc:2: ' + message
        changes() == before

        where:
        call                                                           || message
        "jobs.submit 'x', user: 'ada.byron', name: \"\${1}\""           || 'jobs.submit: name must be 6 to 30 characters, is 1'
        "jobs.submit 'x', user: 'ada.byron', priority: args.size() + 10" || 'jobs.submit: priority must be 0 to 9, is 10'
        'jobs.stop(args as List<String>)'                              || 'jobs.stop: ids must be given'
        'jobs.clear()'                                                 || "'jobs' cannot be changed like this; its words are jobs.submit, jobs.stop, jobs.rerun, jobs.delete, jobs.log, jobs.errorLog"
    }

    private int changes() {
        connection.service().get().requests()*.action().count { !it.startsWith('List') }
    }

    private String run(String words) {
        over("cluster('$CLUSTER') {\n$words\n}").run()
        out
    }

    private ScriptRun over(String script) {
        Scripts.compile('s.ehpc', script).over(connection.ehpc()).environment(PW: 'Open-Sesame-1').output(out)
    }
}
