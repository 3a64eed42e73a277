package ehpc.journal

import ehpc.Outcome
import ehpc.RunResult
import ehpc.TestService
import ehpc.api.ApiException
import ehpc.api.Catalogue
import ehpc.script.ScriptException
import ehpc.script.ScriptResult
import ehpc.script.Scripts
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** A run that is cut off and resumed ends like one that was not, and no request is sent twice. */
class ResumeSpec extends Specification {

    private static final String SCRIPT = '''\
        cluster('ehpc-hz-test') {
            def first = run 'echo one' waves 1, 2 on nodes
            api.setPostScripts(postInstallScripts: [[url: 'https://example.com/a.sh']])
            run "echo ${first.okNodes.size()} ${args[0]}" on nodes
        }
        parallel {
            3.times { i -> cluster('ehpc-hz-test') { run "echo branch $i" on nodes } }
        }
        '''.stripIndent()

    private static final List<String> COMMANDS = ["echo '3' '7'", "echo branch '0'", "echo branch '1'", "echo branch '2'", 'echo one']

    @TempDir
    Path temp

    Journals journals
    TestService service

    def setup() {
        journals = Journals.in(temp)
        service = fresh()
    }

    def 'cut off at any line of the journal, a resumed run has the results of an undisturbed one and sends each request once'() {
        given: 'an undisturbed run'
        String id = journals.begin(header()).withCloseable { run(it); it.id() }
        Path file = temp.resolve("$id/journal.jsonl")
        List<String> lines = Files.readAllLines(file)
        assert commands(service) == COMMANDS

        expect:
        (1..lines.size()).each { int kept ->
            Files.writeString(file, lines.take(kept).join('\n') + '\n')
            TestService later = continued(service)
            JournaledRun cut = journals.run(id)
            List<String> kinds = lines.take(kept).collect { kind(it) }
            boolean doubtful = kinds.count('intent') > kinds.count('answer')
            ScriptResult result = null
            try {
                cut.resume().withCloseable { result = run(it, later) }
            } catch (ScriptException e) {
                assert doubtful
            }
            List<String> sent = mutating(later)
            assert doubtful || kinds.count('intent') + sent.size() == mutating(service).size()
            assert doubtful || result.runs()*.okNodes*.size() == [3] * 5
            assert doubtful || result.runs().collectMany { it.results*.output() }.unique() == ['hi\n']
            assert sent.count { it in mutating(service) } + kinds.count('intent') <= mutating(service).size()
        }
    }

    def 'a request that may have been carried out is not repeated, and one that was refused is'() {
        given:
        def invoke = Catalogue.ehpc().operation('InvokeShellCommand')
        service.answers.InvokeShellCommand = lost
                ? ApiException.lost(invoke, 0, 'cut', null, null)
                : ApiException.refused(invoke, 403, 'Forbidden.RAM', 'no', 'R', null)
        String id = journals.begin(header()).withCloseable { journal -> failing { run(journal) }; journal.id() }
        TestService later = fresh()

        when:
        ScriptException e = failing { journals.run(id).resume().withCloseable { run(it, later) } }

        then:
        (e == null) == !lost
        later.count('InvokeShellCommand') == (lost ? 0 : 6)
        !lost || e.problems()[0].message() == "run 'echo '0' '7'': 0 of 3 nodes ok, 3 unknown"

        where:
        lost << [true, false]
    }

    def 'a resumed run whose process was killed is broken off, not ended as before; one that was refused at once keeps its end'() {
        given:
        def invoke = Catalogue.ehpc().operation('InvokeShellCommand')
        service.answers.InvokeShellCommand = ApiException.refused(invoke, 403, 'Forbidden.RAM', 'no', 'R', null)
        String id = journals.begin(header()).withCloseable { journal -> failing { run(journal) }; journal.end(1); journal.id() }

        when: 'with other nodes'
        ScriptException refused = failing { journals.run(id).resume().withCloseable { run(it, fresh(2)) } }

        then:
        refused.cause instanceof ResumeRefusedException
        journals.run(id).state() == JournaledRun.State.ENDED
        journals.run(id).exitCode() == OptionalInt.of(1)

        when: 'the same, without an end'
        journals.run(id).resume().withCloseable { run(it, fresh()) }

        then:
        journals.run(id).state() == JournaledRun.State.BROKEN_OFF
        journals.run(id).exitCode().empty
    }

