package ehpc.local

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.Callable
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.TempDir
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

/** From the request to a process and back. How nodes are kept apart is told elsewhere; plain processes run everywhere. */
@Timeout(300)
class RealCommandSpec extends LocalSpecification {

    @TempDir
    Path temp

    @AutoCleanup('shutdownNow')
    ExecutorService threads = Executors.newFixedThreadPool(20)

    void setup() {
        service = LocalService.start(
                LocalOptions.defaults().withExecution(ExecutionMode.HOST).withDataDirectory(temp.resolve('world')))
        client = new WireClient(service.endpoint())
    }

    void cleanup() {
        service.close()
    }

    def 'a command runs on its nodes'() {
        when:
        String id = run('echo "hi from $HOSTNAME"; echo oops >&2; exit 3', ['compute000', 'login0'])

        then:
        state(id) == 'Finished'
        results(id).collect { [it.Success, it.ExitCode, it.Message.readLines().last()] } == [[false, 3, 'oops']] * 2
    }

    def 'text goes to the command and comes back as it is'() {
        given:
        String text = 'grün 中 😀 "quoted" \\ $HOME `x` \'one\' &<>'

        when:
        String id = run("cat <<'END'\n$text\nEND", ['login0'])

        then:
        results(id)*.Message == [text + '\n']
    }

    def '200 KB and more come back whole'() {
        when:
        String id = run('i=0; while [ $i -lt 20000 ]; do echo "line $i"; i=$((i + 1)); done', ['login0'])

        then:
        results(id)[0].Message == (0..<20_000).collect { "line $it\n" }.join('')
    }

    def 'what takes too long is stopped, and what it wrote is kept'() {
        when:
        String id = run('echo begun; sleep 100', ['login0'], [Timeout: 1])

        then:
        state(id) == 'Stopped'
        results(id).collect { [it.InvokeRecordStatus, it.Success, it.ExitCode, it.Message] } == [['Stopped', false, 124, 'begun\n']]
    }

    def 'a working directory must be there'() {
        when:
        String there = run('pwd', ['login0'], [WorkingDir: '/tmp'])
        String missing = run('pwd', ['login0'], [WorkingDir: '/no/such/place'])

        then:
        results(there)[0].Message.trim().endsWith('/tmp')
        state(missing) == 'Failed'
        results(missing).collect { [it.Success, it.ExitCode] } == [[false, -1]]
    }

    def '20 at once do not disturb each other'() {
        when:
        List<String> outputs = threads.invokeAll((1..20).collect { n ->
            { -> results(run("echo begin $n; sleep 0.1; echo end $n", ['compute001']))[0].Message } as Callable<String>
        })*.get()

        then:
        outputs == (1..20).collect { "begin $it\nend $it\n".toString() }
    }

    def 'the answer does not wait, and closing leaves no process'() {
        given:
        Path mark = temp.resolve('pid')
        ask('InvokeShellCommand', [ClusterId: DEMO, Command: "echo \$\$ > $mark; exec sleep 1000", 'Instance.1.Id': node('login0')])
        new PollingConditions(timeout: 20).eventually { assert Files.exists(mark) && Files.size(mark) > 0 }
        ProcessHandle process = ProcessHandle.of(Files.readString(mark).trim() as long).get()

        when:
        service.close()

        then:
        process.onExit().get(10, TimeUnit.SECONDS) == process
    }

    private String run(String command, List<String> hosts, Map<String, ?> more = [:]) {
        Map<String, String> nodes = hosts.withIndex(1).collectEntries { host, i -> ["Instance.${i}.Id".toString(), node(host)] }
        String id = ask('InvokeShellCommand', [ClusterId: DEMO, Command: command] + nodes + more).body.CommandId
        waitFor(id)
        id
    }
}
