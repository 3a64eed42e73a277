package ehpc.repl

import ehpc.local.ExecutionMode
import ehpc.local.Fault
import ehpc.local.Faults
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import ehpc.repl.internal.render.PrettyJson
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

/** Runs that leave a journal: {@code ehpc runs}, {@code ehpc attach}, and a run that a signal ends. */
@Timeout(300)
@Requires({ !System.getProperty('os.name').startsWith('Windows') })
class RunsSpec extends Specification {

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

    def 'a run is listed with its state, and shown with its steps and outcomes'() {
        given:
        assert call('-e', "cluster('$CLUSTER') { run 'hostname' on nodes.compute\n syncUsers() }").code() == 0

        when:
        Map run = PrettyJson.read(call('runs', '--output', 'json').out())[0] as Map
        Ended shown = call('runs', run.run as String, '--output', 'json')
        List<Map> steps = PrettyJson.read(shown.out()) as List<Map>

        then:
        run.subMap('state', 'exitCode', 'script', 'region', 'steps', 'unsettled') ==
                [state: 'ended', exitCode: 0, script: '-e', region: 'cn-hangzhou', steps: 2, unsettled: false]
        steps*.title == ["run 'hostname'", 'SyncUsers']
        steps*.line == [1, 2]
        steps*.nodes == [4, 0]
        steps*.outcomes == [[ok: 4], [:]]
        steps*.failure == [null, null]
        steps[0].commands[0].startsWith('c-')

        and:
        call('runs').out().readLines()[0] =~ /^Run +Began +State +Exit code +Script +Region +Steps +Unsettled$/
        call('runs', run.run[-4..-1] as String).err() == "ehpc: $run.run: -e, ended\n"
        call('runs', '--output', form).out().contains(run.run as String)

        where:
        form << ['ndjson', 'csv', 'yaml']
    }

    def 'a run whose process was killed is broken off, and attach collects its results: no command is sent again'() {
        given:
        Process process = start('-e', "cluster('$CLUSTER') { run 'sleep 3; echo hi' waves 2 on nodes.compute }")
        patiently.eventually { assert seen(SUBMIT) == 1 && seen('ListInvocationStatus') > 0 }

        when:
        new ProcessBuilder('kill', '-9', process.pid().toString()).start().waitFor()
        process.waitFor()
        List<Map> runs = PrettyJson.read(call('runs', '--unsettled', '--output', 'json').out()) as List<Map>

        then:
        runs*.state == ['broken off']
        runs*.exitCode == [null]

        when:
        Ended attached = attach(runs[0].run as String)

        then:
        attached == new Ended(0, 'compute[000-001] (2)\n  hi\n', continuing(runs[0].run as String))
        seen(SUBMIT) == 1
        call('runs', '--unsettled').out() == ''
        PrettyJson.read(call('runs', runs[0].run as String, '--output', 'json').out())*.outcomes == [[ok: 2, 'not-run': 2]]
        attach(runs[0].run as String) == new Ended(0, '', "ehpc: run ${runs[0].run} has no results to collect\n" + continuing(runs[0].run as String))
    }

    def 'a run that was killed is resumed: what was sent is not sent again, and the rest is'() {
        given:
        Path script = Files.writeString(home.resolve('deploy.ehpc'), """\
            cluster('$CLUSTER') {
                run 'echo first' on nodes.login
                def r = run "sleep 2; echo \${args[0]}" waves 2 on nodes.compute
                println r.okNodes.size()
            }
            """.stripIndent())
        Process process = start('run', script.toString(), 'second')
        patiently.eventually { assert seen(SUBMIT) == 2 }
        new ProcessBuilder('kill', '-9', process.pid().toString()).start().waitFor()
        process.waitFor()
        String id = PrettyJson.read(call('runs', '--output', 'json').out())[0].run

        when:
        Ended resumed = Cli.call(env: keys(), 'resume', id)

        then:
        resumed == new Ended(0, 'login0 (1)\n  first\n4\n', 'ehpc: 1 step was taken from the journal, not performed again\n')
        seen(SUBMIT) == 3
        PrettyJson.read(call('runs', id, '--output', 'json').out())*.outcomes == [[ok: 1], [ok: 4]]

        when: 'it has come to its end'
        Ended again = Cli.call(env: keys(), 'resume', id)

        then:
        again == new Ended(5, '', "ehpc: run $id came to its end; there is nothing to resume\n")
    }

