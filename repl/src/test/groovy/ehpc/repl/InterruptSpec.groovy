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

/** A script that a signal ends while commands run: a separate process, and a service that continues. */
@Timeout(120)
@Requires({ !System.getProperty('os.name').startsWith('Windows') })
class InterruptSpec extends Specification {

    static final String CLUSTER = 'ehpc-hz-localdemo1'
    static final String SUBMIT = 'InvokeShellCommand'
    static final String UNDER_WAY = 'interrupted during the submit; the command may run'
    static final String WAITING = 'interrupted while waiting; the command continues'
    static final String NOT_SENT = 'interrupted before it was sent'

    @Shared
    @TempDir
    Path directory

    @Shared
    Installation installation

    @Shared
    @AutoCleanup
    LocalService service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

    PollingConditions patiently = new PollingConditions(timeout: 60, delay: 0.02)
    int seenBefore = service.requests().size()

    def setupSpec() {
        installation = new Installation(directory.resolve('an installation'))
    }

    def cleanup() {
        service.inject(Faults.none())
    }

    def 'each target has its record in #form while the submit is being sent, and the text is complete'() {
        given:
        service.inject(Faults.none().always(SUBMIT, Fault.lateAnswer(Duration.ofMinutes(10))))

        when:
        Ended ended = ended('TERM', { seen(SUBMIT) == 1 },
                '--output', form, '-e', "cluster('$CLUSTER') { run 'true' waves 1 on nodes.compute }")

        then:
        ended.code() == 143
        records(form, ended.out()) == [['compute000', 'unknown', UNDER_WAY]] + (1..3).collect { ["compute00$it".toString(), 'not-run', NOT_SENT] }
        ended.err() == """\
            -e:1: run 'true': 0 of 4 nodes ok, 1 unknown, 3 not-run
              cluster('$CLUSTER') { run 'true' waves 1 on nodes.compute }
              not ok: compute[000-003]
              next: ehpc call ListCommands --ClusterId $CLUSTER --all-pages --region cn-hangzhou --endpoint ${service.endpoint()}
            """.stripIndent()

        where:
        form << ['json', 'ndjson', 'csv', 'yaml', 'table', 'text']
    }

    def 'a signal while a change is awaited names the change and its task'() {
        given: 'a task whose end is not seen'
        service.inject(Faults.none().always('ListTasks', Fault.lateAnswer(Duration.ofMinutes(10))))

        when:
        Ended ended = ended('TERM', { seen('ListTasks') > 0 }, '-e', "cluster('ehpc-hz-localhybrid') { addNodes 1, queue: 'workq' }")

        then:
        ended.code() == 143
        ended.err() ==~ /(?s)-e:1: addNodes goes on; the wait was interrupted; ListTasks shows task [0-9A-F-]{36}, in a script api.listTasks.*/
    }

    def 'a signal #signal while results are awaited reports the commands that continue, and the nodes that were not sent to'() {
        when:
        Ended ended = ended(signal, { seen('ListInvocationStatus') > 2 },
                '-e', "cluster('$CLUSTER') { def r = run 'exec sleep 300' waves 1, 3 on nodes.compute\n println 'later' }")

        then:
        ended.code() == code
        ended.out() == "compute000 (1) unknown: $WAITING\ncompute[001-003] (3) not-run: $NOT_SENT\n"
        ended.err() =~ /(?m)^ +next: ehpc attach \S+ --region cn-hangzhou --endpoint \S+$/
        seen(SUBMIT) == 1

        where:
        [signal, code] << signals()
    }

    def 'each block of a parallel reports the commands that it has sent'() {
        given:
        service.inject(Faults.none().always(SUBMIT, Fault.lateAnswer(Duration.ofMinutes(10))))

        when:
        Ended ended = ended('TERM', { seen(SUBMIT) == 2 }, '--output', 'json', '-e',
                "parallel { ['$CLUSTER', 'ehpc-hz-localhybrid'].each { id -> cluster(id) { run 'true' on nodes.manager } } }")

        then:
        ended.code() == 143
        PrettyJson.read(ended.out())*.detail == [UNDER_WAY] * 2
        PrettyJson.read(ended.out())*.cluster == [CLUSTER, 'ehpc-hz-localhybrid']
        ended.err().readLines().count { it.startsWith('  next: ehpc call ListCommands --ClusterId ') } == 2
    }

    def 'a script without running commands ends immediately, without a report: #what'() {
        given:
        Path begun = directory.resolve("begun-${what.hashCode()}")

        when:
        Ended ended = ended('TERM', { Files.exists(begun) }, '--output', 'json', '-e', "new File('$begun').text = 'x'; $script")

        then:
        ended == new Ended(143, '[]\n', '')

        where:
        what      | script
        'a sleep' | 'sleep 300.seconds'
        'a loop'  | 'while (true) { }'
    }

