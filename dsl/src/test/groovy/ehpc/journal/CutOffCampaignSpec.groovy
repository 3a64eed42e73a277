package ehpc.journal

import ehpc.Outcome
import ehpc.RunResult
import ehpc.TestService
import ehpc.api.ApiException
import ehpc.api.Catalogue
import ehpc.api.Operation
import ehpc.api.Request
import ehpc.script.CompiledScript
import ehpc.script.ScriptException
import ehpc.script.Scripts
import groovy.json.JsonSlurper
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/**
 * Runs that are cut off at random lines of their journal, and resumed, while the service fails at random. More of them: the Maven profile campaign.
 * -Dehpc.seed= repeats a failure.
 */
@Timeout(7200)
class CutOffCampaignSpec extends Specification {

    private static final int SCHEDULES = ((System.getProperty('ehpc.campaign') ?: '10000') as int).intdiv(100)
    private static final long SEED = Long.getLong('ehpc.seed', new Random().nextLong())

    @TempDir
    Path temp

    int cuts = 0
    int complete = 0
    int unknown = 0
    int stopped = 0

    def 'nothing runs twice, nothing is lost, and what is reported as done was done once'() {
        when:
        SCHEDULES.times { schedule(SEED + it) }
        println "cut-off campaign: seed $SEED, $SCHEDULES schedules, $cuts cuts; " +
                "at the end $complete complete, $unknown with unknown nodes, $stopped stopped"

        then:
        cuts >= SCHEDULES
        complete > 0
        unknown > 0
    }

    private void schedule(long seed) {
        Random random = new Random(seed)
        String text = script(random)
        CompiledScript script = Scripts.compile('a.ehpc', text)
        World world = new World(random, 2 + random.nextInt(3))
        Journals journals = Journals.in(temp.resolve("$seed"))
        JournalHeader header = new JournalHeader('a.ehpc', '', text, [], '', '', random.nextInt(4) > 0)
        String id = journals.begin(header).withCloseable { Journal journal -> attempt(script, journal, world); journal.id() }
        Path file = temp.resolve("$seed/$id/journal.jsonl")
        (1 + random.nextInt(2)).times {
            cutOff(file, world, random)
            Attempt last = journals.run(id).resume().withCloseable { Journal journal -> attempt(script, journal, world) }
            check(seed, text, last, world)
        }
        Attempt end = journals.run(id).resume().withCloseable { Journal journal -> attempt(script, journal, world) }
        check(seed, text, end, world)
        complete += end.complete() ? 1 : 0
        unknown += end.results.any { it.unknown } ? 1 : 0
        stopped += end.failure != null ? 1 : 0
    }

    private static String script(Random random) {
        List<String> steps = (0..random.nextInt(4)).collect { int step ->
            String options = ['', ' waves 1', ' waves 1, 2', ' tolerate 100.percent', ' tolerate 100.percent waves 1'][random.nextInt(5)]
            random.nextInt(5) == 0
                    ? "api.setPostScripts(postInstallScripts: [[url: 'https://example.com/$step']])"
                    : "results << (run 'step $step'$options on nodes)"
        }
        String parallel = random.nextInt(3) > 0 ? '' :
                "parallel { 3.times { i -> cluster('ehpc-hz-test') { results << (run \"branch \$i\" on nodes) } } }"
        "def results = []\ncluster('ehpc-hz-test') {\n${steps.join('\n')}\n}\n$parallel\nresults.each { it.ok }\nresults"
    }

    /** A script as far as it came. */
    private static class Attempt {
        List<RunResult> results = []
        Throwable failure

        boolean complete() {
            failure == null && results.every { it.ok }
        }
    }

    private static Attempt attempt(CompiledScript script, Journal journal, World world) {
        Attempt attempt = new Attempt()
        try {
            List<RunResult> seen = Collections.synchronizedList(attempt.results)
            script.over(journal.over(world.ehpc())).output(new StringBuffer()).results { seen << it }.run()
        } catch (ScriptException e) {
            attempt.failure = e.cause
        }
        attempt
    }

    /** Leaves the journal's first lines, and of the service what may have been done until then. */
    private void cutOff(Path file, World world, Random random) {
        List<String> lines = Files.readAllLines(file)
        int kept = 1 + random.nextInt(lines.size())
        String torn = kept < lines.size() && random.nextBoolean() ? lines[kept].take(random.nextInt(lines[kept].length())) : ''
        Files.writeString(file, lines.take(kept).join('\n') + '\n' + torn)
        List<Map> read = lines.collect { new JsonSlurper().parseText(it) as Map }
        world.keep { World.Done done ->
            Map effect = read.find { it.kind == 'effect' && it.command == done.text() }
            List<Integer> sent = (0..<read.size()).findAll { int i ->
                read[i].kind == 'intent' && read[i].effect == effect.effect && (read[i].nodes == null || done.node() in read[i].nodes)
            }
            Closure<Integer> answer = { int intent ->
                (intent + 1..<read.size()).find { read[it].kind == 'answer' && read[it].effect == effect.effect }
            }
            int intent = sent.find { int i -> answer(i).with { it == null || !read[it].error || read[it].mayHaveHappened } }
            Integer answered = answer(intent)
            intent < kept && (answered != null && answered < kept || random.nextBoolean())
        }
        cuts++
    }

