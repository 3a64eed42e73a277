package ehpc

import ehpc.api.ApiException
import ehpc.api.Catalogue
import ehpc.api.InputException
import ehpc.api.Request
import ehpc.journal.JournalHeader
import ehpc.journal.JournaledRun
import ehpc.journal.JournaledStep
import ehpc.journal.Journals
import ehpc.journal.ResumeRefusedException
import ehpc.script.ScriptException
import ehpc.script.ScriptResult
import ehpc.script.Scripts
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

/** The word rerun, Cluster.rerun and JournaledRun.rerun run a command again only where that was asked for. */
class RerunSpec extends Specification {

    private static final String RUN = "def r = run 'make' from '/data' timeout 10.minutes tolerate 50.percent waves 5 on nodes\n"

    @TempDir
    Path temp

    final StringBuffer out = new StringBuffer()
    /** One node for each outcome but not-run, which the third wave has. */
    final TestService service = new TestService(6)
    /** Cleared when the script reads the queues: the nodes are well from then on. */
    final Map<String, Map> records = [:]

    def setup() {
        List<String> ids = service.nodeIds
        records[ids[1]] = [InvokeRecordStatus: 'Finished', Success: true, ExitCode: 3, Message: 'broken\n']
        records[ids[2]] = [InvokeRecordStatus: 'Stopped', Success: false, Message: '']
        records[ids[3]] = [InvokeRecordStatus: 'Failed', Success: false, Message: '']
        records[ids[4]] = [InvokeRecordStatus: 'Running', Success: true, Message: '']
        service.answers.ListInvocationResults = { Request request ->
            String command = request.parameters().CommandId
            List<Map> all = service.nodesOf(command).collect { id ->
                [CommandId: command, InstanceId: id, InvokeRecordStatus: 'Finished', Success: true, ExitCode: 0, Message: 'hi\n'] +
                        (records[id] ?: [:])
            }
            [InvocationResults: [InvocationResult: all], TotalCount: all.size(), PageNumber: 1, PageSize: 50, RequestId: 'R']
        }
    }

    def 'by default it takes the nodes on which the command ended badly or was not started, with the same settings'() {
        when:
        ScriptResult result = run(RUN + 'println r.counts()\nqueues\ndef again = rerun r\nprintln again.nodes(ehpc.Outcome.OK)\nr.ok')

        then:
        out.toString() == '[ok:1, failed:1, timed-out:1, not-delivered:1, unknown:1, not-run:1]\ncompute[001-003,005]\n'
        List<Map> sent = service.requests('InvokeShellCommand')*.parameters()
        sent*.Instance*.Id == [service.nodeIds[0..4], service.nodeIds[1..3] + service.nodeIds[5]]
        sent*.Command.unique() == ['make']
        sent*.WorkingDir.unique() == ['/data']
        sent*.Timeout.unique() == [600]
        result.runs()*.tolerated() == [3, 2]
    }

    def 'given outcomes choose other nodes: #outcomes'() {
        when:
        run(RUN + "queues\ndef again = rerun r, $outcomes\nprintln again.okNodes\nr.ok")

        then:
        out.toString() == "$nodes\n"

        where:
        outcomes                                     || nodes
        'ehpc.Outcome.UNKNOWN'                       || 'compute004'
        'ehpc.Outcome.NOT_RUN'                       || 'compute005'
        'ehpc.Outcome.FAILED, ehpc.Outcome.NOT_RUN'  || 'compute[001,005]'
    }

    def 'without a node of that kind nothing is sent, and the result has no nodes'() {
        given:
        records.clear()

        when:
        run("def r = run 'make' on nodes\ndef again = rerun r\nprintln again.ok.toString() + again.results.size()\n" +
                'rerun r\nrerun r, ehpc.Outcome.UNKNOWN')

        then:
        out.toString() == 'true0\n'
        service.count('InvokeShellCommand') == 1
    }

