package ehpc.local

import java.time.Duration
import spock.util.concurrent.PollingConditions

class CommandSpec extends LocalSpecification {

    static final Map<String, ?> RESULT = [ExitCode: 0, FinishedTime: '2026-03-04T05:06:07Z', InvokeRecordStatus: 'Finished']

    def 'a command goes to the nodes named, once each and in their order'() {
        given:
        start()
        List<String> ids = [node('compute002'), node('login0'), node('compute002')]

        when:
        WireClient.Reply invoked = invoke('say hi', [
            'Instance.1.Id': ids[0], 'Instance.2.Id': ids[1], 'Instance.3.Id': ids[2], Timeout: 90, WorkingDir: '/home'])
        waitFor(invoked.body.CommandId)

        then:
        invoked.body.CommandId ==~ /c-hz0[0-9a-z]{12}/
        invoked.at('InstanceIds.InstanceId') == ids[0..1]
        machines.started == ['compute002', 'login0']
        with(machines.commands[0]) {
            text() == 'say hi'
            workingDirectory() == '/home'
            timeout() == Duration.ofSeconds(90)
        }
    }

    def 'a command without nodes goes to all of them, for 60 seconds in /root'() {
        given:
        start()

        when:
        WireClient.Reply invoked = invoke('say hi')
        waitFor(invoked.body.CommandId)

        then:
        invoked.at('InstanceIds.InstanceId').size() == 6
        machines.started == ['manager0', 'login0', 'compute000', 'compute001', 'compute002', 'compute003']
        machines.commands*.workingDirectory().toUnique() == ['/root']
        machines.commands*.timeout().toUnique() == [Duration.ofSeconds(60)]
    }

    def 'the ids may come as one text inside the list'() {
        given:
        start(LocalOptions.defaults().withIdsAsText(true))
        String login = node('login0')
        String manager = node('manager0')

        expect:
        invoke('say hi', ['Instance.1.Id': login, 'Instance.2.Id': manager]).at('InstanceIds.InstanceId') ==
                ["[\"$login\",\"$manager\"]".toString()]
    }

    def 'the answer comes before the command ends'() {
        given:
        start()
        String id = invoke('hold', ['Instance.1.Id': node('login0')]).body.CommandId

        expect:
        state(id) == 'Running'
        results(id) == [[CommandId: id, InstanceId: node('login0'), InvokeRecordStatus: 'Running', Message: '', Success: false]]

        when:
        new PollingConditions(timeout: 10).eventually { assert machines.held.size() == 1 }
        machines.release(node('login0'), 3, 'bye')

        then:
        results(id)[0] == RESULT + [
            CommandId: id, InstanceId: node('login0'), ExitCode: 3, Message: 'bye', Success: false]
    }

    def 'an end is told by the published table: #command'() {
        given:
        start()

        when:
        String id = invoke(command, ['Instance.1.Id': node('login0')]).body.CommandId
        waitFor(id)

        then:
        state(id) == whole
        with(results(id)[0]) {
            [InvokeRecordStatus, Success, ExitCode, Message] == [whole, success, code, message]
            FinishedTime == '2026-03-04T05:06:07Z'
        }

        where:
        command         | whole      | success | code | message
        'say hi'        | 'Finished' | true    | 0    | 'hi'
        'say 中 😀 \u001b[1m\r\n"\\' | 'Finished' | true | 0 | '中 😀 \u001b[1m\r\n"\\'
        'exit 7'        | 'Finished' | false   | 7    | ''
        'late so far'   | 'Stopped'  | false   | 124  | 'so far'
        'never no room' | 'Failed'   | false   | -1   | 'no room'
    }

    def 'a command on a stopped node fails without beginning'() {
        given:
        start()
        service.stopNode(node('compute001'))

        when:
        String id = invoke('say hi').body.CommandId
        waitFor(id)

        then:
        state(id) == 'Failed'
        results(id, [InvokeRecordStatus: 'Failed']).collect { [it.InstanceId, it.ExitCode, it.Success, it.Message] } ==
                [[node('compute001'), -1, false, 'node compute001 must be running, is stopped']]
        !machines.started.contains('compute001')
    }

