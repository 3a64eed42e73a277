package ehpc.repl

import ehpc.journal.JournaledRun
import ehpc.journal.JournaledStep
import ehpc.journal.Journals
import ehpc.local.ExecutionMode
import ehpc.local.Fault
import ehpc.local.Faults
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/**
 * Processes of {@code ehpc} that are killed with {@code kill -9} at random lines of their journal, and resumed, while the service fails at random.
 * Each node counts what it executes. More of them: the Maven profile campaign. -Dehpc.seed= repeats a failure.
 */
@Timeout(7200)
@Requires({ !System.getProperty('os.name').startsWith('Windows') })
class KillCampaignSpec extends Specification {

    private static final int KILLS = (System.getProperty('ehpc.kills') ?: (System.getProperty('ehpc.campaign') ? '300' : '1')) as int
    private static final long SEED = Long.getLong('ehpc.seed', new Random().nextInt(1_000_000_000))
    private static final String TOKEN = 'tok-"en\'s&-9'

    @Shared
    @TempDir
    Path directory

    @Shared
    StringBuffer log = new StringBuffer()

    @Shared
    @AutoCleanup
    LocalService service = LocalService.start(
            LocalOptions.defaults().withExecution(ExecutionMode.HOST).withRequestLog { log.append(it).append('\n') })

    @Shared
    Installation installation = new Installation(Files.createDirectories(directory.resolve('installation')))

    final Map<String, Integer> places = new TreeMap<>()
    final Map<String, Integer> ends = new TreeMap<>()
    final List<String> failures = []
    int kills = 0
    int executions = 0

    def 'after kill -9, nothing runs twice, nothing is lost, what is reported as done was done once, and no secret is stored'() {
        given:
        Round undisturbed = new Round('undisturbed')
        Ended expected = undisturbed.call('run', undisturbed.script.toString())
        assert expected.code() == 0
        assert undisturbed.executed().values() as Set == [1] as Set

        when:
        // A few scripts may all have ended otherwise, such as with unknown nodes: go on until one has not.
        for (int i = 0; kills < KILLS || i < 20 && !ends['like the undisturbed run']; i++) {
            round(SEED + i, expected, undisturbed.executed().keySet())
        }
        String end = failures.empty ? 'none repeated' : "${failures.size()} scripts failed"
        println "kill -9 campaign: seed $SEED, $kills kills, $executions executions, $end"
        println "  killed: ${table(places)}"
        println "  ends: ${table(ends)}"

        then:
        failures == []
        ends['like the undisturbed run'] > 0
    }

    private static String table(Map<String, Integer> counts) {
        counts.collect { what, times -> "$what $times" }.join('; ')
    }

    private void round(long seed, Ended expected, Set<String> all) {
        Random random = new Random(seed)
        Round round = new Round("$seed")
        try {
            service.inject(faults(random))
            count(round.kill(random, ['run', round.script.toString()]))
            while (round.run() && random.nextBoolean()) {
                count(round.kill(random, [random.nextInt(4) ? 'resume' : 'attach', round.run().id()]))
            }
            service.inject(Faults.none())
            Ended end = round.run() ? null : round.call('run', round.script.toString())
            for (int looks = 0; looks < 3 && round.run().exitCode() != OptionalInt.of(0); looks++) {
                end = round.call('resume', round.run().id()) // a command may be listed late
            }
            check(round, end, expected, all)
            executions += round.executed().values().sum() as int
        } catch (AssertionError e) {
            failures << "seed $seed: $e ${round.history}".toString()
            println failures.last().take(3000)
        }
    }

    private void count(String place) {
        if (place) {
            kills++
            places.merge(place, 1, Integer::sum)
        }
    }

    private static Faults faults(Random random) {
        Faults faults = Faults.seeded(random.nextLong()).sometimes(0.5, Faults.ANY, Fault.latency(Duration.ofMillis(1 + random.nextInt(20))))
        switch (random.nextInt(6)) {
            case 0: return faults.sometimes(0.3, 'InvokeShellCommand', Fault.lostAnswer())
            case 1: return faults.sometimes(0.5, 'InvokeShellCommand', Fault.lateAnswer(Duration.ofMillis(200)))
            case 2: return faults.first(1, 'InvokeShellCommand', Fault.throttled())
            case 3: return faults.sometimes(0.2, 'ListInvocationStatus', Fault.cutBefore())
            case 4: return faults.sometimes(0.5, 'InvokeShellCommand', Fault.listedLate(2))
            default: return faults
        }
    }

