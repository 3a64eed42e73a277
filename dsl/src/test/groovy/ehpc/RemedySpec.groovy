package ehpc

import static ehpc.api.ErrorCategory.CLOSED
import static ehpc.api.ErrorCategory.CREDENTIALS
import static ehpc.api.ErrorCategory.ENDPOINT
import static ehpc.api.ErrorCategory.INTERRUPTED
import static ehpc.api.ErrorCategory.NAME
import static ehpc.api.ErrorCategory.NETWORK
import static ehpc.api.ErrorCategory.PROFILE
import static ehpc.api.ErrorCategory.PROXY
import static ehpc.api.ErrorCategory.PROXY_SETTINGS
import static ehpc.api.ErrorCategory.TLS

import ehpc.api.ApiException
import ehpc.api.Catalogue
import ehpc.api.ErrorCategory
import ehpc.api.Operation
import ehpc.api.Request
import ehpc.command.Command
import ehpc.node.Node
import java.time.Instant
import java.time.temporal.ChronoUnit
import spock.lang.Specification

/** What may be done about a failure. */
class RemedySpec extends Specification {

    static final Operation READ = Catalogue.ehpc().operation('ListNodes')
    static final Operation CHANGE = Catalogue.ehpc().operation('InvokeShellCommand')

    def 'a request that did not leave for #category.word() gets advice on that matter'() {
        expect:
        Remedy.of(ApiException.unreachable(READ, category, 'why', null))*.text() == advice

        where:
        category       || advice
        NETWORK        || ['check the network between this machine and the endpoint']
        NAME           || ['check the region, the endpoint and DNS']
        ENDPOINT       || ['check the region and the endpoint']
        PROXY          || ['check the proxy: HTTPS_PROXY, and NO_PROXY for hosts that need none']
        PROXY_SETTINGS || ['check the proxy: HTTPS_PROXY, and NO_PROXY for hosts that need none']
        TLS            || ["check the endpoint's certificate and the ones that this Java trusts (javax.net.ssl.trustStore)"]
        CREDENTIALS    || ['check the credentials']
        PROFILE        || ['choose an existing profile']
        CLOSED         || []
        INTERRUPTED    || []
    }

    def 'a refusal gets advice on its matter: #status #code'() {
        expect:
        Remedy.of(ApiException.refused(READ, status, code, 'why', null, null))*.text() == advice

        where:
        status | code                     || advice
        404    | 'ClusterNotFound'        || ['ListClusters lists the clusters of the region']
        404    | 'ObjectNotFound'         || ['the help of ListNodes describes its parameters']
        400    | 'InvalidParams'          || ['the help of ListNodes describes its parameters']
        400    | 'SignatureDoesNotMatch'  || ['check the credentials']
        407    | 'NotAuthorized'          || ["ask the account's owner for permission to call ListNodes"]
        400    | 'InDebt'                 || ["the account's owner must settle this in the console"]
        400    | 'QuotaExceeded.Nodes'    || ['release resources, or ask for a higher quota']
        403    | 'InvalidClusterStatus'   || ['wait until the cluster and its nodes are in a state that allows this']
        406    | 'AgentError.Job.ListFailure' || ['check whether the managers of the cluster are running']
        400    | 'Throttling.User'        || []
        503    | 'ServiceUnavailable'     || []
    }

    def 'a clock that is wrong is told with what both clocks say: #code'() {
        given:
        ApiException failure = ApiException.refused(READ, 400, code, 'expired', null, null)
        Instant here = failure.failedAt().truncatedTo(ChronoUnit.SECONDS)

        expect:
        Remedy.of(failure)*.text() == ["check the clock of this machine: its time is $here".toString()]
        Remedy.of(failure.answeredAt(Instant.parse('2026-01-02T03:04:05Z')))*.text() ==
                ["check the clock of this machine: its time is $here, that of the service's answer is 2026-01-02T03:04:05Z".toString()]

        where:
        code << ['InvalidTimeStamp.Expired', 'InvalidTimeStamp.Format', 'IllegalTimestamp']
    }

    def 'a submit that is in doubt is to be looked for, where it was sent to'() {
        given:
        Request request = CHANGE.request(ClusterId: 'ehpc-hz-1', Command: 'true').in('cn-beijing')

        expect:
        Remedy.of(ApiException.lost(CHANGE, 0, 'cut off', null, null).of(request)) ==
                [new Remedy(Remedy.Action.LOOK_FOR_COMMAND, 'ListCommands', 'cn-beijing', 'ehpc-hz-1', '', '')]
        Remedy.of(ApiException.lost(Catalogue.ehpc().operation('StopNodes'), 0, 'cut off', null, null)) == []
    }

    def 'of a run whose outcome is not known, each command is to be looked after, and the one that is in doubt to be looked for'() {
        given:
        Node node = Node.unlisted('ehpc-hz-1', 'i-1')
        List<NodeResult> results = [['c-1', 'c-1', ''].collect { NodeResult.without(node, Outcome.UNKNOWN, 'why', it) }].flatten()
        RunResult result = new RunResult('cn-beijing', 'ehpc-hz-1', Command.of('true'), results, 0)

        expect:
        Remedy.of(new RunFailedException(result))*.text() ==
                ['ListInvocationResults has the results of c-1', 'ListCommands shows whether the command exists']
        Remedy.of(new RunFailedException(result))*.region() == ['cn-beijing'] * 2
        Remedy.of(new IllegalStateException()) == []
    }

    def 'every category has been thought of: #category.word()'() {
        expect:
        Remedy.of(ApiException.unreachable(READ, category, 'why', null)).size() <= 1

        where:
        category << ErrorCategory.values()
    }
}
