package ehpc.repl.internal.shell

import ehpc.NodeSet
import ehpc.connect.ConnectionOptions
import ehpc.local.LocalOptions
import spock.lang.Specification

class UnderWaySpec extends Specification {

    private static final ConnectionOptions REAL = ConnectionOptions.defaults().environment([:]).profile('work')
    private static final ConnectionOptions LOCAL = REAL.local(LocalOptions.defaults())

    private static final NodeSet NONE = NodeSet.of('ehpc-hz-x', [], 'none')

    ConnectionOptions account = REAL
    UnderWay underWay = new UnderWay({ account }, new ShellAdvice({ Optional.empty() }))

    def 'what is told of a command is true of the account that it was sent to: #sent.local'() {
        given:
        account = sent
        underWay.submitted('ehpc-hz-x', 'c-1', NONE)
        account = later

        expect:
        underWay.leave()[0].endsWith(told)
        underWay.atEnd { throw new IllegalStateException('asked') }*.replaceAll('.*; ', '') == atEnd

        where:
        sent  | later || told                                   | atEnd
        REAL  | LOCAL || '; it goes on'                         | [RESULTS]
        LOCAL | REAL  || '; it goes on until the shell ends'    | []
        REAL  | REAL  || '; it goes on'                         | [RESULTS]
    }

    private static String getRESULTS() {
        'its results: ehpc call ListInvocationResults --ClusterId ehpc-hz-x --CommandId c-1 --all-pages --profile work'
    }

    def 'nothing is told of what was collected'() {
        when:
        underWay.submitted('ehpc-hz-x', 'c-1', NONE)
        underWay.collected('ehpc-hz-x', 'c-1')

        then:
        underWay.leave() == []
        underWay.atEnd { throw new IllegalStateException('asked') } == []
    }
}
