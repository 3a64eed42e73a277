package ehpc.local

import groovy.json.JsonSlurper
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

/** The report on jobs. The features share a service and its finished jobs. */
@Timeout(120)
class AccountingSpec extends Specification {

    static final String DEMO = LocalSpecification.DEMO

    @Shared
    LocalService service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

    @Shared
    WireClient client = new WireClient(service.endpoint())

    @Shared
    List<Map> jobs

    void setupSpec() {
        client.ask('AddUsers', [ClusterId: DEMO, 'User.1.Name': 'ada0001', 'User.1.Group': 'users', 'User.1.Password': 'Open-Sesame-1',
                                'User.2.Name': 'grace.h', 'User.2.Group': 'wheel', 'User.2.Password': 'Open-Sesame-1'])
        client.ask('AddQueue', [ClusterId: DEMO, QueueName: 'gpu'])
        client.ask('SetQueue', [ClusterId: DEMO, QueueName: 'gpu', 'Node.1.Name': 'compute003'])
        submit('ada0001', [Node: 2, Thread: 2, Task: 1])
        submit('ada0001', [ArrayRequest: '1-3'])
        submit('grace.h', [JobQueue: 'gpu', Mem: '512MB', Node: 1, Thread: 1, Task: 1])
        new PollingConditions(timeout: 60).eventually {
            assert client.ask('ListJobs', [ClusterId: DEMO, State: 'finished']).body.TotalCount == 3
        }
        jobs = client.ask('ListJobs', [ClusterId: DEMO]).at('Jobs.JobInfo')
    }

    void cleanupSpec() {
        service.close()
    }

    def 'jobs are counted by #dimension'() {
        expect:
        report([ReportType: 'number_report', Dim: dimension]) == [metrics: [dimension, 'jobNumber'], rows: rows, total: rows.size()]

        where:
        dimension | rows
        'user'    | [['ada0001', 2], ['grace.h', 1]]
        'queue'   | [['gpu', 1], ['workq', 2]]
    }

    def 'each task of a job has its core time'() {
        when:
        Map all = report([ReportType: 'job_report', PageSize: 50])

        then:
        all.metrics == ['jobId', 'user', 'queue', 'coreTime', 'usedMem']
        all.rows*.take(3) == [
            ['1.manager0', 'ada0001', 'workq'], ['2[1].manager0', 'ada0001', 'workq'], ['2[2].manager0', 'ada0001', 'workq'],
            ['2[3].manager0', 'ada0001', 'workq'], ['3.manager0', 'grace.h', 'gpu']]
        all.rows*.last() == [0, 0, 0, 0, 512]
        all.rows[0][3] % 4 == 0
        all.rows[0][3] > 0

        and: 'the total is that of all pages'
        body([ReportType: 'job_report', PageSize: 2]).TotalCoreTime == all.rows*.get(3).sum()
        report([ReportType: 'job_report', PageSize: 2, PageNumber: 3]).rows*.first() == ['3.manager0']
    }

    def 'the report by user adds up what the jobs used'() {
        given:
        List<List> each = report([ReportType: 'job_report', PageSize: 50]).rows

        expect:
        report([ReportType: 'total_report']).rows == each.groupBy { it[1] }.collect { user, rows -> [user, rows*.get(3).sum(), rows*.get(4).sum()] }
        report([ReportType: 'total_report', Dim: 'instance']).rows*.get(1).sum() == each*.get(3).sum()
        'compute003' in report([ReportType: 'total_report', Dim: 'instance']).rows*.first()
    }

    def '#filter leaves #left'() {
        expect:
        report([ReportType: 'job_report'] + filter).rows*.first() == left

        where:
        filter                                   | left
        [Dim: 'user', FilterValue: 'grace.h']    | ['3.manager0']
        [Dim: 'queue', FilterValue: 'gpu']       | ['3.manager0']
        [Dim: 'instance', FilterValue: 'login0'] | []
        [JobId: '2.manager0']                    | ['2[1].manager0', '2[2].manager0', '2[3].manager0']
        [JobId: '[{"Id": "2[3].manager0"}]']     | ['2[3].manager0']
        [EndTime: 1000]                          | []
        [StartTime: 2_000_000_000, EndTime: 2_000_000_001] | []
    }

    private void submit(String user, Map<String, ?> parameters) {
        WireClient.Reply reply = client.ask('SubmitJob', [ClusterId: DEMO, CommandLine: 'sleep 2', Name: 'resting', RunasUser: user,
                RunasUserPassword: 'Open-Sesame-1'] + parameters)
        assert reply.status == 200: reply.body
    }

    private Map<String, ?> body(Map<String, ?> parameters) {
        WireClient.Reply reply = client.ask('GetAccountingReport', [ClusterId: DEMO] + parameters)
        assert reply.status == 200: reply.body
        reply.body
    }

    private Map<String, ?> report(Map<String, ?> parameters) {
        Map<String, ?> body = body(parameters)
        [metrics: new JsonSlurper().parseText(body.Metrics), rows: body.Data.Data.collect { new JsonSlurper().parseText(it) }, total: body.TotalCount]
    }
}
