package ehpc.journal.campaign

import ehpc.Outcome
import ehpc.journal.JournaledRun
import ehpc.journal.JournaledStep
import ehpc.journal.ResumeRefusedException
import ehpc.journal.campaign.Attempt.Reported
import ehpc.plan.Redactor
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path

/** What holds for a run however often it was cut off and resumed, compared with the same script on the same nodes without faults and cuts. */
class Invariants {

    /** The faults after which a submit may have been carried out. */
    private static final Set<String> DOUBTFUL = ['unavailable', 'unknownError', 'error', 'cutBefore', 'lostAnswer', 'halfAnswer', 'otherPage',
                                                 'brokenJson', 'wrongTypes', 'reset', 'connectionsRefused', 'partFailure'] as Set

    private final CampaignWorld world
    private final Redactor redactor
    private final String secret
    private final CampaignScript script
    private final boolean marked
    private final List<Reported> expected
    private final String expectedFailure
    private final Map<List<String>, Integer> executions
    private final Map<String, Integer> requests
    private boolean doubted
    private boolean cutAfterIntent

    Invariants(CampaignWorld world, Redactor redactor, CampaignScript script, boolean marked, Attempt undisturbed) {
        this.world = world
        this.redactor = redactor
        this.secret = script.environment[CampaignScript.SECRET]
        this.script = script
        this.marked = marked
        assert undisturbed.results.every { run -> run.every { it.outcome() != Outcome.UNKNOWN } }: undisturbed.results.collectMany { it.results }
        expected = undisturbed.reported(redactor).flatten() as List<Reported>
        expectedFailure = undisturbed.failure?.message
        executions = executed()
        requests = carriedOut()
        world.machines.executed.clear()
        world.delivered.clear()
    }

    /** Returns how often each command ran on each node. */
    private Map<List<String>, Integer> executed() {
        synchronized (world.machines.executed) {
            world.machines.executed.countBy { [redactor.stars(it.plain()), it.host()] }
        }
    }

    private Map<String, Integer> carriedOut() {
        synchronized (world.delivered) {
            world.delivered.findAll { !it.refused() }.countBy { it.what() }
        }
    }

    /** Checks what a process reported, whether it was killed or not. */
    void check(Attempt attempt, Path journal, String place = '') {
        cutAfterIntent |= place.startsWith('after intent')
        Map<List<String>, Integer> ran = executed()
        List<List<Reported>> reported = attempt.reported(redactor)
        doubted |= attempt.failure || attempt.killed || attempt.output.indexOf('caught') >= 0 || reported.flatten().any { it.outcome() == 'unknown' }
        checkOnce(ran)
        checkReported(reported, ran)
        checkAccounted(reported, attempt.collected)
        checkSecret(journal)
    }

    /** No command runs more often than the script runs it, by its text and by the marker of its intent, and no request is carried out twice. */
    private void checkOnce(Map<List<String>, Integer> ran) {
        if (!changed('nodeAppears') && !doubtfulChoices()) {
            ran.each { what, times -> assert times <= executions.getOrDefault(what, 0): "$what ran $times times" }
            carriedOut().each { what, times -> assert times <= requests.getOrDefault(what, 0): "$what was sent $times times" }
        }
        synchronized (world.machines.executed) {
            world.machines.executed.findAll { it.text() != it.plain() }.countBy { it }.each { one, times ->
                assert times == 1: "$one of one intent ran $times times"
            }
        }
    }

    /** A script that looks at outcomes may choose other commands when some of them are others, or unknown. */
    private boolean doubtfulChoices() {
        script.dependent && (doubted || changed('nodeDies'))
    }

    /** What is reported as done was done. */
    private void checkReported(List<List<Reported>> reported, Map<List<String>, Integer> ran) {
        reported.flatten().findAll { it.outcome() in ['ok', 'failed', 'timed-out'] }.countBy { [it.command(), it.host()] }.each { what, times ->
            assert ran.getOrDefault(what, 0) >= times: "$what is reported $times times, and ran ${ran[what]} times"
        }
        reported.flatten().findAll { it.outcome() == 'not-run' }.countBy { [it.command(), it.host()] }.each { what, times ->
            int others = reported.flatten().count { [it.command(), it.host()] == what && it.outcome() != 'not-run' }
            int most = Math.max(others, executions.getOrDefault(what, 0) - times)
            assert ran.getOrDefault(what, 0) <= most: "$what is reported as not run, and ran ${ran[what]} times"
        }
    }