    def 'a mutating call is reported as possibly carried out'() {
        given:
        service.inject(Faults.none().always(SUBMIT, Fault.lateAnswer(Duration.ofMinutes(10))))

        when:
        Ended ended = ended('TERM', { seen(SUBMIT) == 1 }, 'call', SUBMIT, '--ClusterId', CLUSTER, '--Command', 'true')

        then:
        ended.code() == 143
        ended.out() == ''
        ended.err() == """\
            ehpc: $SUBMIT: AnswerLost: interrupted before ${service.endpoint().authority} answered
              next: ehpc call ListCommands --ClusterId $CLUSTER --all-pages --region cn-hangzhou --endpoint ${service.endpoint()}
            """.stripIndent()
    }

    @Requires({ Tmux.installed })
    def 'Ctrl-C in the shell reports a submit that is being sent, with the way to look for it, and the shell continues'() {
        given:
        service.inject(Faults.none().always(SUBMIT, Fault.lateAnswer(Duration.ofMinutes(10))))
        Tmux terminal = new Tmux(directory.resolve('tmux'), installation.env + KEYS,
                "'$installation.launcher' --region cn-hangzhou --endpoint ${service.endpoint()} --no-rc")

        when:
        terminal.until { it && it.last().endsWith('>') }
        terminal.enter("cluster('$CLUSTER')").until { it && it.last() =~ /localdemo1/ && it.last().endsWith('>') }
        terminal.enter("run 'true' on nodes.compute")
        patiently.eventually { assert seen(SUBMIT) == 1 }
        terminal.press('C-c')
        List<String> told = terminal.until { 'stopped by Ctrl-C' in it }

        then:
        told.contains('a command for compute[000-003] (4) is being sent and may run')
        told.contains("to look for it: cluster('$CLUSTER') { commands }".toString())
        told.contains("compute[000-003] (4) unknown: $UNDER_WAY".toString())

        when: 'what is told is typed'
        terminal.enter("cluster('$CLUSTER') { commands }")

        then:
        terminal.until { it.any { line -> line =~ /c-hz\w+ +true/ } }

        cleanup:
        terminal.close()
    }

    static final Map<String, String> KEYS = [ALIBABA_CLOUD_ACCESS_KEY_ID: 'local', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'local-secret']

    /** Starts ehpc, sends it a signal when the condition holds, and waits for its end. */
    private Ended ended(String signal, Closure<Boolean> condition, String... words) {
        Process process = installation.start(env: KEYS, [installation.launcher, '--region', 'cn-hangzhou', '--endpoint',
                service.endpoint().toString()] + words.toList())
        try {
            patiently.eventually { assert condition() || !process.alive }
            new ProcessBuilder('kill', "-$signal", process.pid().toString()).start().waitFor()
            return Ended.of(process)
        } finally {
            process.destroyForcibly()
        }
    }

    private int seen(String operation) {
        service.requests().drop(seenBefore).count { it.action() == operation }
    }

    /** Node, outcome and detail of each record. */
    private static List<List<String>> records(String form, String text) {
        switch (form) {
            case 'json':
                return PrettyJson.read(text).collect { [it.node, it.outcome, it.detail] }
            case 'ndjson':
                return text.readLines().collect { PrettyJson.read(it) }.collect { [it.node, it.outcome, it.detail] }
            case 'csv':
                List<String> lines = text.readLines()*.replace('"', '')
                return lines.drop(1)*.split(',', -1).collect { [it[4], it[6], it[9]] }
            case 'yaml':
                return text.split(/(?m)^- /).toList().drop(1).collect { record ->
                    ['node', 'outcome', 'detail'].collect { (record =~ /(?m)^\s*$it: "?(.*?)"?$/)[0][1] }
                }
            case 'table':
                return text.readLines().drop(1).findAll { it =~ /compute/ }*.split(/ {2,}/).collect { [it[0], it[1], it[2]] }
            default:
                List<String> lines = text.readLines()
                return lines.size() == 2 && lines[1].startsWith('compute[001-003] (3) ')
                        ? [lines[0].split(/ \(1\) |: /, 3).toList()] + (1..3).collect {
                            ["compute00$it".toString()] + (lines[1] - 'compute[001-003] (3) ').split(': ', 2).toList()
                        }
                        : []
        }
    }

    /** A shell starts background processes with SIGINT ignored, which all their children inherit. */
    private static List<List> signals() {
        Path status = Path.of('/proc/self/status')
        String ignored = Files.exists(status) ? Files.readAllLines(status).find { it.startsWith('SigIgn:') } : null
        BigInteger mask = ignored == null ? 0G : new BigInteger(ignored.split(/\s+/)[1], 16)
        [['TERM', 143]] + (mask.testBit(1) ? [] : [['INT', 130]]) + (mask.testBit(0) ? [] : [['HUP', 129]])
    }
}