    def 'a script that does something else is refused before that is sent: #what'() {
        given:
        String id = journals.begin(header()).withCloseable { run(it); it.id() }
        TestService later = fresh(nodes)

        when:
        ScriptException e = failing { journals.run(id).resume().withCloseable { run(it, later, args) } }

        then:
        e.cause instanceof ResumeRefusedException
        e.problems()[0].message() == message
        mutating(later) == sent

        where:
        what              | nodes | args  || sent | message
        'another command' | 3     | ['8'] || []   | "the journal has run 'echo '3' '7'' on 3 nodes (line 4) here, not run 'echo '3' '8'' on 3 nodes (line 4); the run cannot be resumed"
        'other nodes'     | 2     | ['7'] || []   | "the journal has run 'echo one' on 3 nodes (line 2) here, not run 'echo one' on 2 nodes (line 2); the run cannot be resumed"
    }

    def 'in a block of parallel, a recorded command on other nodes is refused if it would run again on some of them, and else it is new'() {
        given: 'a run that was cut off before its second block began'
        String text = "parallel { 2.times { i -> cluster('ehpc-hz-test') { run 'hostname' on nodes[$first] } } }"
        JournalHeader header = new JournalHeader('a.ehpc', '', text, [], '', '', false)
        String id = journals.begin(header).withCloseable { run(it, service, [], text.replace('2.times', '1.times')); it.id() }
        TestService later = continued(service)

        when:
        ScriptException e = failing { journals.run(id).resume().withCloseable { run(it, later, [], text.replace("[$first]", "[$then]")) } }

        then:
        e?.problems()?.first()?.message() == message // the other block may not have begun
        mutating(later).size() == sent

        where:
        first    | then                 || sent | message
        '0'      | 'i'                  || 1    | null
        '0, 1'   | 'i == 0 ? 0..1 : 2'  || 1    | null
        '0, 1'   | '0..2'               || 0    | "the journal has run 'hostname' on 2 nodes (line 1) here, not run 'hostname' on 3 nodes (line 1); the run cannot be resumed"
    }

    def 'a script that catches the refusal cannot go on'() {
        given:
        String text = "cluster('ehpc-hz-test') { try { run \"echo \${args[0]}\" on nodes } catch (Exception e) { }\n run 'echo two' on nodes }"
        JournalHeader header = new JournalHeader('a.ehpc', '', text, ['1'], '', '', false)
        String id = journals.begin(header).withCloseable { run(it, service, ['1'], text); it.id() }
        TestService later = fresh()

        when:
        ScriptException e = failing { journals.run(id).resume().withCloseable { run(it, later, ['2'], text) } }

        then:
        e.cause instanceof ResumeRefusedException
        mutating(later) == []
    }

    def 'the first line that differs is named'() {
        given:
        String id = journals.begin(header()).withCloseable { it.id() }

        expect:
        journals.run(id).header().firstDifference(SCRIPT) == 0

        when:
        journals.run(id).checkText(SCRIPT.replace('echo one', 'echo two'))

        then:
        ResumeRefusedException e = thrown()
        e.message == "deploy.ehpc:2: the script has changed since run $id; it cannot be resumed"
    }

    def 'a run that came to its end, or was no script, is not resumed'() {
        given:
        String ended = journals.begin(header()).withCloseable { it.end(0); it.id() }
        String plan = journals.begin(JournalHeader.of('plan.json', '')).withCloseable { it.id() }

        when:
        journals.run(ended).resume()

        then:
        ResumeRefusedException over = thrown()
        over.message == "run $ended came to its end; there is nothing to resume"

        when:
        journals.run(plan).resume()

        then:
        ResumeRefusedException none = thrown()
        none.message == "run $plan was not a script; only scripts can be resumed"
    }

