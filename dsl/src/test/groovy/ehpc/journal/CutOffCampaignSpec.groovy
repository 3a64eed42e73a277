package ehpc.journal

import ehpc.EhpcClient
import ehpc.RunResult
import ehpc.api.ApiException
import ehpc.api.Secret
import ehpc.journal.campaign.Attempt
import ehpc.journal.campaign.CampaignFaults
import ehpc.journal.campaign.CampaignScript
import ehpc.journal.campaign.CampaignWorld
import ehpc.journal.campaign.CutOff
import ehpc.journal.campaign.CutOff.Killed
import ehpc.journal.campaign.CutOff.When
import ehpc.journal.campaign.Invariants
import ehpc.plan.Redactor
import ehpc.script.CompiledScript
import ehpc.script.ScriptException
import ehpc.script.Scripts
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/**
 * Runs that are cut off between any two lines of their journal and inside them, again and again, and resumed, while the local service fails in
 * every way that it can. More of them: the Maven profile campaign. -Dehpc.seed= repeats a failure.
 */
@Timeout(7200)
class CutOffCampaignSpec extends Specification {

    private static final int SCHEDULES = (System.getProperty('ehpc.schedules') ?:
            ((System.getProperty('ehpc.campaign') ?: '10000') as int).intdiv(100)) as int
    private static final long SEED = Long.getLong('ehpc.seed', new Random().nextInt(1_000_000_000))
    /** Every line of a journal, before and after which a run must have been cut off, and inside which. */
    private static final List<String> PLACES = ['after intent, sent', 'after intent, not sent'] +
            ['run', 'secret', 'effect', 'intent', 'answer', 'result', 'resume'].collect { "after $it, in the next line" as String } +
            ['run', 'secret', 'answer', 'result', 'resume', 'attach', 'end'].collect { "after $it" as String }

    @TempDir
    Path temp

    final Map<String, Integer> cuts = new TreeMap<>()
    final Map<String, Integer> faults = new TreeMap<>()
    final Map<String, Integer> ends = new TreeMap<>()
    int executions = 0
    int processes = 0
    final List<String> failures = []
    private final List<String> history = []

    def 'nothing runs twice, nothing is lost, what is reported as done was done once, and no secret is stored'() {
        when:
        SCHEDULES.times {
            schedule(SEED + it)
            if (it % 1000 == 999) {
                println "cut-off campaign: ${it + 1} of $SCHEDULES schedules, ${failures.size()} failed"
            }
        }
        println "cut-off campaign: seed $SEED, $SCHEDULES schedules, $processes processes, ${cuts.values().sum()} of them cut off, " +
                "$executions executions, ${failures.empty ? 'none repeated' : "${failures.size()} schedules failed"}"
        println "  cuts: ${table(cuts)}"
        println "  faults: ${table(faults)}"
        println "  ends: ${table(ends)}"

        then:
        failures == []
        ends['like the undisturbed run'] > 0
        SCHEDULES < 1000 || cuts.keySet().containsAll(PLACES)
    }

    private static String table(Map<String, Integer> counts) {
        counts.collect { what, times -> "$what $times" }.join('; ')
    }

    private void schedule(long seed) {
        Random random = new Random(seed)
        history.clear()
        CampaignScript script = new CampaignScript(random)
        try {
            new CampaignWorld(script.computeNodes).withCloseable { schedule(random, script, it) }
        } catch (AssertionError | JournalException e) {
            failures << "seed $seed: $e\n${e.stackTrace.find { it.className.startsWith('ehpc.journal.') }}\n$script.text\n$history".toString()
            println failures.last()
        }
    }

