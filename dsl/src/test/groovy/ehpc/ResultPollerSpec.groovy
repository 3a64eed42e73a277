package ehpc

import ehpc.api.ApiException
import ehpc.api.Catalogue
import ehpc.api.ErrorCategory
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/** How long the results of a command are asked for. */
class ResultPollerSpec extends Specification {

    def 'the results are read again, as the status is, while the service refuses for the moment: #code'() {
        given:
        TestService service = new TestService(1)
        def results = Catalogue.ehpc().operation('ListInvocationResults')
        service.answers.ListInvocationResults = { request ->
            service.count('ListInvocationResults') in 1..times
                    ? ApiException.refused(results, status, code, 'try again later', 'R', null)
                    : service.ListInvocationResults(request.parameters())
        }
        Cluster cluster = service.cluster()

        expect:
        cluster.run('echo hi').on(cluster.nodes()).ok
        service.count('InvokeShellCommand') == 1

        where:
        status | code                 | times
        400    | 'Throttling.User'    | 15
        503    | 'ServiceUnavailable' | 30
        500    | 'UnknownError'       | 30
        406    | 'DbError'            | 30
    }

    def 'results that are refused beyond the time limit of the command are given up, and those that stay refused at once'() {
        given:
        TestService service = new TestService(1)
        def results = Catalogue.ehpc().operation('ListInvocationResults')
        service.answers.ListInvocationResults = ApiException.refused(results, status, code, 'no', 'R', null)
        Cluster cluster = service.cluster()

        expect:
        cluster.run('true').timeout(Duration.ofSeconds(10)).on(cluster.nodes()).results*.summary() ==
                ["unknown: its result could not be read: $code: no".toString()]
        (service.now.epochSecond - Instant.parse('2026-01-01T00:00:00Z').epochSecond in seconds)

        where:
        status | code              || seconds
        400    | 'Throttling.User' || 70L..90L
        403    | 'Forbidden.RAM'   || 0L..0L
    }

    def 'after a look that took #seconds s, as calls wait for their turn, the next one comes after #pause s'() {
        given:
        TestService service = new TestService(1)
        service.looksUntilDone = 1
        service.answers.ListInvocationStatus = { request ->
            service.now = service.now.plusMillis(seconds * 1000 as long)
            service.ListInvocationStatus(request.parameters())
        }
        Cluster cluster = service.cluster()

        expect:
        cluster.run('echo hi').on(cluster.nodes()).ok
        service.pauses == [Duration.ofMillis(pause * 1000 as long)]

        where:
        seconds || pause
        0.05    || 0.1
        2       || 2
        40      || 30
    }

    def 'an interrupt while a later portion is sent leaves it unknown and the next ones not run, and ends the waiting for the first'() {
        given:
        TestService service = new TestService(500)
        def invoke = Catalogue.ehpc().operation('InvokeShellCommand')
        service.looksUntilDone = Integer.MAX_VALUE
        service.onPause = { throw new InterruptedException() }
        service.answers.InvokeShellCommand = { request ->
            service.count('InvokeShellCommand') == 2
                    ? ApiException.abandoned(invoke, ErrorCategory.INTERRUPTED, 'interrupted before it answered', null)
                    : service.InvokeShellCommand(request.parameters())
        }
        Cluster cluster = service.cluster()

        when:
        RunResult result = cluster.run('echo hi').on(cluster.nodes().compute)

        then:
        Thread.interrupted()
        service.count('InvokeShellCommand') == 2
        result.gathered()*.first()*.summary() == [
            'unknown: interrupted while waiting; the command continues',
            'unknown: interrupted during the submit; the command may run',
            'not-run: interrupted before it was sent']
        result.counts().values().sum() == 500
    }
}