    def 'a script that was changed is not resumed'() {
        given:
        Path script = Files.writeString(home.resolve('deploy.ehpc'), "cluster('$CLUSTER') {\n run 'false' on nodes.login\n}")
        assert call('run', script.toString()).code() == 1
        String id = PrettyJson.read(call('runs', '--output', 'json').out())[0].run
        Files.writeString(script, Files.readString(script).replace('false', 'true'))

        expect:
        Cli.call(env: keys(), 'resume', id) ==
                new Ended(5, '', "ehpc: $script:2: the script has changed since run $id; it cannot be resumed\n")
        seen(SUBMIT) == 1
    }

    def 'a signal names the command that collects the results, and that does'() {
        given:
        Process process = start('--output', 'json', '-e', "cluster('$CLUSTER') { run 'sleep 2; echo done' on nodes.login }")
        patiently.eventually { assert seen('ListInvocationStatus') > 0 }

        when:
        new ProcessBuilder('kill', '-TERM', process.pid().toString()).start().waitFor()
        Ended ended = Ended.of(process)
        String line = ended.err().readLines().find { it.contains('ehpc attach') }

        then:
        ended.code() == 143
        PrettyJson.read(call('runs', '--output', 'json').out())*.subMap('state', 'exitCode') == [[state: 'ended', exitCode: 4]]
        line =~ /^  next: ehpc attach \d{8}-\d{6}-[0-9a-f]{4} --region cn-hangzhou --endpoint http:\S+$/

        when:
        List<String> words = line.split('next: ehpc ', 2)[1].split(' ').toList()
        Ended attached = Cli.call(env: keys(), (words + ['--output', 'json']) as String[])

        then:
        attached.code() == 0
        PrettyJson.read(attached.out())*.subMap('node', 'outcome', 'output') == [[node: 'login0', outcome: 'ok', output: 'done\n']]
    }

    def 'a submit whose answer was lost is found by its marker, and so is one that was under way when ehpc was killed'() {
        given:
        service.inject(Faults.none().first(1, SUBMIT, Fault.lostAnswer()))

        expect:
        call('-e', "cluster('$CLUSTER') { run 'echo hi' on nodes.login }") == new Ended(0, 'login0 (1)\n  hi\n', '')
        seen(SUBMIT) == 1

        when:
        service.inject(Faults.none().first(1, SUBMIT, Fault.lateAnswer(Duration.ofMinutes(10))))
        Process process = start('-e', "cluster('$CLUSTER') { run 'echo ho' on nodes.login }")
        patiently.eventually { assert seen(SUBMIT) == 2 }
        new ProcessBuilder('kill', '-9', process.pid().toString()).start().waitFor()
        process.waitFor()
        service.inject(Faults.none())
        String id = PrettyJson.read(call('runs', '--unsettled', '--output', 'json').out())[0].run

        then:
        attach(id) == new Ended(0, 'login0 (1)\n  ho\n', continuing(id))
        seen(SUBMIT) == 2
    }

    def 'without a marker, a submit whose answer was lost stays unknown, with its own exit code'() {
        given:
        service.inject(Faults.none().always(SUBMIT, Fault.lostAnswer()))

        when:
        Ended ended = call('run', '--no-marker', '-e', "cluster('$CLUSTER') { run 'true' on nodes.login }")
        String id = PrettyJson.read(call('runs', '--unsettled', '--output', 'json').out())[0].run

        then:
        ended.code() == 4
        ended.err().readLines().last() ==
                "  next: ehpc call ListCommands --ClusterId $CLUSTER --all-pages --region cn-hangzhou --endpoint ${service.endpoint()}"

        when:
        service.inject(Faults.none())
        Ended attached = attach(id)

        then:
        attached.code() == 4
        attached.out().startsWith('login0 (1) unknown: the answer to the submit was lost')
        seen(SUBMIT) == 1
    }

    def 'a run that cannot have a journal does not start, unless --no-journal is given'() {
        given:
        Path state = Files.createFile(home.resolve('state'))
        Map env = [XDG_STATE_HOME: state.toString()]

        when:
        Ended refused = Cli.call(env: keys() + env, (account() + ['-e', "cluster('$CLUSTER') { run 'true' on nodes.login }"]) as String[])

        then:
        refused.code() == 2
        refused.out() == ''
        refused.err().startsWith("ehpc: no journal can be written to $state/ehpc/runs: ")
        refused.err().endsWith('; --no-journal runs without one\n')
        seen(SUBMIT) == 0

        when:
        Ended ran = Cli.call(env: keys() + env,
                (account() + ['run', '--no-journal', '-e', "cluster('$CLUSTER') { run 'true' on nodes.login }"]) as String[])

        then:
        ran.code() == 0
        seen(SUBMIT) == 1
    }

    def 'a script on a local service has no journal, as its commands end with it'() {
        expect:
        Cli.call(env: [HOME: home.toString()], '--local', '--local-exec', 'host', '-e', "println 'hi'").code() == 0
        call('runs') == new Ended(0, '', '')
        !Files.exists(home.resolve('.local'))
    }

