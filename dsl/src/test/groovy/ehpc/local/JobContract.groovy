package ehpc.local

import java.nio.charset.StandardCharsets
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions
import tools.jackson.databind.json.JsonMapper

/** What jobs do, whichever scheduler runs them. The features share a service, and each reads only jobs of its own. */
@Timeout(120)
abstract class JobContract extends Specification {

    static final String DEMO = LocalSpecification.DEMO
    static final String PASSWORD = 'Open-Sesame-1'
    static final JsonMapper JSON = JsonMapper.builder().build()

    @Shared
    LocalService service

    @Shared
    WireClient client

    void setupSpec() {
        service = LocalService.start(options())
        client = new WireClient(service.endpoint())
        ask('AddUsers', [ClusterId: DEMO, 'User.1.Name': 'ada0001', 'User.1.Group': 'users', 'User.1.Password': PASSWORD,
                         'User.2.Name': 'grace.h', 'User.2.Group': 'wheel', 'User.2.Password': PASSWORD])
    }

    void cleanupSpec() {
        service?.close()
    }

    abstract LocalOptions options()

    def 'a script is saved, and runs as a job in the home of its user'() {
        given:
        int saved = file('work/hello.sh', 'echo "$PBS_JOBNAME in $PWD for $USER: $*"\necho trouble >&2\nexit 3\n')

        when:
        String id = submit(CommandLine: 'work/hello.sh one "two three"', Name: 'hello.job', PackagePath: './work')
        Map job = finished(id)

        then:
        saved == 200
        id ==~ /[0-9]+\.manager0/
        job.subMap('Name', 'Owner', 'Priority', 'ArrayRequest', 'Resources') ==
                [Name: 'hello.job', Owner: 'ada0001', Priority: '0', ArrayRequest: '', Resources: [Cores: 1, Nodes: 1]]
        job.Comment == 'failed with exit code 3'
        job.NodeList ==~ /\["compute00[0-3]"\]/
        [job.SubmitTime, job.StartTime, job.LastModifyTime].every { it ==~ /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/ }
        job.Stdout == "$job.ShellPath/hello.job.o${id.tokenize('.')[0]}"
        log(id) == ["hello.job in $job.ShellPath for ada0001: one two three\n".toString(), 'trouble\n']
        with(described(id)) {
            it.Exit_status == 3
            it.job_state == 'F'
            it.Job_Owner == 'ada0001@manager0'
            it.queue == 'workq'
        }

        and: 'every node sees the output'
        run("cat hello.job.o${id.tokenize('.')[0]}", '/home/ada0001/work') == log(id)[0]
    }

    def 'output goes to a file or into a directory, and an output that exists is replaced'() {
        given:
        run('mkdir -p logs; echo old > all.txt', '/home/ada0001')

        when:
        String id = submit(CommandLine: 'echo new; echo wrong >&2', Name: 'output.1', StdoutRedirectPath: './all.txt',
                StderrRedirectPath: './logs', PostCmdLine: 'echo after')
        finished(id)

        then:
        run("cat all.txt logs/output.1.e${id.tokenize('.')[0]}", '/home/ada0001') == 'new\nafter\nwrong\n'
        parts(id, 1, 3) == ['ew\n', 'ron']
        parts(id, 400, 3) == ['', '']
    }

    def 'a home that was removed is there again for the next job'() {
        given:
        finished(submit(CommandLine: 'pwd', RunasUser: 'grace.h'))
        run('rm -r grace.h', '/home')

        when:
        String id = submit(CommandLine: 'pwd', Name: 'home.job', RunasUser: 'grace.h')
        Map job = finished(id)

        then:
        job.Comment == 'completed'
        log(id) == ["$job.ShellPath\n".toString(), '']
        job.Stdout == "$job.ShellPath/home.job.o${id.tokenize('.')[0]}"
        job.Stderr == "$job.ShellPath/home.job.e${id.tokenize('.')[0]}"
    }

    def 'the tasks of an array have their own index, log and exit code'() {
        when:
        String id = submit(CommandLine: 'echo $GREETING $PBS_ARRAY_INDEX $SLURM_ARRAY_TASK_ID; exit $PBS_ARRAY_INDEX', Name: 'array.1',
                ArrayRequest: '0-4:2', Variables: '[{"Name":"GREETING","Value":"it\'s, \\"so\\""}]')
        String number = id.tokenize('.')[0]
        Map job = finished(id)

        then:
        job.ArrayRequest == '0-4:2'
        [0, 2, 4].collect { log("$number[$it].manager0")[0] } == [0, 2, 4].collect { "it's, \"so\" $it $it\n".toString() }
        [0, 2, 4].collect { described("${number}_$it", "$number[$it].manager0").Exit_status } == [0, 2, 4]
        described(id).keySet().containsAll(["$number[0].manager0", "$number[4].manager0"]*.toString())
        refusal('GetJobLog', [JobId: id]) ==
                [400, 'InvalidParams', "JobId must name one task of the array, such as $number[0].manager0, is $id"]
        refusal('DescribeJob', [JobId: "$number[1].manager0"])[0..1] == [400, 'InvalidParams']
    }