    def 'a command on a node that dies has been killed'() {
        given:
        start()
        String id = invoke('hold', ['Instance.1.Id': node('compute001')]).body.CommandId
        new PollingConditions(timeout: 10).eventually { assert machines.held.size() == 1 }

        when:
        service.failNode(node('compute001'))

        then:
        results(id).collect { [it.InvokeRecordStatus, it.ExitCode, it.Success, it.Message] } ==
                [['Finished', 137, false, 'so far\nnode compute001 must be running, is exception']]
    }

    def 'the whole command is #overall when its nodes are #each'() {
        given:
        start()
        String held = node('compute000')
        String stopped = node('compute001')
        String id = invoke('hold', ['Instance.1.Id': held, 'Instance.2.Id': stopped]).body.CommandId
        new PollingConditions(timeout: 10).eventually { assert machines.held.size() == 2 }

        when:
        end(service, machines, held, stopped)

        then:
        ask('ListInvocationStatus', [ClusterId: DEMO, CommandId: id]).body.subMap('CommandId', 'InvokeStatus', 'InvokeInstances') == [
            CommandId: id, InvokeStatus: overall,
            InvokeInstances: [InvokeInstance: [
                [InstanceId: held, InstanceInvokeStatus: each[0]], [InstanceId: stopped, InstanceInvokeStatus: each[1]]]]]

        where:
        overall    | each                     | end
        'Running'  | ['Running', 'Running']   | { s, m, a, b -> }
        'Running'  | ['Running', 'Finished']  | { s, m, a, b -> m.release(b, 1, '') }
        'Finished' | ['Finished', 'Finished'] | { s, m, a, b -> m.release(a, 0, ''); m.release(b, 1, '') }
        'Stopped'  | ['Finished', 'Stopped']  | { s, m, a, b -> m.release(a, 0, ''); m.expire(b) }
    }

    def 'a command that failed anywhere has failed, though it was stopped elsewhere'() {
        given:
        start()
        service.stopNode(node('compute000'))
        String id = invoke('late x').body.CommandId
        waitFor(id)

        expect:
        state(id) == 'Failed'
    }

    def 'results come in pages of at most 50 and by filters'() {
        given:
        start(LocalOptions.defaults().withComputeNodes(118))
        service.stopNode(node('compute007'))
        String id = invoke('say hi').body.CommandId
        waitFor(id)

        expect:
        results(id, [:]).size() == 10
        (1..4).collect { results(id, [PageSize: 50, PageNumber: it]).size() } == [50, 50, 20, 0]
        (1..3).collectMany { results(id, [PageSize: 50, PageNumber: it])*.InstanceId }.toUnique().size() == 120
        ask('ListInvocationResults', [ClusterId: DEMO, CommandId: id, InvokeRecordStatus: 'Finished']).body.TotalCount == 119
        results(id, [InvokeRecordStatus: 'Failed'])*.InstanceId == [node('compute007')]
        results(id, ['Instance.1.Id': node('login0'), 'Instance.2.Id': node('compute003')])*.InstanceId ==
                [node('login0'), node('compute003')]
        refusal('ListInvocationResults', [ClusterId: DEMO, CommandId: id, PageSize: 51]) ==
                [400, 'InvalidParams', 'PageSize must be 1 to 50, is 51']
        ask('ListInvocationStatus', [ClusterId: DEMO, CommandId: id]).at('InvokeInstances.InvokeInstance').size() == 120
    }

    def 'commands are listed with their facts, the newest first'() {
        given:
        start()
        List<String> ids = ['say 1', 'say 2', 'say 3'].collect { invoke(it, [Timeout: 61, WorkingDir: '/tmp']).body.CommandId }

        expect:
        with(ask('ListCommands', [ClusterId: DEMO, PageSize: 2])) {
            at('Commands.Command') == [
                [CommandContent: 'say 3', CommandId: ids[2], Timeout: '61', WorkingDir: '/tmp'],
                [CommandContent: 'say 2', CommandId: ids[1], Timeout: '61', WorkingDir: '/tmp']]
            body.subMap('PageNumber', 'PageSize', 'TotalCount') == [PageNumber: 1, PageSize: 2, TotalCount: 3]
        }
        ask('ListCommands', [ClusterId: DEMO, CommandId: ids[0]]).at('Commands.Command')*.CommandId == [ids[0]]
        ask('ListCommands', [ClusterId: DEMO, CommandId: 'c-hz-none']).at('Commands.Command') == []
        ask('ListCommands', [ClusterId: HYBRID]).at('Commands.Command') == []
    }

