package ehpc

import ehpc.api.ApiException
import spock.lang.Specification

/** What the service's records of a command are worth: lists with gaps, records that contradict, fields that cannot be read. */
class NodeRecordsSpec extends Specification {

    def 'results that no page shows are unknown, with both numbers, and all others are what they are'() {
        given:
        TestService service = new TestService(120)
        service.answers.ListInvocationResults = { request ->
            Map answer = service.ListInvocationResults(request.parameters())
            request.parameters().PageNumber == 3 ? answer + [InvocationResults: [InvocationResult: []]] : answer
        }
        Cluster cluster = service.cluster()

        when:
        RunResult result = cluster.run('echo hi').on(cluster.nodes())

        then:
        result.summary() == '100 of 120 nodes ok, 20 unknown'
        result['compute100'].detail() == 'the service has no record of its end: the service reports 120 invocation results, but its pages contain 100'
        service.count('InvokeShellCommand') == 1
    }

    def 'what one look misses another may show: pages that shift lose no result'() {
        given:
        TestService service = new TestService(120)
        service.answers.ListInvocationResults = { request ->
            Map answer = service.ListInvocationResults(request.parameters())
            int lost = service.count('ListInvocationResults') <= 3 ? 0 : 1
            answer + [InvocationResults: [InvocationResult: answer.InvocationResults.InvocationResult.withIndex().findAll { it[1] != lost }*.first()]]
        }
        Cluster cluster = service.cluster()

        expect:
        cluster.run('echo hi').on(cluster.nodes()).summary() == '120 of 120 nodes ok'
    }

    def 'records of another command are not taken for those of this one'() {
        given:
        TestService service = new TestService(1)
        service.answers.ListInvocationResults = [TotalCount: 1, InvocationResults: [InvocationResult: [
                service.record('c-other', service.nodeIds[0])]]]

        expect:
        service.cluster().with { it.run('echo hi').on(it.nodes()) }.results[0].summary() == 'unknown: the service has no record of its end'
    }

    def 'two records of one node that differ make it unknown'() {
        given:
        TestService service = new TestService(2)
        service.answers.ListInvocationResults = [TotalCount: 4, InvocationResults: [InvocationResult: [
                service.record('c-1', service.nodeIds[0]), service.record('c-1', service.nodeIds[0]) + [ExitCode: 2],
                service.record('c-1', service.nodeIds[1]) + [InvokeRecordStatus: 'Running'], service.record('c-1', service.nodeIds[1])]]]

        expect:
        service.cluster().with { it.run('echo hi').on(it.nodes()) }.results*.summary() == [
            'unknown: the service has two records of it: ok with exit code 0, and failed with exit code 2', 'ok']
    }

    def 'an exit code of any size is a number, and 0 alone is ok: #code'() {
        given:
        TestService service = new TestService(1)
        service.answers.ListInvocationResults = [TotalCount: 1, InvocationResults: [InvocationResult: [
                service.record('c-1', service.nodeIds[0]) + [ExitCode: code]]]]

        when:
        NodeResult result = service.cluster().with { it.run('echo hi').on(it.nodes()) }.results[0]

        then:
        result.summary() == summary
        result.getExitCode() == number
        result.getExitCode()?.class == type

        where:
        code                   || summary                                      | number       | type
        0                      || 'ok'                                         | 0            | Integer
        '0'                    || 'ok'                                         | 0            | Integer
        '-0'                   || 'ok'                                         | 0            | Integer
        0.0                    || 'ok'                                         | 0            | Integer
        2147483647             || 'failed: exit code 2147483647'               | 2147483647   | Integer
        2147483648L            || 'failed: exit code 2147483648'               | 2147483648L  | Long
        '4294967295'           || 'failed: exit code 4294967295'               | 4294967295L  | Long
        -2147483649L           || 'failed: exit code -2147483649'              | -2147483649L | Long
        18446744073709551616G  || 'failed: exit code 18446744073709551616'     | null         | null
        '18446744073709551616' || 'failed: exit code 18446744073709551616'     | null         | null
        '9' * 300              || 'failed: exit code ' + '9' * 300             | null         | null
    }