    def 'a bare rerun prints its result and fails the script, one whose value is not read fails it, one whose value is read does not: #statement'() {
        when:
        String message = null
        try {
            run("def r = run 'make' on nodes\nr.ok\n$statement")
        } catch (ScriptException e) {
            message = e.problems()[0].message()
        }

        then:
        message == failure
        out.toString() == printed

        where:
        statement                               || failure                                                                          | printed
        'rerun r, ehpc.Outcome.FAILED'          || "run 'make': 2 of 6 nodes ok, 1 failed, 1 timed-out, 1 not-delivered, 1 unknown"                                           | 'compute001 (1) failed: exit code 3\n  broken\n'
        'def a = rerun r, ehpc.Outcome.FAILED'  || "run 'make': 2 of 6 nodes ok, 1 failed, 1 timed-out, 1 not-delivered, 1 unknown"                                           | ''
        'def a = rerun r, ehpc.Outcome.FAILED; a.ok' || null                                                                       | ''
        'if (r.failed) rerun r, ehpc.Outcome.FAILED' || "run 'make': 2 of 6 nodes ok, 1 failed, 1 timed-out, 1 not-delivered, 1 unknown"                                     | 'compute001 (1) failed: exit code 3\n  broken\n'
    }

    def 'nodes that are left out are not forgotten: #statement'() {
        given: 'all nodes but one are well the second time, and that one is unknown'
        String failure = null

        when:
        try {
            run("def r = run 'make' $options on nodes\nr.ok\nqueues\n$statement")
        } catch (ScriptException e) {
            failure = e.problems()[0].message()
        }

        then:
        failure == message

        where:
        statement                           | options      || message
        'rerun r'                           | ''           || "run 'make': 5 of 6 nodes ok, 1 unknown"
        'if (r.failed) { rerun r }'         | ''           || "run 'make': 5 of 6 nodes ok, 1 unknown"
        'def again = rerun r'               | ''           || "run 'make': 5 of 6 nodes ok, 1 unknown"
        'def again = rerun r; again.ok'     | ''           || null
        'rerun r'                           | 'tolerate 1' || null
    }

    def 'a result that nobody read is read by a rerun of all nodes that were not ok, and by no other one: #statement'() {
        given:
        String failure = null

        when:
        try {
            run("def r = run 'make' on nodes\nqueues\n$statement")
        } catch (ScriptException e) {
            failure = e.problems()[0].message()
        }

        then:
        failure == message

        where:
        statement                                                  || message
        'def again = rerun r; again.ok'                            || "run 'make': 2 of 6 nodes ok, 1 failed, 1 timed-out, 1 not-delivered, 1 unknown"
        'def again = rerun r, *(ehpc.Outcome.values() - ehpc.Outcome.OK); again.ok' || null
        'def again = rerun r; println r.merged(again).summary()'   || "run 'make': 2 of 6 nodes ok, 1 failed, 1 timed-out, 1 not-delivered, 1 unknown"
    }

    def 'merged results have those of the later run in place'() {
        when:
        run("def r = run 'make' on nodes\nr.ok\nqueues\ndef again = rerun r\nprintln r.merged(again).summary()\nprintln again.summary()")

        then:
        out.toString() == '5 of 6 nodes ok, 1 unknown\n3 of 3 nodes ok\n'
    }

    def 'a wrong use is refused before anything is sent: #text'() {
        when:
        Scripts.compile('s.ehpc', text)

        then:
        ScriptException e = thrown()
        e.problems()*.message() == [message]

        where:
        text                                                               || message
        "cluster('ehpc-hz-test') { rerun 5 }"                              || "'rerun' expects the result of a run and, optionally, outcomes (rerun r, ehpc.Outcome.NOT_RUN), got a whole number"
        "cluster('ehpc-hz-test') { rerun() }"                              || "'rerun' expects the result of a run and, optionally, outcomes (rerun r, ehpc.Outcome.NOT_RUN), got nothing"
        "def r = cluster('ehpc-hz-test') { run 'true' on nodes }\nrerun r"    || "'rerun' is only allowed inside a cluster('...') { } block"
    }

    def 'ok nodes, nothing, and a result of another cluster are refused: #what'() {
        when:
        service.cluster().rerun(earlier.call(service), *outcomes)

        then:
        InputException e = thrown()
        e.message == message

        where:
        what              | earlier                                                                                  | outcomes     || message
        'ok nodes'        | { TestService s -> s.cluster().run('true').on(s.cluster().nodes()) }                     | [Outcome.OK] || 'rerun is for nodes that are not ok; to run a command on others: run'
        'nothing'         | { TestService s -> null }                                                                | []           || "'rerun' expects the result of a run (rerun r), got null"
        'another cluster' | { TestService s -> s.ehpc().cluster('ehpc-hz-2').with { it.run('true').on(it.nodes()) } } | []           || "the result to rerun is of cluster 'ehpc-hz-2' in region 'cn-hangzhou', not of 'ehpc-hz-test' in 'cn-hangzhou'"
        'another region'  | { TestService s -> s.ehpc().withRegion('cn-beijing').cluster('ehpc-hz-test').with { it.run('true').on(it.nodes()) } } | [] || "the result to rerun is of cluster 'ehpc-hz-test' in region 'cn-beijing', not of 'ehpc-hz-test' in 'cn-hangzhou'"
    }

