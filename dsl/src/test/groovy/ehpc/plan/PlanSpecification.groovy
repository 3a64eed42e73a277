package ehpc.plan

import ehpc.EhpcClient
import ehpc.api.Catalogue
import ehpc.connect.Connection
import ehpc.connect.ConnectionOptions
import ehpc.local.ExecutionMode
import ehpc.local.LocalOptions
import ehpc.local.ReceivedRequest
import ehpc.script.PlanRun
import ehpc.script.ScriptRun
import ehpc.script.Scripts
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Scripts, their plans, and a service on this machine that tells what came in. */
abstract class PlanSpecification extends Specification {

    static final String DEMO = 'ehpc-hz-localdemo1'
    static final String HYBRID = 'ehpc-hz-localhybrid'

    @TempDir
    Path directory

    @AutoCleanup
    Connection connection = open(4)

    final Map<String, String> environment = [PASSWORD: 'Tr0ub4dor&3', OTHER: 'x']
    final StringBuilder out = new StringBuilder()

    static Connection open(int computeNodes) {
        Connection.open(ConnectionOptions.defaults().local(
                LocalOptions.defaults().withExecution(ExecutionMode.HOST).withComputeNodes(computeNodes)))
    }

    EhpcClient getEhpc() {
        connection.ehpc()
    }

    ScriptRun script(String text, List<String> args = []) {
        Path file = Files.writeString(directory.resolve('a.ehpc'), text)
        Scripts.compile('a.ehpc', Files.readString(file)).in(file).over(ehpc).args(args).environment(environment).output(out)
    }

    Plan plan(String text, List<String> args = []) {
        script(text, args).plan()
    }

    /** The plan as it comes back from its file. */
    Plan kept(String text) {
        Plan.read('plan.json', plan(text).json())
    }

    PlanRun carryingOut(Plan plan) {
        PlanRun.of(plan, ehpc).environment(environment).output(out)
    }

    /** Calls that came in and that change something. */
    List<ReceivedRequest> changes() {
        connection.service().get().requests().findAll { Catalogue.ehpc().operation(it.action()).mutates() }
    }

    /** What a plan says that will come in. */
    static List<Map<String, String>> parameters(Plan plan) {
        plan.steps()*.calls().flatten().collect { PlannedCall call -> call.parameters().collectEntries { [it.key, it.value.toString()] } }
    }
}