    def 'another service than that of the run is refused'() {
        given:
        call('-e', "cluster('$CLUSTER') { run 'false' on nodes.login }")
        String id = PrettyJson.read(call('runs', '--output', 'json').out())[0].run

        expect:
        Cli.call(env: keys(), '--endpoint', 'http://127.0.0.1:1', *command, id) == new Ended(2, '',
                "ehpc: --endpoint must be that of run $id, ${service.endpoint()}, is http://127.0.0.1:1\n")
        Cli.call(env: keys(), '--region', 'cn-beijing', *command, id) == new Ended(2, '',
                "ehpc: --region must be that of run $id, cn-hangzhou, is cn-beijing\n")

        where:
        command << [['attach'], ['resume'], ['rerun', '--failed']]
    }

    def 'a run whose journal cannot be read is reported, and the others are listed'() {
        given:
        call('-e', "println 'hi'")
        Path broken = Files.createDirectories(home.resolve('.local/state/ehpc/runs/20260101-000000-0000'))
        Files.writeString(broken.resolve('journal.jsonl'), '')

        when:
        Ended ended = call('runs')

        then:
        ended.code() == 1
        ended.out().readLines().size() == 2
        ended.err() == "ehpc: ${broken.resolve('journal.jsonl')}: the journal has no beginning\n"
    }

    def 'the results of a run can be given up'() {
        given:
        service.inject(Faults.none().always(SUBMIT, Fault.lostAnswer()))
        String id = ended(4, 'run', '--no-marker', '-e', "cluster('$CLUSTER') { run 'true' on nodes.login }")
        service.inject(Faults.none())

        expect:
        call('runs', '--prune', '0h').err() == 'ehpc: 0 runs deleted\n'
        call('runs', '--settle', id) == new Ended(0, '', "ehpc: run $id is settled\n")
        call('runs', '--settle', id) == new Ended(0, '', "ehpc: run $id has no results to collect\n")
        call('runs', '--unsettled') == new Ended(0, '', '')
        steps(id)*.outcomes == [[unknown: 1]]
        call('runs', '--prune', '0h').err() == 'ehpc: 1 run deleted\n'
    }

    def 'a call that changes something has a journal, one that reads has none'() {
        when:
        call('call', 'ListClusters')
        call('call', 'SetPostScripts', '--ClusterId', CLUSTER)
        call('call', '--no-journal', 'SetPostScripts', '--ClusterId', CLUSTER)
        service.inject(Faults.none().always('SyncUsers', Fault.lostAnswer()))
        Ended lost = call('call', 'SyncUsers', '--ClusterId', 'ehpc-hz-localhybrid')
        service.inject(Faults.none())

        then:
        lost.code() == 4
        runs()*.subMap('script', 'exitCode') == [[script: 'call SyncUsers', exitCode: 4], [script: 'call SetPostScripts', exitCode: 0]]
        steps(runs()[0].run)[0].failure.startsWith('the answer was lost (')
    }

    def 'old runs are deleted'() {
        given:
        call('-e', "println 'hi'")

        expect:
        call('runs', '--prune', '1h') == new Ended(0, '', 'ehpc: 0 runs deleted\n')
        call('runs', '--prune', '0h') == new Ended(0, '', 'ehpc: 1 run deleted\n')
        call('runs').out() == ''
    }

    def 'wrong usage is one message: #words'() {
        expect:
        call(*words) == new Ended(2, '', "ehpc: $message\n")

        where:
        words                            || message
        ['runs', 'a', 'b']               || 'runs accepts only one of RUN, --unsettled, --settle and --prune'
        ['runs', '--prune', '3']         || "--prune must be a number with s, m, h, d or w, such as 90s or 30d, is '3'"
        ['runs', 'nothing']              || "run 'nothing' not found"
        ['attach']                       || "one run must be given, got 0; 'ehpc runs' lists them"
        ['attach', 'nothing']            || "run 'nothing' not found"
        ['runs', '--settle', 'nothing']  || "run 'nothing' not found"
        ['resume']                       || "one run must be given, got 0; 'ehpc runs' lists them"
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

    private static String continuing(String id) {
        "ehpc: the script did not come to its end; to continue it: ehpc resume $id\n"
    }

    /** Attaches without naming the account: the journal knows endpoint and region. */
    private Ended attach(String id) {
        Cli.call(env: keys(), 'attach', id)
    }

    private Process start(String... words) {
        Installation installation = new Installation(Files.createTempDirectory(directory, 'installation'))
        installation.start(env: keys(), [installation.launcher] + account() + words.toList())
    }

    private int seen(String operation) {
        service.requests().drop(seenBefore).count { it.action() == operation }
    }
}
