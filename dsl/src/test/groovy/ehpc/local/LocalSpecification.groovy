package ehpc.local

import spock.lang.Specification
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

/** Starts a service per feature, without processes, and closes it. */
@Timeout(300)
abstract class LocalSpecification extends Specification {

    static final String DEMO = 'ehpc-hz-localdemo1'
    static final String HYBRID = 'ehpc-hz-localhybrid'
    static final String REGION = 'cn-hangzhou'

    private final List<LocalService> opened = []

    ScriptedMachines machines
    LocalService service
    WireClient client

    LocalService start(LocalOptions options = LocalOptions.defaults()) {
        machines = new ScriptedMachines()
        service = LocalService.start(options) { mode, path ->
            machines.directory = path
            machines
        }
        opened << service
        client = new WireClient(service.endpoint())
        client.keyId = service.accessKeyId()
        client.secret = service.accessKeySecret()
        service
    }

    void cleanup() {
        opened*.close()
    }

    WireClient.Reply ask(String action, Map<String, ?> parameters = [:]) {
        client.ask(action, parameters)
    }

    /** Status, code and message of an error. */
    List refusal(String action, Map<String, ?> parameters = [:]) {
        WireClient.Reply reply = ask(action, parameters)
        [reply.status, reply.body.Code, reply.body.Message]
    }

    /** A node's id by its host name. */
    String node(String hostName, String cluster = DEMO) {
        ask('ListNodes', [ClusterId: cluster, HostNamePrefix: hostName]).at('Nodes.NodeInfo')[0].Id
    }

    List<String> hosts(Map<String, ?> parameters) {
        ask('ListNodes', [ClusterId: DEMO] + parameters).at('Nodes.NodeInfo')*.HostName
    }

    /** The command's state as a whole. */
    String state(String id) {
        ask('ListInvocationStatus', [ClusterId: DEMO, CommandId: id]).body.InvokeStatus
    }

    void waitFor(String id) {
        new PollingConditions(timeout: 20).eventually { assert state(id) != 'Running' }
    }

    List<Map<String, ?>> results(String id, Map<String, ?> parameters = [:]) {
        ask('ListInvocationResults', [ClusterId: DEMO, CommandId: id] + parameters).at('InvocationResults.InvocationResult')
    }
}