    def 'the journal names the step that is run again, and a recorded step is run again by a run of its own'() {
        given:
        Journals journals = Journals.in(temp)
        JournaledRun run = recorded(journals, RUN + 'r.ok')
        JournaledStep step = run.steps()[0]
        records.clear()
        service.sent.clear()

        expect:
        run.reruns().left(step, [Outcome.FAILED] as Set).folded() == 'compute001'

        when:
        RunResult again = repeated(journals, run, [Outcome.FAILED, Outcome.NOT_RUN] as Set)

        then:
        again.okNodes.folded() == 'compute[001,005]'
        Map sent = service.requests('InvokeShellCommand')[0].parameters()
        sent.Command ==~ /make\n# ehpc .*/
        sent.subMap('WorkingDir', 'Timeout') == [WorkingDir: '/data', Timeout: 600]
        again.tolerated() == 1
        journals.runs()[0].steps()*.reruns() + journals.runs()[1].steps()*.reruns() as Set == ['', "${run.id()}.1".toString()] as Set

        when: 'again'
        repeated(journals, run, [Outcome.FAILED] as Set)

        then:
        ResumeRefusedException e = thrown()
        String later = journals.runs().find { it.id() != run.id() && it.steps() }.id()
        e.message == "run 'make' was run again on compute001 in step 1 of run $later; rerun that step instead"
        service.count('InvokeShellCommand') == 1

        when: 'other nodes'
        RunResult rest = repeated(journals, run, [Outcome.TIMED_OUT, Outcome.NOT_RUN] as Set)

        then:
        rest.okNodes.folded() == 'compute002'

        when: 'no node'
        RunResult none = repeated(journals, recorded(journals, "run 'true' on nodes"), [Outcome.FAILED] as Set)

        then:
        none.results == []
    }

    def 'nodes on which a rerun was refused may be retried again'() {
        given:
        Journals journals = Journals.in(temp)
        JournaledRun run = recorded(journals, RUN + 'r.ok')
        records.clear()
        def invoke = Catalogue.ehpc().operation('InvokeShellCommand')
        service.answers.InvokeShellCommand = ApiException.refused(invoke, 403, 'Forbidden.RAM', 'no', 'R', null)

        when:
        repeated(journals, run, [Outcome.FAILED] as Set)

        then:
        thrown(ApiException)

        when:
        service.answers.remove('InvokeShellCommand')

        then:
        repeated(journals, run, [Outcome.FAILED] as Set).okNodes.folded() == 'compute001'
    }

    def 'a command that contained a secret is not sent with asterisks'() {
        given:
        Journals journals = Journals.in(temp)
        JournaledRun run = recorded(journals, "def s = secret('TOKEN')\nrun 'echo hunter2-42' on nodes[0..1]\nprintln s", [TOKEN: 'hunter2-42'])
        service.sent.clear()

        when:
        run.rerun(service.ehpc(), run.steps()[0], [Outcome.FAILED] as Set)

        then:
        ResumeRefusedException e = thrown()
        e.message == "run 'echo ***' contained a secret, which the journal does not have; run the script again"
        service.sent == []
    }

    def 'a resumed script goes on with the outcomes of reruns by other runs, and sends nothing again'() {
        given: 'a script that failed, and was run again where it failed'
        Journals journals = Journals.in(temp)
        records.keySet().retainAll(service.nodeIds[1])
        String text = "run 'make' on nodes\nrun 'echo done' on nodes"
        JournaledRun run = recorded(journals, text)
        records.clear()
        repeated(journals, run, [Outcome.FAILED] as Set)
        service.sent.clear()

        when:
        journals.run(run.id()).resume().withCloseable { journal ->
            Scripts.compile('s.ehpc', "cluster('ehpc-hz-test') {\n$text\n}").over(journal.over(service.ehpc())).output(out).run()
        }

        then:
        service.requests('InvokeShellCommand')*.parameters()*.Command == ['echo done']
    }

