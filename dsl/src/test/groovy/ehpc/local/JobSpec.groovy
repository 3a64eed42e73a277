package ehpc.local

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions
import tools.jackson.databind.json.JsonMapper

/** What the operations on jobs refuse and keep, job templates, the settings of schedulers, and serverless jobs. */
class JobSpec extends LocalSpecification {

    static final String PASSWORD = 'Open-Sesame-1'
    static final Map<String, ?> CONTAINER = [JobName: 'x', Container: '{"Image": "a", "Command": ["true"]}']
    static final JsonMapper JSON = JsonMapper.builder().build()

    @TempDir
    Path temp

    def '#action is refused: #code, #message'() {
        given:
        start()
        user()

        expect:
        refusal(action, [ClusterId: DEMO] + parameters) == [status, code, message.toString()]
        action == 'CreateJobFile' || ask('ListJobs', [ClusterId: DEMO]).body.TotalCount == 0
        machines.started == []

        where:
        action          | parameters                                                   | status | code            | message
        'SubmitJob'     | job(RunasUser: 'ada0002')                                    | 406    | 'AgentError.Account.UserNotExist' | "user 'ada0002' not found in cluster $DEMO; did you mean 'ada0001'?"
        'SubmitJob'     | job(RunasUserPassword: 'Wrong-Word-1')                       | 403    | 'IncorrectCredential' | "RunasUserPassword must be the password of user 'ada0001'"
        'SubmitJob'     | job(JobQueue: 'gpu')                                         | 400    | 'InvalidParams' | "JobQueue must be a queue of cluster $DEMO: workq, is gpu"
        'SubmitJob'     | job(Node: 5)                                                 | 406    | 'AgentError.Job.SubmitFailure' | "the job requests more than queue 'workq' of cluster $DEMO has: nodes 5 of 4, cores on each 1 of 2, MiB on each 0 of 4096"
        'SubmitJob'     | job(Node: 1, Task: 2, Thread: 2, Mem: '5gb')                 | 406    | 'AgentError.Job.SubmitFailure' | "the job requests more than queue 'workq' of cluster $DEMO has: nodes 1 of 4, cores on each 4 of 2, MiB on each 5120 of 4096"
        'SubmitJob'     | job(Node: 1, Task: 65536, Thread: 65536)                      | 406    | 'AgentError.Job.SubmitFailure' | "the job requests more than queue 'workq' of cluster $DEMO has: nodes 1 of 4, cores on each 2147483647 of 2, MiB on each 0 of 4096"
        'SubmitJob'     | job(ArrayRequest: '5-1')                                     | 400    | 'InvalidParams' | 'ArrayRequest must be first-last:step with indexes from 0 to 1000, the first not above the last, and a step of at least 1, is 5-1'
        'SubmitJob'     | job(ArrayRequest: '1-1001')                                  | 400    | 'InvalidParams' | 'ArrayRequest must be first-last:step with indexes from 0 to 1000, the first not above the last, and a step of at least 1, is 1-1001'
        'SubmitJob'     | job(ClockTime: '0')                                          | 400    | 'InvalidParams' | 'ClockTime must be 1 second to 365 days, is 0'
        'SubmitJob'     | job(Priority: 10)                                            | 400    | 'InvalidParams' | 'Priority must be 0 to 9, is 10'
        'SubmitJob'     | job(Variables: '[{"Name":"A B","Value":"1"}]')               | 400    | 'InvalidParams' | 'Variables[1].Name must be a letter or underscore, then letters, digits or underscores, is A B'
        'SubmitJob'     | job(InputFileUrl: 'https://a/b')                             | 400    | 'InvalidParams' | 'InputFileUrl must be left out, because nodes of the local service have no network; is https://a/b'
        'SubmitJob'     | job(StdoutRedirectPath: 'a\nb')                              | 400    | 'InvalidParams' | 'StdoutRedirectPath must be a path without control characters'
        'SubmitJob'     | [RunasUser: 'ada0001']                                       | 400    | 'MissingParameter' | 'CommandLine must be given'
        'SubmitServerlessJob' | CONTAINER + [Cpu: 0]                                   | 400    | 'InvalidParams' | 'Cpu must be above 0, is 0'
        'SubmitServerlessJob' | CONTAINER + [Memory: -1]                               | 400    | 'InvalidParams' | 'Memory must be above 0, is -1'
        'SubmitServerlessJob' | CONTAINER + [ArrayProperties: '{"IndexStep": 3000000000}'] | 400 | 'InvalidParams' | 'ArrayProperties.IndexStep must be at most 2147483647, is 3000000000'
        'CreateJobFile' | job(TargetFile: '../x', Content: 'eA==', CommandLine: null)  | 400    | 'InvalidParams' | 'TargetFile must be a path below the home of the user, is ../x'
        'CreateJobFile' | job(TargetFile: 'x', Content: 'eA==', RunasUser: 'b', CommandLine: null) | 406 | 'AgentError.Account.UserNotExist' | "user 'b' not found in cluster $DEMO"
        'DescribeJob'   | [JobId: '7.manager0']                                        | 400    | 'InvalidParams' | "JobId must be the id of a job of cluster $DEMO, is 7.manager0"
        'GetJobLog'     | [JobId: 'seven']                                             | 400    | 'InvalidParams' | "JobId must be the id of a job of cluster $DEMO, is seven"
        'StopJobs'      | [Jobs: '[{"Id":"7"}]']                                       | 400    | 'InvalidParams' | "Jobs[1].Id must be the id of a job of cluster $DEMO, is 7"
        'RerunJobs'     | [Jobs: '[{"Id":"7"}]']                                       | 400    | 'InvalidParams' | "Jobs[1].Id must be the id of a job of cluster $DEMO, is 7"
        'DeleteJobs'    | [Jobs: '[{"Id":"7"}]']                                       | 400    | 'InvalidParams' | "Jobs[1].Id must be the id of a job of cluster $DEMO, is 7"
    }

