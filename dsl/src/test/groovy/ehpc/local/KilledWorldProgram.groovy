package ehpc.local

import java.nio.file.Path

/** Creates and deletes clusters and nodes without end, in a data directory that is named, until it is killed. */
class KilledWorldProgram {

    static void main(String[] arguments) {
        LocalOptions options = LocalOptions.defaults().withDataDirectory(Path.of(arguments[0])).withTransitions(Transitions.afterLooks(1))
        LocalService service = LocalService.start(options) { mode, path -> new ScriptedMachines() }
        WireClient client = new WireClient(service.endpoint())
        List<String> clusters = []
        while (true) {
            clusters << client.ask('CreateCluster', [Name: 'made', KeyPairName: 'key', 'EcsOrder.Compute.Count': 20]).body.ClusterId
            println clusters.last()
            3.times { client.ask('ListClusters') }
            client.ask('AddNodes', [ClusterId: clusters.last(), Count: 10])
            client.ask('ListClusters')
            if (clusters.size() > 5) {
                client.ask('DeleteCluster', [ClusterId: clusters.remove(0)])
            }
        }
    }
}