    def 'jobs wait for free nodes, the more important ones less'() {
        given:
        ask('AddQueue', [ClusterId: DEMO, QueueName: 'single'])
        ask('SetQueue', [ClusterId: DEMO, QueueName: 'single', 'Node.1.Name': 'compute003'])
        Map whole = [JobQueue: 'single', Node: 1, Cpu: 2]

        when:
        String first = submit(whole + [CommandLine: 'until [ -e go ]; do sleep 0.1; done', Name: 'first.job'])
        waitFor { state(first) == 'RUNNING' }
        List<String> others = [0, 9, 4].collect {
            submit(whole + [CommandLine: "echo $it >> order", Name: "prio.$it", Priority: it])
        }

        then:
        others.collect { state(it) } == ['QUEUED'] * 3
        filtered(Queues: ['sing'], JobStatus: 'notfinish')*.Name == ['prio.4', 'prio.9', 'prio.0', 'first.job']
        filtered(Queues: ['sing'], Nodes: ['compute003'])*.Name == ['first.job']
        refusal('GetJobLog', [JobId: first]) ==
                [400, 'InvalidParams', 'ExecHost must be the node of the running job, compute003, is missing']
        log(first, 'compute003') == ['', '']

        when: 'a job that waits is stopped, and the first may end'
        stop(others[2])
        run('touch go', '/home/ada0001')
        List ends = ([first] + others).collect { finished(it).Comment }

        then:
        ends == ['completed', 'completed', 'completed', 'stopped by a user']
        run('cat order', '/home/ada0001') == '9\n0\n'
    }

    def 'a job is stopped, exceeds its time, and is run again'() {
        when:
        String stopped = submit(CommandLine: 'echo begun; sleep 60', Name: 'long.job')
        String late = submit(CommandLine: 'echo begun; sleep 60', Name: 'late.job', ClockTime: '1')
        String again = submit(CommandLine: '[ -e twice ] || { touch twice; sleep 60; }; echo done', Name: 'again.job', ReRunable: true)
        String retried = submit(CommandLine: '[ -e third ] || { [ ! -e second ] || touch third; touch second; exit 7; }', Name: 'retry.job',
                'JobRetry.Count': 3, 'JobRetry.OnExitCode': 7)
        waitFor { [stopped, again].every { state(it) == 'RUNNING' } && run('ls', '/home/ada0001').contains('twice') }
        List answers = [stop(stopped), jobs('RerunJobs', again)]

        then:
        answers == [200, 200]
        [stopped, late, again, retried].collect { finished(it).Comment } ==
                ['stopped by a user', 'stopped because it ran longer than ClockTime', 'completed', 'completed']
        log(stopped)[0] == 'begun\n'
        log(late)[0] == 'begun\n'
        log(again)[0] == 'done\n'
        described(again).run_count == 2
        described(retried).run_count == 3

        and: 'a finished job is neither stopped nor run again, but deleted'
        refusal('StopJobs', [Jobs: ids(stopped)]) ==
                [406, 'AgentError.Job.StopFailure', "job $stopped must be RUNNING or QUEUED, is FINISHED"]
        refusal('RerunJobs', [Jobs: ids(again)]) ==
                [406, 'AgentError.Job.RerunFailure', "job $again must be RUNNING or QUEUED, is FINISHED"]
        jobs('DeleteJobs', stopped, late) == 200
        refusal('DescribeJob', [JobId: stopped]) ==
                [400, 'InvalidParams', "JobId must be the id of a job of cluster $DEMO, is $stopped"]
        !filtered([:])*.Id.contains(late)
    }

