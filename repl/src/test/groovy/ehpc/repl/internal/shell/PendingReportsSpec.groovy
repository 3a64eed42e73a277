package ehpc.repl.internal.shell

import ehpc.RunListener
import ehpc.command.Command
import ehpc.connect.ConnectionOptions
import ehpc.local.LocalOptions
import ehpc.node.NodeSet
import spock.lang.Specification

class PendingReportsSpec extends Specification {

    private static final ConnectionOptions REAL = ConnectionOptions.defaults().environment([:]).profile('work')
    private static final ConnectionOptions LOCAL = REAL.local(LocalOptions.defaults())

    private static final NodeSet NONE = NodeSet.of('ehpc-hz-x', [], 'none')

    ConnectionOptions account = REAL
    PendingReports pending = new PendingReports({ account }, new ShellAdvice({ Optional.empty() }))

    def 'the report on a command refers to the account that it was sent to: #sent.local'() {
        given:
        account = sent
        pending.submitted('ehpc-hz-x', 'c-1', NONE)
        account = later

        expect:
        pending.leave()[0].endsWith(told)
        pending.atEnd { throw new IllegalStateException('asked') }*.replaceAll('.*; ', '') == atEnd

        where:
        sent  | later || told                                   | atEnd
        REAL  | LOCAL || '; it continues'                         | [RESULTS]
        LOCAL | REAL  || '; it continues until the shell ends'    | []
        REAL  | REAL  || '; it continues'                         | [RESULTS]
    }

    def 'a signal reports awaited, abandoned and unsubmitted commands without a request: #sent.local'() {
        given:
        account = sent
        RunListener.Run run = new RunListener.Run('cn-hangzhou', 'ehpc-hz-x', Command.of('true'), 1)
        pending.began(run)
        pending.submitted('ehpc-hz-x', 'c-1', NONE)
        pending.leave()
        pending.submitted('ehpc-hz-x', 'c-2', NONE)
        pending.collected('ehpc-hz-x', 'c-1')
        pending.submitting(run, NONE)

        expect:
        pending.atSignal() == told

        where:
        sent  || told
        LOCAL || ['command c-2 on  (0) ends with the local service',
                  'command c-1 on  (0) ends with the local service',
                  'a command for  (0) was being sent, and ends with the local service']
        REAL  || ["command c-2 on  (0) continues; ${called('c-2')}",
                  "command c-1 on  (0) may continue; ${called('c-1')}",
                  'a command for  (0) was being sent and may run; to look for it: ' +
                  'ehpc call ListCommands --ClusterId ehpc-hz-x --all-pages --profile work --region cn-hangzhou']
    }

    private static String called(String id) {
        "its results: ehpc call ListInvocationResults --ClusterId ehpc-hz-x --CommandId $id --all-pages --profile work --region cn-hangzhou"
    }

    private static String getRESULTS() {
        'its results: ehpc call ListInvocationResults --ClusterId ehpc-hz-x --CommandId c-1 --all-pages --profile work'
    }

    def 'commands with complete results are not reported'() {
        when:
        pending.submitted('ehpc-hz-x', 'c-1', NONE)
        pending.collected('ehpc-hz-x', 'c-1')

        then:
        pending.leave() == []
        pending.atEnd { throw new IllegalStateException('asked') } == []
    }
}
