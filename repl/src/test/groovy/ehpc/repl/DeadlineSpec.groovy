package ehpc.repl

import ehpc.local.ExecutionMode
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

/** {@code --deadline}, and a process that is suspended for a while. */
@Timeout(180)
class DeadlineSpec extends Specification {

    private static final String CLUSTER = 'ehpc-hz-localdemo1'

    @Shared
    @TempDir
    Path directory

    @Shared
    @AutoCleanup
    LocalService service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

    @TempDir
    Path home

    PollingConditions patiently = new PollingConditions(timeout: 60, delay: 0.02)

    def 'a run that is not over in time ends with 124, with the results so far and the command that collects the others'() {
        given:
        int before = submits()

        when: 'the second wave would take 30 s'
        Ended ended = call('--deadline', '4s', '--output', 'json', '-e',
                "cluster('$CLUSTER') { run 'echo first' on nodes.login\n run 'sleep 30' waves 1 on nodes.compute }")
        List<Map> records = PrettyJson.read(ended.out()) as List<Map>
        String id = runs()[0].run

        then:
        ended.code() == 124
        ended.err().readLines().first() == 'ehpc: the deadline of 4s has passed'
        ended.err().contains("  next: ehpc attach $id --region cn-hangzhou --endpoint ${service.endpoint()}\n")
        records*.outcome == ['ok', 'unknown', 'not-run', 'not-run', 'not-run']
        records[1].detail == 'interrupted while waiting; the command continues'
        runs()[0].subMap('state', 'exitCode', 'unsettled') == [state: 'ended', exitCode: 124, unsettled: true]
        submits() - before == 2
    }

    def 'work that ends in time ends as without it, and the calling thread is not interrupted: #words'() {
        expect:
        call(words as String[]).code() == code
        !Thread.currentThread().interrupted

        where:
        words                                           || code
        ['--deadline', '1h', '-e', 'println 1']         || 0
        ['--deadline', '1h', '-e', 'throw new Exception()'] || 1
        ['-e', 'println 1', '--deadline', '1h']         || 0
        ['--deadline', '9999999w', '-e', 'println 1']   || 0
    }

    @Requires({ !System.getProperty('os.name').startsWith('Windows') })
    def 'a script that does not heed the interrupt ends, too, and so does a local service: #words'() {
        when:
        Ended ended = new Installation(Files.createTempDirectory(directory, 'installation')).call(env: [HOME: home.toString()], words as String[])

        then:
        ended.code() == 124
        'ehpc: the deadline of 1s has passed' in ended.err().readLines()

        where:
        words << [
            ['--deadline', '1s', '--local', '-e', 'while (true) { try { sleep 100 } catch (Exception e) { } }'],
            ['--deadline', '1s', 'local', '--port', '0', '--local-exec', 'host']
        ]
    }

    def 'wrong usage is one message: #words'() {
        expect:
        call(words as String[]) == new Ended(2, '', "ehpc: $message\n")

        where:
        words                                         || message
        ['--deadline', '3', '-e', '1']                || "--deadline must be a number with s, m, h, d or w, such as 90s or 30d, is '3'"
        ['--deadline', '0s', '-e', '1']               || '--deadline must be 1s or more, is 0s'
        ['--deadline', '1s', '--deadline', '2s', '-e', '1'] || '--deadline must be given once, is given twice'
    }

    @Requires({ !System.getProperty('os.name').startsWith('Windows') })
    def 'a process that was suspended, as on a laptop that sleeps, goes on where it was'() {
        given:
        Installation installation = new Installation(Files.createTempDirectory(directory, 'installation'))
        int before = submits()
        Path over = home.resolve('over')
        Process process = installation.start(env: keys(), [installation.launcher] + account() +
                ['--deadline', '1m', '-e',
                 "cluster('$CLUSTER') { run 'sleep 2; echo done; touch $over' timeout 3.seconds on nodes.login }".toString()])
        patiently.eventually { assert submits() == before + 1 }

        when: 'the command ends while nobody looks'
        long java = process.pid()
        signal('STOP', java)
        patiently.eventually {
            assert Files.exists(over)
        }
        signal('CONT', java)
        Ended ended = Ended.of(process)

        then:
        ended == new Ended(0, 'login0 (1)\n  done\n', '')
        submits() == before + 1
    }

    private static void signal(String name, long pid) {
        assert new ProcessBuilder('kill', "-$name", pid.toString()).start().waitFor() == 0
    }

    private int submits() {
        service.requests().count { it.action() == 'InvokeShellCommand' }
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

    private List<Map> runs() {
        PrettyJson.read(call('runs', '--output', 'json').out()) as List<Map>
    }
}