    private void check(Round round, Ended end, Ended expected, Set<String> all) {
        Map<String, Integer> executed = round.executed()
        executed.each { what, times -> assert times == 1: "$what ran $times times" }
        JournaledRun run = round.run()
        Set<String> seen = []
        boolean unknown = false
        run.steps().findAll { it.command() }.each { JournaledStep step ->
            String text = step.command().find(/step \d/)
            assert step.counts().values().sum() == step.nodes().size()
            step.nodes().each { node ->
                String what = "$node.name $text"
                String outcome = step.outcomes()[node.id()]?.word() ?: 'none'
                seen << what
                unknown |= outcome != 'ok'
                assert outcome in ['ok', 'unknown', 'not-run']
                assert (outcome == 'ok') == (executed[what] == 1): "$what is $outcome, and ran ${executed[what]} times"
            }
        }
        boolean lostCall = end?.code() == 4 && end.err().contains('SyncUsers: AnswerLost')
        assert lostCall ? all.containsAll(seen) : seen == all
        if (lostCall) {
            assert run.steps().any { it.operation() == 'SyncUsers' && it.failure().present }
        } else if (unknown) {
            assert end.code() != 0
        } else if (end) {
            assert end.code() == 0
            assert end.out() == expected.out()
        }
        ends.merge(lostCall ? 'stopped at a call with a lost answer' : unknown ? 'with unknown nodes' : 'like the undisturbed run', 1, Integer::sum)
        Files.walk(round.home.resolve('.local')).withCloseable { files ->
            files.filter { Files.isRegularFile(it) }.each { assert !leaks(Files.readString(it)): "$it has the secret" }
        }
        round.outputs.each { assert !leaks(it): "an output has the secret: $it" }
        assert !leaks(log.toString())
    }

    private static boolean leaks(String text) {
        [TOKEN, TOKEN.replace("'", "'\\''")].collectMany { [it, it.replace('\\', '\\\\').replace('"', '\\"')] }.any { text.contains(it) }
    }

    /** A script with a home and a file of executions of its own. */
    private class Round {
        final Path home
        final Path script
        final List<String> history = []
        final List<String> outputs = []
        private final Path executions

        Round(String name) {
            home = Files.createDirectories(directory.resolve(name))
            executions = home.resolve('executions')
            script = Files.writeString(home.resolve('deploy.ehpc'), """\
                secret('TOKEN')
                def results = []
                cluster('ehpc-hz-localdemo1') {
                    results << (run ${command(1)} on nodes.login)
                    results << (run ${command(2)} waves 1, 2 on nodes.compute)
                    results << (run ${command(3)} tolerate 100.percent waves 2 on nodes.compute)
                    syncUsers()
                    results << (run ${command(4)} on nodes)
                }
                parallel {
                    cluster('ehpc-hz-localdemo1') { results << (run ${command(5)} on nodes.compute) }
                    cluster('ehpc-hz-localdemo1') { results << (run ${command(6)} on nodes.login) }
                }
                println results.collectMany { r -> r.collect { "\$it.node.name \$it.outcome \${it.output.trim()}" } }.sort().join('; ')
                if (results.any { r -> r.any { "\$it.outcome" == 'unknown' } }) {
                    throw new IllegalStateException('some are unknown')
                }
                """.stripIndent())
        }

        private String command(int step) {
            "\"echo \\\"\\\$HOSTNAME step $step\\\" >> $executions; echo $step; echo \${env.TOKEN} | wc -c\""
        }

        Map<String, Integer> executed() {
            Files.exists(executions) ? Files.readAllLines(executions).countBy { it } : [:]
        }

        JournaledRun run() {
            Journals.in(runs()).runs().find()
        }

        private Path runs() {
            home.resolve('.local/state/ehpc/runs')
        }

        Ended call(String... words) {
            Ended ended = Cli.call(env: env(), (account() + words.toList()) as String[])
            outputs << ended.out() << ended.err()
            history << "${words[0]}: ${ended.code()} ${ended.err()}".toString()
            ended
        }

        private Map<String, String> env() {
            [ALIBABA_CLOUD_ACCESS_KEY_ID: service.accessKeyId(), ALIBABA_CLOUD_ACCESS_KEY_SECRET: service.accessKeySecret(),
             HOME: home.toString(), TOKEN: TOKEN]
        }

        private List<String> account() {
            ['--region', 'cn-hangzhou', '--endpoint', service.endpoint().toString()]
        }

        /** Starts a process, and kills it a moment after its journal has a number of lines more; returns the place, empty if it ended before. */
        String kill(Random random, List<String> words) {
            int before = lines()
            int line = 1 + random.nextInt(words[0] == 'run' ? 32 : 6)
            int moment = random.nextInt(3) ? 0 : random.nextInt(60)
            Path out = home.resolve("output-${outputs.size()}")
            Process process = new ProcessBuilder([installation.launcher] + account() + words).directory(home.toFile())
                    .redirectErrorStream(true).redirectOutput(out.toFile()).tap {
                        environment().clear()
                        environment().putAll(installation.env + env())
                    }.start()
            while (process.alive && lines() < before + line) {
                Thread.sleep(1)
            }
            process.waitFor(moment, TimeUnit.MILLISECONDS)
            boolean killed = process.alive
            new ProcessBuilder('kill', '-9', process.pid().toString()).start().waitFor()
            process.waitFor()
            outputs << Files.readString(out)
            String text = Files.exists(journal()) ? Files.readString(journal()) : ''
            String place = killed ? "after ${text.readLines() ? text.readLines().last().find(/"kind":"(\w+)"/) { all, kind -> kind } : 'start'}" : ''
            history << "${words[0]} ${killed ? "killed $place" : "ended: ${outputs.last()}"}".toString()
            killed ? "${words[0]} $place" : ''
        }

        private Path journal() {
            Path found = null
            if (Files.exists(runs())) {
                found = Files.list(runs()).withCloseable { it.toList().find() }
            }
            (found ?: home).resolve('journal.jsonl')
        }

        private int lines() {
            Path file = journal()
            Files.exists(file) ? Files.readString(file).count('\n') : 0
        }
    }
}