    def 'ids of commands are the same in every world'() {
        when:
        List<List<String>> ids = (1..2).collect {
            start()
            ['say 1', 'say 2'].collect { invoke(it).body.CommandId }
        }

        then:
        ids[0] == ids[1]
        ids[0][0] != ids[0][1]
    }

    def 'a command is refused: #what'() {
        given:
        start()

        when:
        List refused = refusal('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hi'] + parameters)

        then:
        refused == expected
        ask('ListCommands', [ClusterId: DEMO]).body.TotalCount == 0

        where:
        what | parameters | expected
        'too short' | [Command: 'a'] | [400, 'InvalidParams', 'Command must be 2 to 2048 characters, is 1']
        'too long' | [Command: 'ä' * 2049] | [400, 'InvalidParams', 'Command must be 2 to 2048 characters, is 2049']
        'nothing' | [Command: ''] | [400, 'MissingParameter', 'Command must be given']
        'no time' | [Timeout: 0] | [400, 'InvalidParams', 'Timeout must be at least 1 second, is 0']
        'time that is none' | [Timeout: 'long'] | [400, 'InvalidParams', "Timeout must be a whole number, is 'long'"]
        'no directory' | [WorkingDir: 'home'] | [400, 'InvalidParams', 'WorkingDir must be an absolute path, is home']
        'no cluster' | [ClusterId: 'nowhere'] | [404, 'ClusterNotFound', "there is no cluster nowhere; known: $DEMO, $HYBRID"]
        'no node' | ['Instance.1.Id': 'i-bp1nobody', 'Instance.2.Id': 'i-2'] | [404, 'ObjectNotFound', "there is no node i-bp1nobody, i-2 in cluster $DEMO"]
        'an empty node' | ['Instance.1.Id': ''] | [400, 'InvalidParams', 'Instance[1] must be given']
        'a gap' | ['Instance.2.Id': 'i-2'] | [400, 'InvalidParams', 'Instance.2.Id must be numbered without a gap: Instance.1 is missing']
    }

    def 'a command of 2,048 characters is taken whole'() {
        given:
        start()
        String text = 'say ' + '😀' * 2044

        when:
        String id = invoke(text, ['Instance.1.Id': node('login0')]).body.CommandId
        waitFor(id)

        then:
        results(id)[0].Message == '😀' * 2044
    }

    def 'a node of another cluster is no node of this one'() {
        given:
        start()
        String other = node('login0', HYBRID)

        expect:
        refusal('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hi', 'Instance.1.Id': other]) ==
                [404, 'ObjectNotFound', "there is no node $other in cluster $DEMO"]
    }

    def 'a command is refused while its cluster is not running'() {
        given:
        start()
        service.setClusterStatus(DEMO, 'releasing')

        expect:
        refusal('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hi']) ==
                [403, 'InvalidClusterStatus', "cluster $DEMO must be running, is releasing"]
    }

    def 'an unknown command is refused: #action'() {
        given:
        start()
        String elsewhere = client.ask('InvokeShellCommand', [ClusterId: HYBRID, Command: 'say hi']).body.CommandId

        expect:
        refusal(action, [ClusterId: DEMO, CommandId: 'c-hz-none']) ==
                [404, 'ObjectNotFound', "there is no command c-hz-none in cluster $DEMO"]
        refusal(action, [ClusterId: DEMO, CommandId: elsewhere])[0..1] == [404, 'ObjectNotFound']

        where:
        action << ['ListInvocationStatus', 'ListInvocationResults']
    }

    def 'results of a node that is none are refused'() {
        given:
        start()
        String id = invoke('say hi').body.CommandId

        expect:
        refusal('ListInvocationResults', [ClusterId: DEMO, CommandId: id, 'Instance.1.Id': 'i-1']) ==
                [404, 'ObjectNotFound', "there is no node i-1 in cluster $DEMO"]
    }

    def '1 MiB of output is kept whole'() {
        given:
        start()
        String id = invoke('hold', ['Instance.1.Id': node('login0')]).body.CommandId
        String output = 'line \u0001 ü\n' * 100_000

        when:
        new PollingConditions(timeout: 10).eventually { assert machines.held.size() == 1 }
        machines.release(node('login0'), 0, output)

        then:
        results(id)[0].Message == output
    }

    private WireClient.Reply invoke(String command, Map<String, ?> parameters = [:]) {
        ask('InvokeShellCommand', [ClusterId: DEMO, Command: command] + parameters)
    }
}