    def 'a field that cannot be read is not an absent one, and never ok: #fields'() {
        given:
        TestService service = new TestService(1)
        service.answers.ListInvocationResults = [TotalCount: 1, InvocationResults: [InvocationResult: [
                service.record('c-1', service.nodeIds[0]) + fields]]]

        expect:
        service.cluster().with { it.run('echo hi').on(it.nodes()) }.results[0].summary() ==
            summary.replace('ID', service.nodeIds[0])

        where:
        fields                                             || summary
        [ExitCode: 3.5]                                    || 'unknown: ExitCode of ID is 3.5, not a whole number'
        [ExitCode: 'abc']                                  || "unknown: ExitCode of ID is 'abc', not a whole number"
        [ExitCode: '0x0']                                  || "unknown: ExitCode of ID is '0x0', not a whole number"
        [ExitCode: true]                                   || 'unknown: ExitCode of ID is true, not a whole number'
        [ExitCode: [0]]                                    || "unknown: ExitCode of ID is '[0]', not a whole number"
        [ExitCode: '\u0660']                               || "unknown: ExitCode of ID is '\u0660', not a whole number"
        [ExitCode: 'abc', Success: 'perhaps']              || "unknown: ExitCode of ID is 'abc', not a whole number"
        [Success: 'perhaps']                               || "unknown: Success of ID is 'perhaps', not true or false"
        [Success: 1]                                       || 'unknown: Success of ID is 1, not true or false'
        [Success: 'perhaps', ExitCode: null]               || "unknown: Success of ID is 'perhaps', not true or false"
        [Success: 'perhaps', ExitCode: 2]                  || 'failed: exit code 2'
        [Success: 'TRUE', ExitCode: '']                    || 'ok'
        [Success: '', ExitCode: 0]                         || 'ok'
        [InvokeRecordStatus: [a: 1]]                       || 'unknown: InvokeRecordStatus of ID is \'{"a":1}\', not a text'
        [InvokeRecordStatus: 'Stopped', ExitCode: 'abc']   || 'timed-out: its time limit of 1m expired'
        [InvokeRecordStatus: 'Failed', Success: 'perhaps'] || 'not-delivered: the service reports that it did not start'
        [InvokeRecordStatus: 'Done']                       || "unknown: the service's record is Done, success true, exit code 0"
        [FinishedTime: [a: 1], Message: null]              || 'ok'
    }

    def 'where the status of a command cannot be read or is not known, its records tell whether it has ended: #status'() {
        given:
        TestService service = new TestService(2)
        service.answers.ListInvocationStatus = [CommandId: 'c-1', InvokeStatus: status]
        service.answers.ListInvocationResults = { request ->
            String state = service.count('ListInvocationResults') < 4 ? 'Running' : 'Finished'
            [TotalCount: 2, InvocationResults: [InvocationResult: service.nodeIds.collect {
                service.record('c-1', it) + [InvokeRecordStatus: state]
            }]]
        }

        expect:
        service.cluster().with { it.run('echo hi').on(it.nodes()) }.ok
        service.count('ListInvocationStatus') == 4

        where:
        status << ['Pending', [a: 1]]
    }

    def 'ids that cannot be read say nothing about which nodes took a command'() {
        given:
        TestService service = new TestService(2)
        service.answers.InvokeShellCommand = { request ->
            service.InvokeShellCommand(request.parameters()) + [InstanceIds: [InstanceId: [[a: 1], 'i-x']]]
        }

        expect:
        service.cluster().with { it.run('echo hi').on(it.nodes().compute) }.ok
    }

    def 'fields of a list that cannot be read end in an error, before anything is sent: #fields'() {
        given:
        TestService service = new TestService(1)
        Map<String, Object> node = [Id: 'i-1', HostName: 'a', Status: 'running', Roles: [Role: ['Compute']]] + fields
        service.answers.ListNodes = [TotalCount: 1, Nodes: [NodeInfo: [node]]]

        when:
        service.cluster().nodes()

        then:
        ApiException e = thrown()
        e.message == "ListNodes: $message"
        e.code() == ApiException.UNREADABLE

        where:
        fields                     || message
        [Status: [a: 1]]           || 'Status of i-1 is \'{"a":1}\', not a text'
        [HostName: ['a', 'b']]     || 'HostName of i-1 is \'["a","b"]\', not a text'
        [Roles: [Role: [[a: 1]]]]  || 'Roles.Role of i-1 is \'[{"a":1}]\', not a list of texts'
        [Roles: 5]                 || 'Roles of i-1 is 5, not an object'
        [Id: [1]]                  || "Id is '[1]', not a text"
    }

    def 'a node of a queue without an id is not left out in silence'() {
        given:
        TestService service = new TestService(1)
        service.answers.ListNodesByQueue = [TotalCount: 1, Nodes: [NodeInfo: [[HostName: 'compute000']]]]

        when:
        service.cluster().nodes().queue('workq')

        then:
        ApiException e = thrown()
        e.message == "ListNodesByQueue: Id is '', not the id of a node"
    }
}