    def 'nodes that were not reached are reached after an interrupt, the others are not run again'() {
        given: 'the second wave is refused for the moment'
        service.answers.InvokeShellCommand = { request ->
            if (service.count('InvokeShellCommand') > 1) {
                throw new AssertionError('cut off here' as Object)
            }
            service.InvokeShellCommand(request.parameters())
        }
        String text = "cluster('ehpc-hz-test') { run 'hostname' waves 1, 2 on nodes }"
        JournalHeader header = new JournalHeader('a.ehpc', '', text, [], '', '', false)
        String id = journals.begin(header).withCloseable { journal -> failing { run(journal, service, [], text) }; journal.id() }
        TestService later = continued(service)

        when:
        JournaledStep step = journals.run(id).steps()[0]

        then:
        step.unsettled
        step.submissions()*.nodes()*.size() == [1, 2]

        when: 'the answer to the second submit is not known, so it is not sent again'
        ScriptException e = failing { journals.run(id).resume().withCloseable { run(it, later, [], text) } }

        then:
        (e.cause.result as RunResult).results*.outcome() == [Outcome.OK, Outcome.UNKNOWN, Outcome.UNKNOWN]
        mutating(later) == []
    }

    def 'what was known stays known, and a node that got the command is not one that did not, if a resumed run reads less: #how'() {
        given: 'a run in three waves, whose last node has no result'
        String text = "cluster('ehpc-hz-test') { run 'hostname' waves 1 on nodes }"
        JournalHeader header = new JournalHeader('a.ehpc', '', text, [], '', '', false)
        service.answers.ListInvocationResults = { request -> request.parameters().CommandId == 'c-3' ? expired() : null }
        String id = journals.begin(header).withCloseable { journal -> failing { run(journal, service, [], text) }; journal.id() }
        Path file = temp.resolve("$id/journal.jsonl")
        assert journals.run(id).steps()[0].counts() == [(Outcome.OK): 2, (Outcome.UNKNOWN): 1]

        and: 'no result can be read'
        List<RunResult> results = []
        service.answers.ListInvocationResults = { expired() }
        if (how == 'resumed, results lost') {
            Files.write(file, Files.readAllLines(file).findAll { !it.contains('"kind":"result"') })
        }

        when:
        if (how == 'attached') {
            journals.run(id).collect(service.ehpc()) { results << it }
        } else {
            results << failing { journals.run(id).resume().withCloseable { run(it, service, [], text) } }.cause.result
        }

        then:
        results[0].results*.outcome() == outcomes
        journals.run(id).steps()[0].outcomes().values().sort() == outcomes
        service.count('InvokeShellCommand') == 3

        when:
        service.answers.remove('ListInvocationResults')
        journals.run(id).resume().withCloseable { run(it, service, [], text) }

        then:
        journals.run(id).steps()[0].counts() == [(Outcome.OK): 3]
        service.count('InvokeShellCommand') == 3

        where:
        how                     | outcomes
        'resumed'               | [Outcome.OK, Outcome.OK, Outcome.UNKNOWN]
        'attached'              | [Outcome.OK, Outcome.OK, Outcome.UNKNOWN]
        'resumed, results lost' | [Outcome.UNKNOWN] * 3
    }

    private static ApiException expired() {
        ApiException.refused(Catalogue.ehpc().operation('ListInvocationResults'), 400, 'InvalidSecurityToken.Expired', 'no', 'R', null)
    }

    /** Returns a service that continues another one: it has the commands that were sent there. */
    private static TestService continued(TestService before) {
        fresh(before.nodeIds.size()).tap {
            ids.set(before.ids.get())
            commands.putAll(before.commands)
        }
    }

    private static TestService fresh(int nodes = 3) {
        new TestService(nodes).tap { answers.SetPostScripts = [RequestId: 'R'] }
    }

    private static JournalHeader header() {
        new JournalHeader('deploy.ehpc', '', SCRIPT, ['7'], 'cn-hangzhou', '', false)
    }

    private ScriptResult run(Journal journal, TestService on = service, List<String> args = ['7'], String text = SCRIPT) {
        Scripts.compile('deploy.ehpc', text).over(journal.over(on.ehpc())).args(args).output(new StringBuffer()).run()
    }

    private static ScriptException failing(Closure<?> work) {
        try {
            work.call()
            return null
        } catch (ScriptException e) {
            return e
        }
    }

    private static String kind(String line) {
        line.find(/"kind":"(\w+)"/) { all, kind -> kind }
    }

    private static List<String> mutating(TestService service) {
        service.sent.findAll { it.operation().mutates() }.collect { "${it.operation().name()} ${it.wire()}".toString() }
    }

    private static List<String> commands(TestService service) {
        service.requests('InvokeShellCommand')*.parameters()*.Command.unique().toSorted()
    }
}
