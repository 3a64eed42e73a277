package ehpc

import ehpc.api.ApiException
import ehpc.api.Catalogue
import ehpc.api.InputException
import ehpc.api.InvalidRequestException
import ehpc.command.Command
import ehpc.node.EmptyNodeSetException
import ehpc.node.NodeSet
import ehpc.node.CountOrPercent
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class RunExecutorSpec extends Specification {

    def 'on all nodes one request goes out without a list, and every page of results comes in'() {
        given:
        TestService service = new TestService(200)
        service.looksUntilDone = 4
        Cluster cluster = service.cluster()

        when:
        RunResult result = cluster.run('echo hi').on(cluster.nodes())

        then:
        result.ok
        result.counts() == [(Outcome.OK): 200]
        result.toString() == 'compute[000-199] (200)\n  hi\n'
        service.count('ListNodes') == 3
        service.count('InvokeShellCommand') == 1
        service.requests('InvokeShellCommand')[0].parameters() ==
                [ClusterId: 'ehpc-hz-test', Command: 'echo hi', Timeout: 60L]
        service.count('ListInvocationStatus') == 5
        service.count('ListInvocationResults') == 4
        service.pauses == service.pauses.sort(false)
        service.pauses.toSet().size() == 4
    }

    def 'a chosen set is sent by its ids, in portions that fit a URL'() {
        given:
        TestService service = new TestService(500)
        Cluster cluster = service.cluster()

        when:
        RunResult result = cluster.run('echo hi').from('/data').timeout(Duration.ofMinutes(10)).on(cluster.nodes().compute)
        List requests = service.requests('InvokeShellCommand')

        then:
        result.ok
        result.results*.node()*.id() == service.nodeIds
        requests.collectMany { it.parameters().Instance*.Id } == service.nodeIds
        requests.size() == 3
        requests.every { it.parameters().Timeout == 600L && it.parameters().WorkingDir == '/data' }
        requests.every { it.wire().collect { k, v -> k.length() + URLEncoder.encode(v, 'UTF-8').length() + 2 }.sum() < 8000 }
        result.commandIds().size() == 3
    }

    def 'an empty set fails before anything is sent and names the filter'() {
        given:
        TestService service = new TestService(2)
        Cluster cluster = service.cluster()

        when:
        cluster.run('echo hi').on(cluster.nodes().compute.where { false })

        then:
        EmptyNodeSetException e = thrown()
        e.message == 'no nodes: nodes.compute.where { } matched none; add .allowEmpty() to it if that is intended'
        service.count('InvokeShellCommand') == 0
    }

    def 'an empty set that is allowed brings an empty result and sends nothing'() {
        given:
        TestService service = new TestService(2)
        Cluster cluster = service.cluster()

        expect:
        cluster.run('echo hi').on(cluster.nodes().login.allowEmpty()).results == []
        service.count('InvokeShellCommand') == 0
    }

    def 'every node gets its outcome, equal ones gathered'() {
        given:
        TestService service = new TestService(5)
        Map overrides = [
                0: [:],
                1: [ExitCode: 2, Success: true, Message: 'oops\n'],
                2: [InvokeRecordStatus: 'Stopped', Success: false, ExitCode: 124, Message: ''],
                3: [InvokeRecordStatus: 'Failed', Success: false, ExitCode: -1, Message: 'down'],
                4: null]
        service.answers.ListInvocationResults = { request ->
            List records = overrides.findAll { it.value != null }.collect { i, o ->
                service.record('c-1', service.nodeIds[i]) + o
            }
            [InvocationResults: [InvocationResult: records], TotalCount: records.size(), PageNumber: 1, PageSize: 50]
        }
        Cluster cluster = service.cluster()

        when:
        RunResult result = cluster.run('echo hi').on(cluster.nodes())

        then:
        result.failed
        result.unknown
        result.summary() == '1 of 5 nodes ok, 1 failed, 1 timed-out, 1 not-delivered, 1 unknown'
        result.toString() == '''\
            compute000 (1)
              hi
            compute001 (1) failed: exit code 2
              oops
            compute002 (1) timed-out: its time limit of 1m expired
            compute003 (1) not-delivered: the service reports that it did not start
              down
            compute004 (1) unknown: the service has no record of its end
            '''.stripIndent()
        result.counts().values().sum() == 5
    }

    def 'as many as tolerated may be not ok'() {
        given:
        TestService service = new TestService(4)
        service.answers.ListInvocationResults = { request ->
            List records = service.nodeIds.withIndex().collect { id, i -> service.record('c-1', id) + [ExitCode: i < 2 ? 1 : 0] }
            [InvocationResults: [InvocationResult: records], TotalCount: 4, PageNumber: 1, PageSize: 50]
        }
        Cluster cluster = service.cluster()

        expect:
        cluster.run('echo hi').tolerate(share).on(cluster.nodes()).ok == ok

        where:
        share             || ok
        CountOrPercent.count(1)    || false
        CountOrPercent.count(2)    || true
        CountOrPercent.percent(49) || false
        CountOrPercent.percent(50) || true
    }

    def 'waves go on until more nodes are not ok than tolerated, and the rest is told as not run'() {
        given:
        TestService service = new TestService(10)
        service.answers.ListInvocationResults = { request ->
            String command = request.parameters().CommandId
            List ids = service.requests('InvokeShellCommand')[command[2..-1].toInteger() - 1].parameters().Instance*.Id
            List records = ids.collect { service.record(command, it) + [ExitCode: it == service.nodeIds[2] ? 7 : 0] }
            [InvocationResults: [InvocationResult: records], TotalCount: ids.size(), PageNumber: 1, PageSize: 50]
        }
        Cluster cluster = service.cluster()

        when:
        RunResult result = cluster.run('echo hi').waves(CountOrPercent.count(1), CountOrPercent.percent(25)).on(cluster.nodes())

        then:
        service.requests('InvokeShellCommand').collect { it.parameters().Instance.size() } == [1, 3]
        result.summary() == '3 of 10 nodes ok, 1 failed, 6 not-run'
        result.of('compute009').get().summary() ==
                'not-run: stopped after 1 node that is not ok, 0 tolerated'
    }

    def 'a submit that the service refused ran nowhere'() {
        given:
        TestService service = new TestService(3)
        def invoke = Catalogue.ehpc().operation('InvokeShellCommand')
        service.answers.InvokeShellCommand =
                ApiException.refused(invoke, 403, 'InvalidClusterStatus', 'not now', 'R-1', null)
        Cluster cluster = service.cluster()

        when:
        cluster.run('echo hi').on(cluster.nodes())

        then:
        ApiException e = thrown()
        e.code() == 'InvalidClusterStatus'
        service.count('InvokeShellCommand') == 1
    }

    def 'a submit whose answer was lost is not sent again, and its nodes are unknown'() {
        given:
        TestService service = new TestService(3)
        def invoke = Catalogue.ehpc().operation('InvokeShellCommand')
        service.answers.InvokeShellCommand = failure.call(invoke)
        Cluster cluster = service.cluster()

        when:
        RunResult result = cluster.run('echo hi').on(cluster.nodes())

        then:
        service.count('InvokeShellCommand') == 1
        result.unknown
        result.counts() == [(Outcome.UNKNOWN): 3]
        result.results[0].detail() == detail

        where:
        failure << [
            { ApiException.lost(it, 0, 'read timed out', null, null) },
            { ApiException.refused(it, 500, 'UnknownError', 'who knows', 'R', null) },
            { ApiException.refused(it, 409, 'PartFailure', 'some', 'R', null) }]
        detail << [
            'the answer to the submit was lost (read timed out)',
            'the submit may have been carried out: UnknownError: who knows (request id R)',
            'the submit may have been carried out: PartFailure: some (request id R)']
    }

    def 'a later portion that was refused leaves its nodes not run, and the earlier ones collected'() {
        given:
        TestService service = new TestService(500)
        def invoke = Catalogue.ehpc().operation('InvokeShellCommand')
        service.answers.InvokeShellCommand = { request ->
            service.count('InvokeShellCommand') == 2
                    ? ApiException.refused(invoke, 400, 'InvalidParams', 'no', 'R', null)
                    : service.InvokeShellCommand(request.parameters())
        }
        Cluster cluster = service.cluster()

        when:
        RunResult result = cluster.run('echo hi').on(cluster.nodes().compute)

        then:
        service.count('InvokeShellCommand') == 2
        result.counts().keySet() == [Outcome.OK, Outcome.NOT_RUN] as Set
        result.counts().values().sum() == 500
        result.results.last().summary() == 'not-run: refused: InvalidParams: no'
    }

    def 'a command that outlives its time limit by far is unknown in the end'() {
        given:
        TestService service = new TestService(1)
        service.looksUntilDone = Integer.MAX_VALUE
        service.answers.ListInvocationResults = [InvocationResults: [InvocationResult: [
                [CommandId: 'c-1', InstanceId: service.nodeIds[0], InvokeRecordStatus: 'Running']]], TotalCount: 1]
        Cluster cluster = service.cluster()

        when:
        RunResult result = cluster.run('sleep 1000').timeout(Duration.ofSeconds(10)).on(cluster.nodes())

        then:
        result.results*.summary() == ['unknown: still running after its time limit']
        service.now.epochSecond - Instant.parse('2026-01-01T00:00:00Z').epochSecond in 70L..80L
    }

    def 'an interrupt ends the waiting and keeps further waves from being sent'() {
        given:
        TestService service = new TestService(3)
        service.looksUntilDone = Integer.MAX_VALUE
        service.onPause = { throw new InterruptedException() }
        Cluster cluster = service.cluster()

        when:
        RunResult result = cluster.run('sleep 9').waves(CountOrPercent.count(1)).tolerate(CountOrPercent.count(3)).on(cluster.nodes())

        then:
        Thread.interrupted()
        service.count('InvokeShellCommand') == 1
        result.results*.summary() == [
            'unknown: interrupted while waiting; the command continues',
            'not-run: interrupted before it was sent',
            'not-run: interrupted before it was sent']
    }

    def 'an interrupt between two attempts of a submit that was refused for the moment keeps it here'() {
        given:
        TestService service = new TestService(2)
        service.answers.InvokeShellCommand =
                ApiException.refused(Catalogue.ehpc().operation('InvokeShellCommand'), 400, 'Throttling.User', 'too fast', 'R', null)
        service.onRetry = { throw new InterruptedException() }
        Cluster cluster = service.cluster()

        when:
        RunResult result = cluster.run('true').on(cluster.nodes())

        then:
        Thread.interrupted()
        result.results*.summary() == ['not-run: interrupted before it was sent'] * 2
        service.count('InvokeShellCommand') == 1
    }

    def 'a command that the service shows late is waited for'() {
        given:
        TestService service = new TestService(1)
        def status = Catalogue.ehpc().operation('ListInvocationStatus')
        service.answers.ListInvocationStatus = { request ->
            service.count('ListInvocationStatus') < 4
                    ? ApiException.refused(status, 404, 'ObjectNotFound', 'no such command', 'R', null)
                    : service.ListInvocationStatus(request.parameters())
        }
        Cluster cluster = service.cluster()

        expect:
        cluster.run('echo hi').on(cluster.nodes()).ok
    }

    def 'a node that the service did not take is not delivered'() {
        given:
        TestService service = new TestService(2)
        service.answers.InvokeShellCommand = { request ->
            Map all = service.InvokeShellCommand(request.parameters())
            all + [InstanceIds: [InstanceId: ['["' + service.nodeIds[0] + '"]']]]
        }
        Cluster cluster = service.cluster()

        expect:
        cluster.run('echo hi').on(cluster.nodes()).results*.summary() ==
                ['ok', 'not-delivered: the service did not accept this node']
    }

    def 'a command goes to nodes of its own cluster alone'() {
        given:
        TestService service = new TestService(2)
        NodeSet others = service.cluster().nodes()
        Cluster cluster = service.ehpc().cluster('ehpc-hz-other')

        when:
        cluster.run('reboot').on(choice.call(others))

        then:
        InputException e = thrown()
        e.message == "nodes of cluster 'ehpc-hz-test' must not be used in cluster 'ehpc-hz-other'"
        service.count('InvokeShellCommand') == 0

        where:
        choice << [{ it }, { it.compute }, { it.node('compute000') }]
    }

    def 'an exit code that is none is not taken for success'() {
        given:
        TestService service = new TestService(1)
        service.answers.ListInvocationResults = [InvocationResults: [InvocationResult: [
                service.record('c-1', service.nodeIds[0]) + [ExitCode: code, Success: null]]], TotalCount: 1]

        expect:
        service.cluster().with { it.run('echo hi').on(it.nodes()) }.results[0].outcome() == Outcome.UNKNOWN

        where:
        code << ['', 'n/a', 3.5, true, null]
    }

    def 'reads that fail for a while do not end the waiting'() {
        given:
        TestService service = new TestService(1)
        def status = Catalogue.ehpc().operation('ListInvocationStatus')
        service.answers.ListInvocationStatus = { request ->
            service.count('ListInvocationStatus') in 2..30
                    ? ApiException.lost(status, 0, 'cut off', null, null)
                    : service.ListInvocationStatus(request.parameters())
        }
        service.looksUntilDone = 31
        Cluster cluster = service.cluster()

        expect:
        cluster.run('echo hi').on(cluster.nodes()).ok
    }

    def 'records that come later than the status are waited for'() {
        given:
        TestService service = new TestService(1)
        service.answers.ListInvocationResults = { request ->
            boolean late = service.count('ListInvocationResults') < 3
            [InvocationResults: [InvocationResult: late ? [] : [service.record('c-1', service.nodeIds[0])]], TotalCount: late ? 0 : 1]
        }
        Cluster cluster = service.cluster()

        expect:
        cluster.run('echo hi').on(cluster.nodes()).ok
    }

    def 'what the catalogue finds wrong is not sent'() {
        given:
        TestService service = new TestService(1)

        when:
        service.cluster().invocationStatus('')

        then:
        InvalidRequestException e = thrown()
        e.message == 'ListInvocationStatus: CommandId must be given'
        service.sent.empty
    }

    def 'a phrase that cannot be meant is refused at once'() {
        given:
        TestService service = new TestService(1)
        RunStep step = service.cluster().run('echo hi')

        when:
        phrase.call(step)

        then:
        InputException e = thrown()
        e.message == message
        service.sent.empty

        where:
        phrase                                  || message
        ({ it.timeout(Duration.ZERO) })         || 'timeout must be whole seconds, 1 or more, is 0s'
        ({ it.timeout(Duration.ofSeconds(-5)) }) || 'timeout must be whole seconds, 1 or more, is -5s'
        ({ it.timeout(Duration.ofMillis(1500)) }) || 'timeout must be whole seconds, 1 or more, is 1.5s'
        ({ it.from('data') })                   || "a directory must be absolute, like /data, is 'data'"
    }
}