    def 'jobs need a running cluster with a running manager'() {
        given:
        start()
        user()

        when:
        service.setClusterStatus(DEMO, 'releasing')

        then:
        refusal('SubmitJob', [ClusterId: DEMO] + job([:])) ==
                [403, 'InvalidClusterStatus', "cluster $DEMO must be running, is releasing"]

        when:
        service.setClusterStatus(DEMO, 'running')
        service.stopNode(node('manager0'))

        then:
        refusal('SubmitJob', [ClusterId: DEMO] + job([:]))[0..1] == [404, 'ManagerNotFound']
        refusal('ListJobs', [ClusterId: DEMO])[0..1] == [404, 'ManagerNotFound']
        refusal('ListJobs', [ClusterId: 'ehpc-hz-none'])[0..1] == [404, 'ClusterNotFound']
    }

    @Requires(value = { data.mode != SchedulerMode.SLURM || SlurmJobSpec.installed() }, reason = SlurmJobSpec.REASON)
    def 'a data directory keeps jobs: those that ran count as ended, and those that waited go on, with #mode'() {
        given:
        startReal(mode)
        user()
        List<String> ids = [
            submit(CommandLine: 'echo first; exit 4', Name: 'first.job'),
            submit(CommandLine: 'sleep 60', Name: 'whole.job', Node: 4, Cpu: 2),
            submit(CommandLine: 'echo waited $PBS_ARRAY_INDEX', Name: 'waiting.job', Node: 1, Cpu: 2, ArrayRequest: '3-4')]
        eventually { states(ids) == ['FINISHED', 'RUNNING', 'QUEUED'] }
        Map before = listed(ids[0])
        service.close()

        when: 'a crash left half a line'
        Path file = temp.resolve("world/jobs/$DEMO/00000001.jsonl")
        Files.writeString(file, Files.readString(file) + '{"index":-1,"st')
        startReal(mode)
        eventually { states(ids) == ['FINISHED'] * 3 }

        then:
        listed(ids[0]) == before
        ids.collect { listed(it).Comment } ==
                ['failed with exit code 4', 'stopped because the local service stopped', 'completed']
        log(ids[0]) == 'first\n'
        log(ids[2].replace('.', '[4].')) == 'waited 4\n'
        !(submit(CommandLine: 'true') in ids)
        !Files.exists(temp.resolve("world/jobs/slurm-$DEMO")) || mode == SchedulerMode.SLURM

        and: 'a job that ended before is deleted'
        ask('DeleteJobs', [ClusterId: DEMO, Jobs: JSON.writeValueAsString([[Id: ids[0]]])]).status == 200
        listed(ids[0]) == null

        when:
        service.close()

        then:
        !Files.exists(temp.resolve("world/jobs/slurm-$DEMO"))

        where:
        mode << [SchedulerMode.BUILT_IN, SchedulerMode.SLURM]
    }