    private void schedule(Random random, CampaignScript script, CampaignWorld world) {
        CompiledScript compiled = Scripts.compile('a.ehpc', script.text)
        Redactor redactor = new Redactor()
        redactor.add(new Secret(CampaignScript.SECRET, script.environment[CampaignScript.SECRET]))
        boolean marked = random.nextInt(5) > 0
        Attempt undisturbed = new Attempt()
        CutOff calm = new CutOff(world, random, When.NEVER)
        run(compiled, script, world.ehpc(calm), undisturbed, calm) { }
        world.settle()
        Invariants invariants = new Invariants(world, redactor, script, marked, undisturbed)

        Journals journals = Journals.in(temp.resolve("${System.nanoTime()}"))
        List late = []
        world.fail(CampaignFaults.of(random))
        String id = null
        Attempt last = null
        Closure<Journal> open = {
            id == null ? journals.begin(new JournalHeader('a.ehpc', '', script.text, [], '', '', marked)) : journals.run(id).resume()
        }
        for (int left = 2 + random.nextInt(3); left > 0; left--) {
            CutOff way = new CutOff(world, random, when(random, calm.counts), late)
            Attempt attempt = id && random.nextInt(6) == 0
                    ? collect(journals.run(id), way)
                    : process(open, way, compiled, script) { id = it }
            history << "${attempt.collected ? 'collected' : 'ran'}, cut $way.place: $attempt.failure ${attempt.results*.summary()}".toString()
            history << "faults ${world.played()}".toString()
            invariants.check(attempt, file(journals, id), way.place)
            if (way.killed) {
                cuts.merge(way.place, 1, Integer::sum)
            }
            last = attempt
            if (ended(journals, id)) {
                break
            }
        }
        CutOff way = new CutOff(world, random, When.NEVER, late)
        way.arriveAll()
        world.calm()
        if (!ended(journals, id)) {
            last = process(open, way, compiled, script) { }
        }
        history << "at the end: ${last.failure?.message ?: 'ok'} ${last.results.collectMany { it.results }*.detail().unique()}".toString()
        history.addAll(Files.readAllLines(file(journals, id)).collect { it.take(300) })
        invariants.check(last, file(journals, id))
        ends.merge(invariants.checkEnd(last, journals.run(id)), 1, Integer::sum)
        world.played().each { faults.merge(it, 1, Integer::sum) }
        executions += world.machines.executed.size()
    }

    /** Draws an event of those that a run without faults has, or has when it is resumed. */
    private static When when(Random random, Map<String, Integer> counts) {
        if (random.nextInt(10) == 0) {
            return When.NEVER
        }
        List<String> kinds = counts.keySet().sort() + ['ListCommands', 'InvokeShellCommand', 'over', 'ended'] + ['InvokeShellCommand sent'] * 2
        String kind = kinds[random.nextInt(kinds.size())]
        new When(kind, 1 + random.nextInt(counts.getOrDefault(kind, 1)))
    }

    private static boolean ended(Journals journals, String id) {
        journals.run(id).exitCode() == OptionalInt.of(0)
    }

    private static Path file(Journals journals, String id) {
        journals.run(id).directory().resolve(Journals.FILE)
    }

    /** A process that runs the script, and ends its run unless it is killed. */
    private Attempt process(Closure<Journal> open, CutOff way, CompiledScript compiled, CampaignScript script, Closure<?> began) {
        Attempt attempt = new Attempt()
        processes++
        Journal journal = open.call()
        began.call(journal.id())
        way.writes(journal.@directory.resolve(Journals.FILE))
        try {
            run(compiled, script, journal.over(way.world.ehpc(way)), attempt, way) { journal.secret(it) }
            way.event('over')
            journal.end(attempt.settled() ? 0 : 1)
            way.event('ended')
        } catch (Killed ignored) {
            attempt.killed = true
        } finally {
            journal.close()
        }
        if (way.killed) {
            attempt.killed = true
            attempt.failure = null
            way.cut()
        }
        attempt
    }

    /** A process that collects results only. */
    private Attempt collect(JournaledRun run, CutOff way) {
        Attempt attempt = new Attempt()
        attempt.collected = true
        processes++
        way.writes(run.directory().resolve(Journals.FILE))
        try {
            run.collect(way.world.ehpc(way)) { attempt.results << it }
        } catch (Killed | ResumeRefusedException | ApiException ignored) {
        }
        if (way.killed) {
            attempt.killed = true
            way.cut()
        }
        attempt
    }

    private static void run(CompiledScript compiled, CampaignScript script, EhpcClient ehpc, Attempt attempt, CutOff way, Closure<?> secrets) {
        try {
            compiled.over(ehpc).environment(script.environment).secrets(secrets).output(attempt.output)
                    .results { RunResult result ->
                        synchronized (attempt) {
                            if (!way.killed) {
                                attempt.results << result
                            }
                        }
                    }
                    .run()
        } catch (ScriptException e) {
            attempt.failure = e
        }
    }
}
