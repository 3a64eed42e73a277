package ehpc.repl

import ehpc.local.ExecutionMode
import ehpc.local.Fault
import ehpc.local.Faults
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import ehpc.repl.internal.render.PrettyJson
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

/** A command of a recorded run again: {@code ehpc rerun}. */
@Timeout(300)
@Requires({ !System.getProperty('os.name').startsWith('Windows') })
class RerunCommandSpec extends Specification {

    static final String CLUSTER = 'ehpc-hz-localdemo1'
    static final String SUBMIT = 'InvokeShellCommand'

    @Shared
    @TempDir
    Path directory

    @Shared
    @AutoCleanup
    LocalService service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

    @TempDir
    Path home

    PollingConditions patiently = new PollingConditions(timeout: 60, delay: 0.02)
    int seenBefore = service.requests().size()

    def cleanup() {
        service.inject(Faults.none())
    }

    def 'a command is run again on the nodes that failed, by a run that names it, and not again from the same run'() {
        given:
        Path code = Files.writeString(home.resolve('code'), '3')
        String id = ended(1, '-e', "cluster('$CLUSTER') {\n run 'true' on nodes\n run 'exit \$(cat $code)' on nodes.compute\n}")

        when:
        Files.writeString(code, '0')
        Ended again = call(word, '--failed', '--not-run', '--output', 'json', id)

        then:
        again.code() == 0
        PrettyJson.read(again.out())*.subMap('node', 'outcome') == (0..3).collect { [node: "compute00$it".toString(), outcome: 'ok'] }
        runs()[0].subMap('script', 'exitCode') == [script: "rerun of ${id}.2".toString(), exitCode: 0]
        steps(runs()[0].run)*.subMap('title', 'reruns') == [[title: steps(id)[1].title, reruns: "${id}.2".toString()]]

        and:
        call(word, '--failed', id) == new Ended(5, '',
                "ehpc: ${steps(id)[1].title} was run again on compute[000-003] in step 1 of run ${runs()[0].run}; rerun that step instead\n")
        call(word, '--not-run', id) == new Ended(0, '', "ehpc: run $id has no not-run nodes\n")
        call(word, '--failed', runs()[0].run) == new Ended(0, '',
                "ehpc: run ${runs()[0].run} has no failed, timed-out or not-delivered nodes\n")
        seen(SUBMIT) == 3

        where:
        word << ['rerun', 'retry']
    }

    def 'a command that fails again gives the exit code of a failed run, and is rerun from its own run'() {
        given:
        String id = ended(1, '-e', "cluster('$CLUSTER') { run 'exit 3' on nodes.login }")

        when:
        Ended again = call('rerun', '--failed', id)

        then:
        again == new Ended(1, 'login0 (1) failed: exit code 3\n',
                "ehpc: run 'exit 3': 0 of 1 node ok, 1 failed\n")
        call('rerun', '--failed', runs()[0].run).code() == 1
        runs()*.script == ["rerun of ${runs()[1].run}.1", "rerun of ${id}.1", '-e']
    }

    def 'the step must be given if several have such nodes'() {
        given:
        String id = ended(1, '-e', "cluster('$CLUSTER') { def a = run 'exit 3' on nodes.login\n println a.ok\n syncUsers()\n" +
                "run 'exit 4' on nodes.login }")

        expect:
        call('rerun', '--failed', id) == new Ended(2, '', "ehpc: several steps of run $id have failed, timed-out or not-delivered nodes: " +
                "1 (run 'exit 3': 1 failed), 3 (run 'exit 4': 1 failed); choose one with --step\n")
        call('rerun', '--failed', '--step', '2', id) == new Ended(2, '', "ehpc: step 2 of run $id is SyncUsers, not a command\n")
        call('rerun', '--failed', '--step', '4', id) == new Ended(2, '', "ehpc: run $id has no step 4; it has 1 to 3\n")
        seen(SUBMIT) == 2
        call('rerun', '--failed', '--step', '3', id).out() == 'login0 (1) failed: exit code 4\n'
    }

    def 'a node whose outcome is unknown is looked at first, and gets the command again only after an approval'() {
        given:
        service.inject(Faults.none().always(SUBMIT, Fault.lostAnswer()))
        String id = ended(4, 'run', '--no-marker', '-e', "cluster('$CLUSTER') { run 'true' on nodes.login }")
        service.inject(Faults.none())

        expect:
        call('rerun', '--failed', '--not-run', id).err() ==
                "ehpc: run $id has no failed, timed-out, not-delivered or not-run nodes; it has results to collect: attach $id\n"

        when:
        Ended refused = call('rerun', '--unknown', id)

        then:
        refused.code() == 2
        refused.out().startsWith('login0 (1) unknown: the answer to the submit was lost')
        refused.err().endsWith('ehpc: the command may have run, or may still run, on login0; --yes runs it again\n')
        seen(SUBMIT) == 1

        when:
        Ended again = call('rerun', '--unknown', '--yes', id)

        then:
        again.code() == 0
        again.out().endsWith('login0 (1)\n')
        seen(SUBMIT) == 2

        and: 'not from the same run again, whatever else is chosen'
        call('rerun', '--failed', '--unknown', '--yes', id).err() ==
                "ehpc: run 'true' was run again on login0 in step 1 of run ${runs()[0].run}; rerun that step instead\n"
        seen(SUBMIT) == 2
    }

    def 'wrong usage is one message: #words'() {
        expect:
        call(*words) == new Ended(2, '', "ehpc: $message\n")

        where:
        words                            || message
        ['rerun', 'nothing']             || 'at least one of --failed, --not-run or --unknown must be given'
        ['rerun', '--failed']            || "one run must be given, got 0; 'ehpc runs' lists them"
        ['rerun', '--failed', 'nothing'] || "run 'nothing' not found"
        ['rerun', '--failed', '--step', '0', 'x'] || "--step must be a whole number from 1 to 2147483647, is '0'"
    }

    private Map<String, String> keys() {
        [ALIBABA_CLOUD_ACCESS_KEY_ID: service.accessKeyId(), ALIBABA_CLOUD_ACCESS_KEY_SECRET: service.accessKeySecret(), HOME: home.toString()]
    }

    private List<String> account() {
        ['--region', 'cn-hangzhou', '--endpoint', service.endpoint().toString()]
    }

    private Ended call(String... words) {
        Cli.call(env: keys(), (account() + words.toList()) as String[])
    }

    /** Runs ehpc with an exit code; returns the id of the run. */
    private String ended(int code, String... words) {
        assert call(words).code() == code
        runs()[0].run
    }

    private List<Map> runs() {
        PrettyJson.read(call('runs', '--output', 'json').out()) as List<Map>
    }

    private List<Map> steps(String id) {
        PrettyJson.read(call('runs', id, '--output', 'json').out()) as List<Map>
    }

    private int seen(String operation) {
        service.requests().drop(seenBefore).count { it.action() == operation }
    }
}
