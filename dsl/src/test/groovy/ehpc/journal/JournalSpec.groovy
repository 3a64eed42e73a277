package ehpc.journal

import ehpc.Cluster
import ehpc.Outcome
import ehpc.PostScript
import ehpc.RunResult
import ehpc.TestService
import ehpc.api.ApiException
import ehpc.api.Catalogue
import ehpc.api.Secret
import ehpc.file.DirectoryLock
import ehpc.script.ScriptException
import ehpc.script.Scripts
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Duration
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class JournalSpec extends Specification {

    private static final JournalHeader HEADER = new JournalHeader('deploy.ehpc', '', '', [], 'cn-hangzhou', '', false)

    @TempDir
    Path temp

    Journals journals
    TestService service = new TestService(3)

    def setup() {
        journals = Journals.in(temp.resolve('state/runs'))
    }

    def 'the intent is in the journal before a request is sent, its answer after it, and the results at the end'() {
        given:
        Journal journal = journals.begin(HEADER)
        List<List<String>> seen = []
        service.answers.InvokeShellCommand = { request ->
            seen << kinds(journal.id())
            service.InvokeShellCommand(request.parameters())
        }
        Cluster cluster = journal.over(service.ehpc()).cluster('ehpc-hz-test')

        when:
        RunResult result = cluster.run('echo hi').on(cluster.nodes())
        journal.end(0)
        journal.close()

        then:
        result.ok
        seen == [['run', 'effect', 'intent']]
        kinds(journal.id()) == ['run', 'effect', 'intent', 'answer', 'result', 'end']

        when:
        JournaledRun run = journals.run(journal.id())

        then:
        run.state() == JournaledRun.State.ENDED
        run.exitCode().asInt == 0
        run.header() == HEADER
        !run.unsettled
        run.steps().size() == 1
        with(run.steps()[0]) {
            title() == "run 'echo hi'"
            it.cluster() == 'ehpc-hz-test'
            nodes()*.id() == service.nodeIds
            submissions()*.commandId() == result.commandIds()
            counts() == [(Outcome.OK): 3]
            !unsettled
        }
    }

    def 'a call of an operation is a step, a read is none'() {
        given:
        Journal journal = journals.begin(HEADER)
        service.answers.SetPostScripts = [RequestId: 'R']
        Cluster cluster = journal.over(service.ehpc()).cluster('ehpc-hz-test')

        when:
        cluster.nodes()
        cluster.setPostScripts([PostScript.of('https://example.com/a.sh')])
        journal.close()

        then:
        kinds(journal.id()) == ['run', 'effect', 'intent', 'answer']
        with(journals.run(journal.id())) {
            state() == JournaledRun.State.BROKEN_OFF
            exitCode().empty
            !unsettled
            steps()*.title() == ['SetPostScripts']
            steps()*.failure() == [Optional.empty()]
        }
    }

    @Requires({ !System.getProperty('os.name').startsWith('Windows') })
    def 'directory and files are readable by their owner only'() {
        when:
        Journal journal = journals.begin(HEADER)
        journal.close()
        Path run = temp.resolve("state/runs/${journal.id()}")

        then:
        [temp.resolve('state/runs'), run].every { permissions(it) == 'rwx------' }
        Files.list(run).withCloseable { it.toList() }.every { permissions(it) == 'rw-------' }
    }

    def 'a run that was cut off at any byte is read up to its last complete line, and attached without sending a command'() {
        given:
        Journal journal = journals.begin(HEADER)
        Cluster cluster = journal.over(service.ehpc()).cluster('ehpc-hz-test')
        RunResult result = cluster.run('echo hé').on(cluster.nodes())
        journal.close()
        Path file = file(journal.id())
        byte[] bytes = Files.readAllBytes(file)
        List<Integer> ends = (0..<bytes.length).findAll { bytes[it] == (byte) 10 }*.plus(1)
        int sent = service.count('InvokeShellCommand')

        expect:
        (ends[0]..bytes.length).each { int length ->
            Files.write(file, Arrays.copyOf(bytes, length))
            int lines = ends.count { it <= length }
            JournaledRun run = journals.run(journal.id())
            List<RunResult> results = []
            run.collect(service.ehpc()) { results << it }
            assert run.state() == JournaledRun.State.BROKEN_OFF
            assert run.unsettled == (lines in 3..4)
            assert results.collect { it.results*.outcome() } == (lines == 3 ? [[Outcome.UNKNOWN] * 3] : lines == 4 ? [[Outcome.OK] * 3] : [])
            assert lines != 4 || results[0].results*.output() == result.results*.output()
            assert service.count('InvokeShellCommand') == sent
            assert !journals.run(journal.id()).unsettled || lines == 3
        }
    }

    def 'a line that was changed is refused with its place'() {
        given:
        Journal journal = journals.begin(HEADER)
        Cluster cluster = journal.over(service.ehpc()).cluster('ehpc-hz-test')
        cluster.run('echo hi').on(cluster.nodes())
        journal.close()
        Path file = file(journal.id())
        Files.writeString(file, Files.readString(file).replace('echo hi', 'echo ho'))

        when:
        journals.run(journal.id())

        then:
        JournalException e = thrown()
        e.message == "$file:2: line is damaged"
        journals.runs() == []
    }

    def 'a journal that lacks a line is refused, and named beside the runs that can be read'() {
        given:
        Journal journal = journals.begin(HEADER)
        Cluster cluster = journal.over(service.ehpc()).cluster('ehpc-hz-test')
        cluster.run('echo hi').on(cluster.nodes())
        journal.close()
        Path file = file(journal.id())
        Files.write(file, Files.readAllLines(file).findAll { !it.contains('"kind":"intent"') })
        String other = journals.begin(HEADER).withCloseable { it.id() }
        List<String> unreadable = []

        expect:
        journals.runs()*.id() == [other]
        journals.runs { unreadable << it }*.id() == [other]
        unreadable == ["$file: a line has fields of another form".toString()]
    }

    def 'what attach collects of a run with secrets is stored without the outputs'() {
        given:
        Journal journal = journals.begin(HEADER)
        journal.secret(new Secret('PASSWORD', 's3cr3tvalue'))
        Cluster cluster = journal.over(service.ehpc()).cluster('ehpc-hz-test')
        service.message = { 's3cr3tvalue\n' }
        cluster.run('echo hi').on(cluster.nodes())
        journal.close()
        Path file = file(journal.id())
        Files.write(file, Files.readAllLines(file).findAll { !it.contains('"kind":"result"') })
        List<RunResult> results = []

        when:
        journals.run(journal.id()).collect(service.ehpc()) { results << it }

        then:
        results[0].results*.output() == ['s3cr3tvalue\n'] * 3
        !Files.readString(file).contains('s3cr3t')
        !journals.run(journal.id()).unsettled
        !journals.run(journal.id()).steps()[0].complete
    }

    def 'a lost answer leaves the nodes unknown, and a refused request leaves nothing'() {
        given:
        def invoke = Catalogue.ehpc().operation('InvokeShellCommand')
        Journal journal = journals.begin(HEADER)
        service.answers.InvokeShellCommand = lost
                ? ApiException.lost(invoke, 0, 'the connection ended', null, null)
                : ApiException.refused(invoke, 403, 'Forbidden.RAM', 'no', 'R', null)
        Cluster cluster = journal.over(service.ehpc()).cluster('ehpc-hz-test')

        when:
        try {
            cluster.run('echo hi').on(cluster.nodes())
        } catch (ApiException e) {
            assert !lost
        }

        then:
        journals.run(journal.id()).unsettled == lost

        when:
        journal.close()
        JournaledStep step = journals.run(journal.id()).steps()[0]

        then:
        step.unsettled == lost
        step.counts() == [(lost ? Outcome.UNKNOWN : Outcome.NOT_RUN): 3]
        step.submissions()*.doubt() == (lost ? ['the answer to the submit was lost (the connection ended)'] : [])

        where:
        lost << [true, false]
    }

    def 'only one writer: a run that is active is neither attached nor pruned'() {
        given:
        Journal journal = journals.begin(HEADER)

        expect:
        journals.run(journal.id()).state() == JournaledRun.State.ACTIVE

        when:
        journals.run(journal.id()).collect(service.ehpc()) { }

        then:
        JournalException e = thrown()
        e.message == "run ${journal.id()} is still active in another process"
        journals.prune(Duration.ZERO) == 0

        when:
        journal.close()

        then:
        journals.prune(Duration.ZERO) == 1
        journals.runs() == []
    }

    def 'runs are found by a beginning or an end of their id, and listed newest first'() {
        given:
        List<String> ids = (1..3).collect { journals.begin(HEADER).withCloseable { it.id() } }

        expect:
        journals.runs()*.id() == ids.reverse()
        ids.every { journals.run(it[-6..-1]).id() == it }

        when:
        journals.run('none')

        then:
        JournalException none = thrown()
        none.message == "run 'none' not found"

        when:
        journals.run(ids[0][0..3])

        then:
        JournalException several = thrown()
        several.message == "'${ids[0][0..3]}' is the beginning or end of several runs: ${ids.toSorted().join(', ')}"
    }

    def 'the results of an unsettled run are kept from pruning'() {
        given:
        Journal journal = journals.begin(HEADER)
        service.answers.InvokeShellCommand = ApiException.lost(Catalogue.ehpc().operation('InvokeShellCommand'), 0, 'cut', null, null)
        Cluster cluster = journal.over(service.ehpc()).cluster('ehpc-hz-test')
        cluster.run('echo hi').on(cluster.nodes())
        journal.close()

        expect:
        journals.prune(Duration.ZERO) == 0
    }

    def 'a journal that cannot be created is refused before anything is sent'() {
        given:
        Path blocked = Files.createFile(temp.resolve('file'))

        when:
        Journals.in(blocked.resolve('runs')).begin(HEADER)

        then:
        JournalException e = thrown()
        e.message.startsWith("no journal can be written to $blocked/runs: ")
    }

    @Requires({ Files.exists(Path.of('/dev/full')) })
    def 'on a full disk nothing is sent any more'() {
        given:
        Journal journal = journals.begin(HEADER)
        journal.close()
        Path file = file(journal.id())
        DirectoryLock lock = DirectoryLock.take(file.parent).get()
        Journal full = new Journal(file.parent, lock, new JournalFile(new RandomAccessFile('/dev/full', 'rw'), 0), true, [])
        Cluster cluster = full.over(service.ehpc()).cluster('ehpc-hz-test')

        when:
        cluster.run('echo hi').on(cluster.nodes())

        then:
        ApiException e = thrown()
        e.detail() == "the journal $file.parent cannot be written: No space left on device"
        !e.mayHaveHappened()
        service.count('InvokeShellCommand') == 0

        cleanup:
        lock?.close()
    }

    def 'an interrupt of the thread does not keep the answer and the results out of the journal'() {
        given:
        Journal journal = journals.begin(HEADER)
        Cluster cluster = journal.over(service.ehpc()).cluster('ehpc-hz-test')
        service.answers.InvokeShellCommand = { request ->
            Thread.currentThread().interrupt()
            service.InvokeShellCommand(request.parameters())
        }

        when:
        cluster.run('echo hi').on(cluster.nodes())
        journal.end(130)
        boolean interrupted = Thread.interrupted()
        journal.close()

        then:
        interrupted
        kinds(journal.id()) == ['run', 'effect', 'intent', 'answer', 'result', 'end']
        journals.run(journal.id()).exitCode().asInt == 130
    }

    def 'no form of a secret is in a journal'() {
        given:
        String value = "s3cr3t p4ss'word/+"
        Journal journal = journals.begin(HEADER)
        Secret secret = new Secret('PASSWORD', value)
        service.message = { "it is $value, ${URLEncoder.encode(value, StandardCharsets.UTF_8)}, ${value.bytes.encodeBase64()}\n".toString() }
        journal.secret(secret)
        Cluster cluster = journal.over(service.ehpc()).cluster('ehpc-hz-test')
        cluster.run("echo '${value.replace("'", "'\\''")}'").on(cluster.nodes())
        journal.close()
        String text = Files.readString(file(journal.id()))

        expect:
        text.contains('it is ***, ***, ***')
        !text.contains('s3cr3t')
        !text.contains(value.bytes.encodeBase64().toString()[0..11])
    }

    def 'branches of a script write one journal'() {
        given:
        Journal journal = journals.begin(HEADER)
        String text = "parallel { 8.times { i -> cluster('ehpc-hz-test') { run \"echo \$i\" on nodes } } }"

        when:
        try {
            Scripts.compile('a.ehpc', text).over(journal.over(service.ehpc())).output(new StringBuffer()).run()
        } catch (ScriptException e) {
            throw new AssertionError(e.problems())
        }
        journal.end(0)
        journal.close()

        then:
        JournaledRun run = journals.run(journal.id())
        run.steps()*.title().toSorted() == (0..7).collect { "run 'echo '$it''".toString() }
        run.steps()*.line().unique() == [1]
        run.steps()*.counts().unique() == [[(Outcome.OK): 3]]
        run.steps()*.number() == (1..8).toList()
    }

    private static String permissions(Path path) {
        PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
    }

    private Path file(String id) {
        temp.resolve("state/runs/$id/journal.jsonl")
    }

    private List<String> kinds(String id) {
        List<String> kinds = []
        JournalFile.read(file(id)) { kinds << it.kind }
        kinds
    }
}