    def 'a job ends with its node, and one that may run again does so elsewhere'() {
        given:
        List<String> ids = [
            submit(CommandLine: 'sleep 60', Name: 'single.job', Node: 1, Cpu: 2),
            submit(CommandLine: '[ $SLURM_JOB_NODELIST = compute002 ] || sleep 60', Name: 'again.job', Node: 1, Cpu: 2, ReRunable: true)]
        waitFor { ids.collect { listed(it).NodeList } == ['["compute000"]', '["compute001"]'] }
        List<String> nodes = ask('ListNodes', [ClusterId: DEMO, Role: 'Compute']).at('Nodes.NodeInfo').take(2)*.Id

        when:
        nodes.each { service.failNode(it) }

        then:
        ids.collect { finished(it).Comment } == ['stopped because a node failed', 'completed']
        listed(ids[1]).NodeList == '["compute002"]'

        when: 'the nodes are back'
        nodes.each { service.startNode(it) }

        then:
        finished(submit(CommandLine: 'true', Node: 3)).NodeList == '["compute000","compute001","compute002"]'
    }

    protected WireClient.Reply ask(String action, Map<String, ?> parameters) {
        client.ask(action, parameters)
    }

    protected List refusal(String action, Map<String, ?> parameters) {
        WireClient.Reply reply = ask(action, [ClusterId: DEMO] + parameters)
        [reply.status, reply.body.Code, reply.body.Message]
    }

    protected int file(String name, String text, String user = 'ada0001') {
        ask('CreateJobFile', [ClusterId: DEMO, RunasUser: user, RunasUserPassword: PASSWORD, TargetFile: name,
                              Content: Base64.encoder.encodeToString(text.getBytes(StandardCharsets.UTF_8))]).status
    }

    protected String submit(Map<String, ?> parameters) {
        WireClient.Reply reply = ask('SubmitJob', [ClusterId: DEMO, RunasUser: 'ada0001', RunasUserPassword: PASSWORD] + parameters)
        assert reply.status == 200, reply.body
        reply.body.JobId
    }

    protected int stop(String... jobIds) {
        jobs('StopJobs', jobIds)
    }

    protected int jobs(String action, String... jobIds) {
        ask(action, [ClusterId: DEMO, Jobs: ids(jobIds)]).status
    }

    protected static String ids(String... jobIds) {
        JSON.writeValueAsString(jobIds.collect { [Id: it] })
    }

    protected Map<String, ?> listed(String id) {
        ask('ListJobs', [ClusterId: DEMO, PageSize: 50, State: 'all']).at('Jobs.JobInfo').find { it.Id == id }
    }

    protected String state(String id) {
        listed(id).State
    }

    protected Map<String, ?> finished(String id) {
        waitFor { state(id) == 'FINISHED' }
        listed(id)
    }

    protected static void waitFor(Closure<Boolean> condition) {
        new PollingConditions(timeout: 30).eventually { assert condition.call() }
    }

    protected List<Map<String, ?>> filtered(Map<String, ?> parameters) {
        Map<String, ?> wire = parameters.collectEntries { name, value ->
            value instanceof List ? value.indexed().collectEntries { i, one -> ["$name.${i + 1}".toString(), one] } : [(name): value]
        }
        ask('ListJobsWithFilters', [ClusterId: DEMO, PageSize: 50] + wire).body.Jobs
    }

    protected Map<String, ?> described(String id, String key = id) {
        JSON.readValue(ask('DescribeJob', [ClusterId: DEMO, JobId: id]).at('Message.JobInfo'), Map)[key]
    }

    protected List<String> log(String id, String host = null) {
        WireClient.Reply reply = ask('GetJobLog', [ClusterId: DEMO, JobId: id, ExecHost: host])
        assert reply.status == 200, reply.body
        [reply.body.OutputLog, reply.body.ErrorLog].collect { new String(Base64.decoder.decode(it), StandardCharsets.UTF_8) }
    }

    protected List<String> parts(String id, int offset, int size) {
        WireClient.Reply reply = ask('GetJobLog', [ClusterId: DEMO, JobId: id, Offset: offset, Size: size])
        [reply.body.OutputLog, reply.body.ErrorLog].collect { new String(Base64.decoder.decode(it), StandardCharsets.UTF_8) }
    }

    /** The output of a command on the login node. */
    protected String run(String command, String directory) {
        String node = ask('ListNodes', [ClusterId: DEMO, Role: 'Login']).at('Nodes.NodeInfo')[0].Id
        String id = ask('InvokeShellCommand', [ClusterId: DEMO, Command: command, WorkingDir: directory, 'Instance.1.Id': node]).body.CommandId
        waitFor { ask('ListInvocationStatus', [ClusterId: DEMO, CommandId: id]).body.InvokeStatus != 'Running' }
        Map result = ask('ListInvocationResults', [ClusterId: DEMO, CommandId: id]).at('InvocationResults.InvocationResult')[0]
        assert result.ExitCode == 0, result
        result.Message
    }
}