    def 'Slurm is refused where commands are not isolated by bubblewrap'() {
        when:
        LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST).withScheduler(SchedulerMode.SLURM))

        then:
        LocalServiceException e = thrown()
        e.message.startsWith(
                'Slurm cannot run jobs here: it needs commands that bubblewrap isolates with user namespaces; they are not isolated: plain processes')

        when: 'it is not requested'
        service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

        then:
        service.describeJobs().startsWith('jobs by the built-in queue, because Slurm cannot run them: it needs commands that bubblewrap isolates')
    }

    def 'job templates are created, changed, listed and deleted'() {
        given:
        LocalOptions options = LocalOptions.defaults().withDataDirectory(temp.resolve('world'))
        start(options)
        List<String> ids = ['one', 'two', 'three'].collect {
            ask('CreateJobTemplate', [Name: it, CommandLine: "./${it}.sh"] + (it == 'two' ? [
                Node: 2, Task: 4, Mem: '1GB', ReRunable: true, Priority: 3, ArrayRequest: '1-3', Variables: '[{"Name":"A","Value":"1"}]'] : [:]))
                    .body.TemplateId
        }

        expect:
        ids.every { it ==~ /ehpc-job-tmpl-[0-9a-z]{10}/ }
        templates()*.Name == ['one', 'two', 'three']
        templates(Name: 'two') == [[
            Id: ids[1], ArrayRequest: '1-3', ClockTime: '', CommandLine: './two.sh', InputFileUrl: '', Mem: '1GB', Name: 'two',
            PackagePath: '', Queue: '', RunasUser: '', StderrRedirectPath: '', StdoutRedirectPath: '', UnzipCmd: '', Gpu: 0, Node: 2,
            Priority: 3, Task: 4, Thread: 0, ReRunable: true, WithUnzipCmd: false, Variables: '[{"Name":"A","Value":"1"}]']]

        when:
        WireClient.Reply edited = ask('EditJobTemplate', [TemplateId: ids[1], Name: 'second', CommandLine: './2.sh', Node: 1])
        int deleted = ask('DeleteJobTemplates', [Templates: JSON.writeValueAsString([[Id: ids[0]], [Id: ids[2]]])]).status
        service.close()
        start(options)

        then:
        [edited.status, edited.body.TemplateId, deleted] == [200, ids[1], 200]
        templates()*.subMap('Name', 'CommandLine', 'Node', 'Mem') == [[Name: 'second', CommandLine: './2.sh', Node: 1, Mem: '1GB']]
        refusal('EditJobTemplate', [TemplateId: ids[0], Name: 'first', CommandLine: 'x']) ==
                [400, 'InvalidParams', "TemplateId must be the id of a job template, is ${ids[0]}"]
        refusal('DeleteJobTemplates', [Templates: JSON.writeValueAsString([[Id: ids[1]], [Id: ids[0]]])]) ==
                [400, 'InvalidParams', "Templates[2].Id must be the id of a job template, is ${ids[0]}"]
        templates()*.Name == ['second']
        !(ask('CreateJobTemplate', [Name: 'four', CommandLine: 'x']).body.TemplateId in ids)
    }

    def 'the settings of the scheduler are kept'() {
        given:
        start()
        Map cluster = [ClusterId: DEMO, RegionId: REGION]

        expect:
        settings() == [SchedInterval: '60', BackfillInterval: '60']

        when:
        WireClient.Reply answer = ask('SetSchedulerInfo', cluster + ['Scheduler.1.SchedName': 'slurm', 'SlurmInfo.1.SchedInterval': 30])

        then:
        answer.body.Message == 'slurm: scheduler setting successfully.'
        settings() == [SchedInterval: '30', BackfillInterval: '60']
        refusal('SetSchedulerInfo', cluster + ['Scheduler.1.SchedName': 'slurm', 'SlurmInfo.1.BackfillInterval': 0]) ==
                [400, 'InvalidParams', 'SlurmInfo[1].BackfillInterval must be at least 1 second, is 0']
        refusal('GetSchedulerInfo', cluster + ['Scheduler.1.SchedName': 'pbs']) ==
                [400, 'InvalidParams', "Scheduler[1].SchedName must be the scheduler of cluster $DEMO, slurm, is pbs"]
    }

    def 'a PBS cluster has the settings of PBS, and a queue can be for some users only'() {
        given:
        start(LocalOptions.defaults().withTransitions(Transitions.atOnce()))
        String id = ask('CreateCluster', LifecycleSpecification.NEW + [SchedulerType: 'pbs']).body.ClusterId
        ['ada0001', 'grace01'].each {
            ask('AddUsers', [ClusterId: id, 'User.1.Name': it, 'User.1.Group': 'users', 'User.1.Password': PASSWORD])
        }
        Map named = [ClusterId: id, RegionId: REGION, 'Scheduler.1.SchedName': 'pbs']

        when:
        WireClient.Reply answer = ask('SetSchedulerInfo', named + [
            'PbsInfo.1.JobHistoryDuration': 7, 'PbsInfo.1.AclLimit.1.Queue': 'workq', 'PbsInfo.1.AclLimit.1.AclUsers': 'grace01, linus01'])

        then:
        answer.body.Message == 'pbs: scheduler setting successfully.'
        JSON.readValue(ask('GetSchedulerInfo', named).body.SchedInfo[0].Configuration, Map) == [
            AclInfo: [[AclEnable: true, UntrackUser: [], User: ['grace01', 'linus01'], QueueName: 'workq']], JobHistory: '7',
            SchedIteration: '60', SchedMaxJobs: '20000', SchedMaxQueuedJobs: '10000',
            QueueResource: [[UntrackUser: [], User: [], QueueName: 'workq']]]
        refusal('SubmitJob', [ClusterId: id] + job([:])) == [
            406, 'AgentError.Job.SubmitFailure', "queue 'workq' of cluster $id is for users grace01, linus01, not for 'ada0001'"]
        refusal('SetSchedulerInfo', named + ['PbsInfo.1.AclLimit.1.Queue': 'gpu', 'PbsInfo.1.AclLimit.1.AclUsers': 'ada0001']) ==
                [400, 'InvalidParams', 'PbsInfo[1].AclLimit.Queue must be a queue of the cluster: workq, is gpu']
        refusal('SetSchedulerInfo', named + ['SlurmInfo.1.SchedInterval': 30])[0..1] == [400, 'InvalidParams']
    }

    def 'a serverless job runs the command of its container, and waits for others'() {
        given:
        startReal()
        Path proof = temp.resolve('proof')

        when:
        String first = serverless(JobName: 'first', Timeout: 20, ArrayProperties: '{"IndexStart":1,"IndexEnd":5,"IndexStep":2}', Container: [
            Image: 'hpl:latest',
            Command: ['/bin/sh', '-c', 'echo "$1 $GREETING $EHPC_ARRAY_TASK_ID" >> ' + proof + '; exit $((EHPC_ARRAY_TASK_ID / 5))'],
            Arg: ['sh', "it's"], EnvironmentVar: [[Key: 'GREETING', Value: 'hello you']], WorkingDir: '/'])
        String failed = serverless(JobName: 'late', Timeout: 1, Container: [Image: 'a', Command: ['sleep', '60']])
        String after = serverless(JobName: 'after', DependsOn: JSON.writeValueAsString([[JobId: first, Type: 'AfterAny']]),
                RetryStrategy: JSON.writeValueAsString([Attempts: 2]),
                Container: [Image: 'a', Command: ['/bin/sh', '-c', 'echo run >> ' + proof + '; exit 9']])
        String never = serverless(JobName: 'never', DependsOn: JSON.writeValueAsString([[JobId: failed]]), Container: [Image: 'a', Command: ['true']])
        String endless = serverless(JobName: 'endless', Container: [Image: 'a', Command: ['sleep', '60']])
        eventually { serverlessState(endless) == 'Running' }
        int stopped = ask('StopServerlessJobs', [ClusterId: DEMO, 'JobIds.1': endless]).status
        eventually { [first, failed, after, never, endless].every { serverlessState(it) in ['Succeeded', 'Failed', 'Canceled'] } }

        then:
        stopped == 200
        [first, failed, after, never, endless].collect { serverlessState(it) } == ['Failed', 'Failed', 'Failed', 'Failed', 'Canceled']
        ['1', '3', '5'].collect { serverlessState("${first}_$it") } == ['Succeeded', 'Succeeded', 'Failed']
        Files.readAllLines(proof).toSorted() == ["it's hello you 1", "it's hello you 3", "it's hello you 5"]*.toString() + ['run'] * 3
        with(ask('DescribeServerlessJobs', [ClusterId: DEMO, 'JobIds.1': first]).body) {
            TotalCount == 1
            JobInfos[0].ArrayProperties == [IndexStart: 1, IndexEnd: 5, IndexStep: 2]
            JobInfos[0].ContainerGroups*.Status == ['Succeeded', 'Succeeded', 'Failed']
            JobInfos[0].ContainerGroups[2].Containers[0].CurrentState.ExitCode == 1
            JobInfos[0].ContainerGroups[2].Containers[0].Image == 'hpl:latest'
        }
        ask('ListServerlessJobs', [ClusterId: DEMO, State: 'Canceled']).body.Jobs*.JobName == ['endless']
        ask('ListServerlessJobs', [ClusterId: DEMO, SubmitOrder: 'Asc']).body.Jobs*.JobId == [first, failed, after, never, endless]

        and:
        refusal('DescribeServerlessJobs', [ClusterId: DEMO, 'JobIds.1': '99']) ==
                [400, 'InvalidParams', "JobIds[1] must be the id of a serverless job of cluster $DEMO, is 99"]
        refusal('SubmitServerlessJob', [ClusterId: DEMO, JobName: 'x', Container: '{"Image":"a"}']) ==
                [400, 'InvalidParams', 'Container.Command must be given, because the local service does not run images']
    }

    private void startReal(SchedulerMode mode = SchedulerMode.BUILT_IN) {
        LocalOptions options = LocalOptions.defaults().withScheduler(mode).withDataDirectory(temp.resolve('world'))
        service?.close()
        service = LocalService.start(mode == SchedulerMode.SLURM ? options : options.withExecution(ExecutionMode.HOST))
        client = new WireClient(service.endpoint())
    }

    void cleanup() {
        service?.close()
    }

    private void user() {
        if (service.users(DEMO).empty) {
            ask('AddUsers', [ClusterId: DEMO, 'User.1.Name': 'ada0001', 'User.1.Group': 'users', 'User.1.Password': PASSWORD])
        }
    }

    private static Map<String, ?> job(Map<String, ?> parameters) {
        [RunasUser: 'ada0001', RunasUserPassword: PASSWORD, CommandLine: 'true'] + parameters
    }

    private String submit(Map<String, ?> parameters) {
        WireClient.Reply reply = ask('SubmitJob', [ClusterId: DEMO] + job(parameters))
        assert reply.status == 200, reply.body
        reply.body.JobId
    }

    private Map<String, ?> listed(String id) {
        ask('ListJobs', [ClusterId: DEMO]).at('Jobs.JobInfo').find { it.Id == id }
    }

    private List<String> states(List<String> ids) {
        ids.collect { listed(it).State }
    }

    private String log(String id) {
        new String(Base64.decoder.decode(ask('GetJobLog', [ClusterId: DEMO, JobId: id]).body.OutputLog), StandardCharsets.UTF_8)
    }

    private static void eventually(Closure<Boolean> condition) {
        new PollingConditions(timeout: 30).eventually { assert condition.call() }
    }

    private List<Map<String, ?>> templates(Map<String, ?> parameters = [:]) {
        ask('ListJobTemplates', parameters).at('Templates.JobTemplates')
    }

    private Map<String, ?> settings() {
        WireClient.Reply reply = ask('GetSchedulerInfo', [ClusterId: DEMO, RegionId: REGION, 'Scheduler.1.SchedName': 'slurm'])
        JSON.readValue(reply.body.SchedInfo[0].Configuration, Map)
    }

    private String serverless(Map<String, ?> parameters) {
        WireClient.Reply reply = ask('SubmitServerlessJob',
                [ClusterId: DEMO] + parameters + [Container: JSON.writeValueAsString(parameters.Container)])
        assert reply.status == 200, reply.body
        reply.body.JobId
    }

    private String serverlessState(String id) {
        ask('ListServerlessJobs', [ClusterId: DEMO, 'JobIds.1': id]).body.Jobs[0].State
    }
}