    private static void check(long seed, String script, Attempt attempt, World world) {
        String which = "seed $seed:\n$script"
        world.done.countBy { [it.text, it.node] }.each { what, times -> assert times == 1, "$which\n$what ran $times times" }
        Set<List<String>> ran = world.done.collect { [it.text, it.node] } as Set
        attempt.results.each { RunResult result ->
            assert result.results.size() == world.nodeIds.size(), which
            result.each { node ->
                boolean did = [result.command().text(), node.node().id()] in ran
                assert node.outcome() in [Outcome.OK, Outcome.UNKNOWN, Outcome.NOT_RUN], which
                assert node.outcome() != Outcome.OK || did && node.output() == "${result.command().text()} on ${node.node().id()}\n", which
                assert node.outcome() != Outcome.NOT_RUN || !did, which
            }
        }
        assert !(attempt.failure instanceof ResumeRefusedException), "$which\n$attempt.failure"
    }

    /** A service that fails at random, and knows what it has done. */
    private static class World extends TestService {
        private static final Operation SUBMIT = Catalogue.ehpc().operation('InvokeShellCommand')
        private static final Operation SCRIPTS = Catalogue.ehpc().operation('SetPostScripts')

        final Random random
        final List<Done> done = Collections.synchronizedList([])
        final Map<String, String> texts = Collections.synchronizedMap([:])
        final Map<String, Integer> hidden = Collections.synchronizedMap([:])

        /** A command that ran on a node, without its marker. */
        record Done(String id, String text, String node) {}

        World(Random random, int nodes) {
            super(nodes)
            this.random = random
            answers.InvokeShellCommand = { Request request -> submit(request) }
            answers.SetPostScripts = { Request request -> fault(SCRIPTS) ?: [RequestId: 'R'] }
            answers.ListCommands = { Request request -> listed() }
        }

        private Object submit(Request request) {
            Object before = fault(SUBMIT)
            if (before) {
                return before
            }
            Map answer = InvokeShellCommand(request.parameters())
            String id = answer.CommandId
            String text = request.parameters().Command
            String plain = text.replaceFirst(/\n# ehpc \S+$/, '')
            texts[id] = text
            hidden[id] = random.nextInt(4) == 0 ? 1000 : random.nextInt(3)
            nodesOf(id).each { done << new Done(id, plain, it) }
            after(SUBMIT) ?: answer
        }

        private ApiException fault(Operation operation) {
            switch (random.nextInt(12)) {
                case 0: return ApiException.refused(operation, 400, 'Throttling.User', 'slow down', 'R', null)
                case 1: return ApiException.lost(operation, 0, 'cut before', null, null)
                default: return null
            }
        }

        private ApiException after(Operation operation) {
            switch (random.nextInt(6)) {
                case 0: return ApiException.lost(operation, 0, 'cut after', null, null)
                case 1: return ApiException.refused(operation, 500, 'UnknownError', 'failed', 'R', null)
                default: return null
            }
        }

        private Map listed() {
            List<Map> seen = texts.findAll { id, text -> hidden[id]-- <= 0 }
                    .collect { id, text -> [CommandId: id, CommandContent: text, Timeout: '60', WorkingDir: '/root'] }
            [Commands: [Command: seen.take(50)], PageNumber: 1, PageSize: 50, TotalCount: Math.min(50, seen.size()), RequestId: 'R']
        }

        @Override
        Map record(String command, String node) {
            String plain = texts[command].replaceFirst(/\n# ehpc \S+$/, '')
            [CommandId: command, InstanceId: node, InvokeRecordStatus: 'Finished', Success: true, ExitCode: 0,
             Message: "$plain on $node\n".toString()]
        }

        /** Forgets the commands that were not carried out when the process ended; those of one submit together. */
        void keep(Closure<Boolean> wanted) {
            Map<String, Boolean> kept = done*.id().unique().collectEntries { id -> [id, wanted(done.find { it.id() == id })] }
            done.removeAll { !kept[it.id()] }
            texts.keySet().removeAll { kept[it] == false }
        }
    }
}
