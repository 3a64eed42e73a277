package ehpc.repl

import ehpc.journal.JournaledRun
import ehpc.journal.Journals
import ehpc.local.ExecutionMode
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** The recorded runs of a shell in a real terminal. */
@Timeout(180)
@Requires({ Tmux.installed })
class ShellRunsSpec extends Specification {

    private static final String CLUSTER = "cluster('ehpc-hz-localdemo1')"
    private static final String PROMPT = 'default@cn-hangzhou>'

    @Shared
    @TempDir
    Path directory

    @Shared
    Installation installation

    @Shared
    @AutoCleanup
    LocalService service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

    @TempDir
    Path home

    @AutoCleanup
    Tmux terminal

    def setupSpec() {
        installation = new Installation(directory.resolve('installation'))
    }

    def 'an entry that changes something is a run: its results are collected after Ctrl-C, by the same shell or by the next one'() {
        when: 'an entry that reads, and one that is left'
        start()
        terminal.enter("println $CLUSTER { nodes.size() }").untilLine('6')
        terminal.enter("$CLUSTER { run 'sleep 4; echo late' on nodes.login }")
        waitForCommand(1)
        terminal.press('C-c').untilLine('stopped by Ctrl-C')
        JournaledRun run = runs()[0]

        then:
        runs().size() == 1
        run.unsettled
        run.header().script() == 'shell'
        ended(run) == 4
        "its results: /attach ${run.id()}".toString() in terminal.until { it.last() == PROMPT }

        when:
        terminal.enter("/attach ${run.id()}").untilLine('  late')

        then:
        !runs()[0].unsettled

        when: 'it is left again, and so is the shell'
        terminal.enter("$CLUSTER { run 'sleep 6; echo later' on nodes.login }")
        waitForCommand(2)
        terminal.press('C-c').until { it.last() == PROMPT }
        terminal.press('C-d').untilLast('ended with 0')
        terminal.close()
        String id = runs()[0].id()
        start()

        then:
        terminal.until { it.any { line -> line.startsWith("run $id has results to collect: run 'sleep 6; echo later' on ehpc-hz-localdemo1; ") } }

        when: 'its id is completed'
        terminal.type('/attach ').press('Tab').until { it.any { line -> line.contains(id) && line.contains(runs()[1].id()) } }
        terminal.press('C-u').enter("/attach $id").untilLine('  later')

        then:
        service.requests().count { it.action() == 'InvokeShellCommand' } == 2
        runs()*.unsettled == [false, false]
    }

    def 'a failed command is run again, a run is shown, and a script of the command line is resumed'() {
        given:
        Path code = Files.writeString(home.resolve('code'), '3')
        Path script = Files.writeString(home.resolve('deploy.ehpc'),
                "$CLUSTER { run 'true' on nodes.login\n if (!new File('$code').text.startsWith('0')) throw new Exception('no')\n" +
                        "run 'echo done' on nodes.login }")
        Cli.call(env: keys(), '--region', 'cn-hangzhou', '--endpoint', service.endpoint().toString(), script.toString())
        String begun = runs()[0].id()
        int before = service.requests().count { it.action() == 'InvokeShellCommand' }

        when:
        start()
        terminal.enter("$CLUSTER { run 'exit \$(cat $code)' on nodes.login }").until { it.any { line -> line.contains('not ok: login0') } }
        String first = runs()[0].id()
        terminal.enter("/rerun --failed $first").until { it.any { line -> line.startsWith('run ') && line.endsWith('0 of 1 node ok, 1 failed') } }
        String id = runs()[0].id()

        then:
        runs()[0].header().script() == "rerun of ${first}.1"
        ended(runs()[0]) == 1

        when: 'with approval'
        Files.writeString(code, '0')
        terminal.enter('/plan on').enter("/rerun --failed $id").until { it.any { line -> line.contains('send this?') } }
        terminal.type('n').press('Enter').until { it.last() == PROMPT }

        then:
        runs()*.steps()*.size().sum() == 3

        when:
        terminal.enter("/rerun --failed $id").until { it.findAll { line -> line.contains('send this?') }.size() == 2 }
        terminal.type('y').press('Enter').untilLine('login0 (1)')
        terminal.enter('/plan off').untilLine('steps are sent without approval')

        then:
        runs()[0].header().script() == "rerun of ${id}.1"
        ended(runs()[0]) == 0

        when:
        terminal.enter("/rerun --failed $id").until { it.any { line -> line.contains('; rerun that step instead') } }
        terminal.enter('/rerun').untilLine('at least one of --failed, --not-run or --unknown must be given')
        terminal.enter('/attach').untilLine('/attach expects one run, got none; /runs lists them')
        terminal.enter('/clear').enter("/runs $id")

        then:
        terminal.until { it.any { line -> line =~ /^1 +run 'exit .* 1 failed/ } }

        when:
        terminal.enter('/clear').enter("/resume $begun").untilLine('  done')

        then:
        service.requests().count { it.action() == 'InvokeShellCommand' } - before == 4
        runs().find { it.id() == begun }.exitCode().asInt == 0
    }

    def 'a shell with --no-journal records nothing, and one that cannot write its journal sends nothing'() {
        given:
        int before = service.requests().count { it.action() == 'InvokeShellCommand' }

        when:
        start('--no-journal')
        terminal.enter("$CLUSTER { run 'echo one' on nodes.login }").untilLine('  one')

        then:
        runs() == []

        when:
        terminal.press('C-d').untilLast('ended with 0')
        terminal.close()
        Files.createFile(home.resolve('state'))
        start('', [XDG_STATE_HOME: home.resolve('state').toString()])
        terminal.enter("$CLUSTER { run 'echo two' on nodes.login }")

        then:
        terminal.until { it.join('').contains("no journal can be written to $home/state/ehpc/runs") }
        service.requests().count { it.action() == 'InvokeShellCommand' } == before + 1
    }

    def 'without a home, an entry that reads works, and one that changes something is refused'() {
        given:
        int before = service.requests().count { it.action() == 'InvokeShellCommand' }

        when:
        start('', [HOME: ''])
        terminal.enter("println $CLUSTER { nodes.size() }").untilLine('6')
        terminal.enter("$CLUSTER { run 'true' on nodes.login }")

        then:
        terminal.until { it.join('').contains('no journal can be written: HOME is not set; a shell that was started with --no-journal keeps none') }
        service.requests().count { it.action() == 'InvokeShellCommand' } == before
    }

    private static int ended(JournaledRun run) {
        run.exitCode().orElse(-1)
    }

    private List<JournaledRun> runs() {
        Journals.in(home.resolve('.local/state/ehpc/runs')).runs()
    }

    /** Waits until the entry waits for the results of its command: before, Ctrl-C would meet the submit. */
    private void waitForCommand(int number) {
        terminal.until {
            List<String> seen = service.requests()*.action()
            seen.count('InvokeShellCommand') == number && seen.lastIndexOf('ListInvocationStatus') > seen.lastIndexOf('InvokeShellCommand')
        }
    }

    private Map<String, String> keys() {
        [ALIBABA_CLOUD_ACCESS_KEY_ID: service.accessKeyId(), ALIBABA_CLOUD_ACCESS_KEY_SECRET: service.accessKeySecret(), HOME: home.toString()]
    }

    private void start(String options = '', Map<String, String> env = [:]) {
        terminal = Shells.start(installation, directory, home, keys() + env,
                "--region cn-hangzhou --endpoint ${service.endpoint()} $options")
        terminal.until { it.any { line -> line.startsWith(PROMPT) } }
    }
}
