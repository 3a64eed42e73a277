package ehpc.repl

import ehpc.local.ExecutionMode
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Why a node is neither ok nor failed, over HTTP and in every form of output. */
class OutcomeDetailSpec extends Specification {

    private static final String SCRIPT = "cluster('ehpc-hz-localdemo1') { run 'true' timeout 10.minutes on node('login0') }"

    @Shared
    LocalService local = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

    @AutoCleanup
    RewrittenService service = new RewrittenService(local)

    def cleanupSpec() {
        local.close()
    }

    def 'a node that the service reports as #status has its reason in #form'() {
        given:
        service.rule = { String operation, Map<String, String> parameters, Map<String, Object> answer ->
            if (operation == 'ListInvocationResults') {
                answer.InvocationResults.InvocationResult.each { it.InvokeRecordStatus = status }
            }
        }

        expect:
        service.call('--output', form, '-e', SCRIPT).out().contains(shown)

        where:
        status    | form     || shown
        'Stopped' | 'text'   || 'login0 (1) timed-out: its time limit of 10m expired\n'
        'Stopped' | 'table'  || 'its time limit of 10m expired'
        'Stopped' | 'json'   || '"detail":"its time limit of 10m expired"'
        'Stopped' | 'ndjson' || '"detail":"its time limit of 10m expired"'
        'Stopped' | 'csv'    || ',its time limit of 10m expired,'
        'Stopped' | 'yaml'   || 'detail: "its time limit of 10m expired"'
        'Failed'  | 'text'   || 'login0 (1) not-delivered: the service reports that it did not start\n'
        'Failed'  | 'csv'    || ',the service reports that it did not start,'
    }

    def 'a command whose time is over has its limit in the result'() {
        expect:
        Cli.call('--local', '--local-exec', 'host', '-e',
                "cluster('ehpc-hz-localdemo1') { println((run 'sleep 60' timeout 1.second on node('login0')).results[0].detail()) }").out() ==
                'its time limit of 1s expired\n'
    }
}