    def 'a script is not resumed if a rerun left nodes of a command out, or may have run one and cannot be read'() {
        given:
        Journals journals = Journals.in(temp)
        JournaledRun run = recorded(journals, RUN + 'r.ok')
        records.clear()
        repeated(journals, run, [Outcome.NOT_RUN] as Set)

        when:
        journals.run(run.id()).resume()

        then:
        ResumeRefusedException partly = thrown()
        partly.message == "run 'make' (step 1) was run again on some of its nodes by another run, and is not complete; " +
                'run it again on the others before this run is resumed'

        when:
        String id = '29991231-000000-0000'
        Path damaged = Files.createDirectory(temp.resolve(id))
        Files.writeString(damaged.resolve('journal.jsonl'), 'x\n')
        repeated(journals, run, [Outcome.FAILED] as Set)

        then:
        ResumeRefusedException unreadable = thrown()
        unreadable.message.endsWith("; it may have run a command of run ${run.id()} again: to forget it, delete $damaged")
    }

    def 'what another process did since the run was read counts: #what'() {
        given:
        Journals journals = Journals.in(temp)
        records.keySet().retainAll(service.nodeIds[4])
        JournaledRun read = recorded(journals, "run 'make' on nodes")
        records.clear()

        when: 'its results are collected'
        journals.run(read.id()).collect(service.ehpc()) { }
        service.sent.clear()
        act.call(read, this)

        then:
        service.count('InvokeShellCommand') == 0

        where:
        what      | act
        'rerun'   | { JournaledRun run, RerunSpec here -> assert here.repeated(Journals.in(here.temp), run, [Outcome.UNKNOWN] as Set).results == [] }
        'collect' | { JournaledRun run, RerunSpec here -> run.collect(here.service.ehpc()) { throw new AssertionError(it as Object) } }
    }

    def 'the outputs of a rerun are not stored if the run read secrets'() {
        given:
        Journals journals = Journals.in(temp)
        JournaledRun run = recorded(journals, "def s = secret('TOKEN')\nrun 'cat token' on nodes[0..1]\nprintln s", [TOKEN: 'hunter2-42'])
        service.message = { 'hunter2-42\n' }
        records.clear()
        service.answers.remove('ListInvocationResults')

        when:
        RunResult again = repeated(journals, run, [Outcome.FAILED] as Set)

        then:
        again.results*.output() == ['hunter2-42\n']
        journals.runs().every { !Files.readString(it.directory().resolve('journal.jsonl')).contains('hunter2') }
        journals.runs()[0].hasSecrets()
    }

    def 'a rerun is kept as long as the run that it repeats'() {
        given:
        Journals journals = Journals.in(temp)
        JournaledRun run = recorded(journals, "run 'make' on nodes")
        repeated(journals, run, [Outcome.FAILED] as Set)

        expect: 'the outcome of a node is unknown'
        journals.prune(Duration.ZERO) == 0

        when:
        journals.run(run.id()).settle()

        then:
        journals.prune(Duration.ZERO) == 2
    }

    private RunResult repeated(Journals journals, JournaledRun run, Set<Outcome> outcomes) {
        journals.begin(new JournalHeader('rerun', '', '', [], '', '', true)).withCloseable {
            run.rerun(it.over(service.ehpc()), run.steps()[0], outcomes)
        }
    }

    private JournaledRun recorded(Journals journals, String text, Map<String, String> env = [:]) {
        String id = journals.begin(new JournalHeader('s.ehpc', '', text, [], '', '', false)).withCloseable { journal ->
            try {
                Scripts.compile('s.ehpc', "cluster('ehpc-hz-test') {\n$text\n}").over(journal.over(service.ehpc())).output(out).environment(env)
                        .secrets(journal::secret).run()
            } catch (ScriptException ignored) {
                // the nodes are as prepared
            }
            journal.id()
        }
        journals.run(id)
    }

    private ScriptResult run(String text) {
        service.answers.ListQueues = { records.clear(); [Queues: [QueueInfo: []], RequestId: 'R'] }
        Scripts.compile('s.ehpc', "cluster('ehpc-hz-test') {\n$text\n}").over(service.ehpc()).output(out).run()
    }
}