    /** Each node of a run has one result, and if the results are only collected, each node to which the command was sent. */
    private void checkAccounted(List<List<Reported>> reported, boolean collected) {
        if (changed('nodeAppears')) {
            return
        }
        Map<String, Set<String>> hosts = expected.groupBy { it.command() }.collectEntries { command, ones -> [command, ones*.host() as Set] }
        reported.each { run ->
            assert run*.host().toUnique().size() == run.size()
            Set<String> targets = hosts[run[0].command()]
            assert !targets || run*.host() as Set == targets || collected && targets.containsAll(run*.host())
        }
    }

    private void checkSecret(Path journal) {
        String seen = Files.exists(journal) ? Files.readString(journal) : ''
        [secret, secret.replace("'", "'\\''"), URLEncoder.encode(secret, StandardCharsets.UTF_8)].each { String form ->
            [form, form.replace('\\', '\\\\').replace('"', '\\"')].each {
                assert !seen.contains(it): 'the journal has the secret'
                assert !world.log.toString().contains(it): 'the log of the service has the secret'
            }
        }
    }

    /**
     * Checks the last process, which was not disturbed: without a reason for doubt, its results are those of the undisturbed run. Returns how the
     * run ended.
     */
    String checkEnd(Attempt attempt, JournaledRun run) {
        Map<List<String>, Integer> ran = executed()
        List<List<Reported>> reported = attempt.reported(redactor)
        checkJournal(run, ran)
        if (attempt.failure?.cause instanceof ResumeRefusedException) {
            assert changed('nodeAppears') || doubtfulChoices(): attempt.failure
            return 'refused, as the script or the nodes had changed'
        }
        if (changed('nodeAppears') || changed('nodeDies') || doubtfulChoices()) {
            return 'with other nodes or commands'
        }
        List<Reported> left = new ArrayList<>(expected)
        boolean unknown = false
        reported.each { one ->
            List<Reported> different = one.findAll { !left.remove(it) && !left.removeIf { other -> withheld(it, other) } }
            unknown |= !different.empty
            assert different.every { it.outcome() in ['unknown', 'not-run'] }: "$different\nexpected: $expected"
            assert different.empty || different.any { it.outcome() == 'unknown' }
            different.findAll { it.outcome() == 'unknown' }.each { checkDoubt(it, ran) }
        }
        if (!unknown && attempt.failure?.message == expectedFailure) {
            assert left.empty: "$left is missing"
            return 'like the undisturbed run'
        }
        assert attempt.failure == null || unknown || calls(): "$attempt.failure\nexpected: $expectedFailure"
        unknown ? 'with unknown nodes' : 'stopped at a call with a lost answer'
    }

    /** The journal has no outputs of results that were only collected, as they may have secrets. */
    private static boolean withheld(Reported one, Reported other) {
        one.output() == '***' && new Reported(one.command(), one.host(), one.outcome(), one.exitCode(), other.output()) == other
    }

    private boolean calls() {
        requests.keySet().any { !it.contains('Command=') }
    }

    /** A node stays unknown only if its command did not arrive, or cannot be found. */
    private void checkDoubt(Reported one, Map<List<String>, Integer> ran) {
        boolean arrived = ran.getOrDefault([one.command(), one.host()], 0) >= executions.getOrDefault([one.command(), one.host()], 0)
        boolean doubtful = cutAfterIntent || !world.played().disjoint(DOUBTFUL)
        assert arrived || doubtful: "$one is unknown without a reason"
        boolean hidden = ['listedLate', 'resultsNever', 'partFailure'].any { changed(it) }
        assert !marked || !arrived || hidden: "$one ran, and can be found"
    }

    /** The journal accounts for every node, and what it records as done was done. */
    private void checkJournal(JournaledRun run, Map<List<String>, Integer> ran) {
        run.steps().findAll { !it.nodes().empty }.each { JournaledStep step ->
            assert step.counts().values().sum() == step.nodes().size()
            Map<String, String> hosts = step.nodes().collectEntries { [it.id(), it.name()] }
            step.outcomes().findAll { id, outcome -> outcome.word() in ['ok', 'failed', 'timed-out'] }.each { id, outcome ->
                assert ran.getOrDefault([step.command(), hosts[id]], 0) > 0
            }
        }
    }

    private boolean changed(String fault) {
        fault in world.played()
    }
}
