package ehpc.journal

import ehpc.Outcome
import ehpc.RunResult
import ehpc.TestService
import ehpc.api.ApiException
import ehpc.api.Catalogue
import ehpc.api.Request
import ehpc.command.Marker
import ehpc.script.ScriptException
import ehpc.script.Scripts
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

/** The comment in a command by which a submit is found whose answer was lost. */
class MarkerSpec extends Specification {

    private static final Map<String, Object> OPERATION = [of: Catalogue.ehpc().operation('InvokeShellCommand')]
    private static final String TEXT = "cluster('ehpc-hz-test') { run 'hostname' on nodes }"

    @TempDir
    Path temp

    Journals journals
    TestService service = new TestService(2)
    List<Map> listed = []

    def setup() {
        journals = Journals.in(temp)
        service.answers.ListCommands = { [Commands: [Command: listed], PageNumber: 1, PageSize: 10, TotalCount: listed.size(), RequestId: 'R'] }
    }

    def 'a marked command does what it did, in each shell: #text'() {
        given:
        String marked = Marker.marked(submit(text), 'run.1').get().parameters().Command

        expect:
        marked == "$text\n# ehpc run.1"
        run('sh', marked) == run('sh', text)
        run('bash', marked) == run('bash', text)

        where:
        text << ['echo hi', 'false', 'exit 3', 'echo a # a comment', "cat <<'E'\nin\nE", 'for i in 1 2; do echo $i; done', '{ echo a; }',
                 'echo a &&\necho b', 'echo a; exec echo b', 'echo a;', 'x=1\necho $x\n', "printf 'a\\n'", '(exit 4)', 'echo "a\nb"', 'true &']
    }

    def 'a command that does not end where a comment may begin is left alone: #text'() {
        expect:
        Marker.marked(submit(text), 'run.1').empty

        where:
        text << ["cat <<'E'\nin", 'echo "a', "echo 'a", 'echo a\\', 'x' * 2040]
    }

    def 'a submit whose answer was lost is found, and its results are those of the command: listed at look #look'() {
        given:
        loseAnswer()
        service.onRetry = { }
        int looks = 0
        service.answers.ListCommands = { commands(++looks >= look ? listed : []) }

        when:
        RunResult result = journaled { Journal journal -> run(journal) }

        then:
        result.results*.outcome() == [Outcome.OK] * 2
        service.count('InvokeShellCommand') == 1
        !journals.runs()[0].unsettled

        where:
        look << [1, 2, 5]
    }

    def 'a command that never appears stays unknown, and is looked for again by attach and resume'() {
        given:
        loseAnswer()
        service.answers.ListCommands = { commands([]) }
        RunResult result = journaled { Journal journal -> run(journal) }
        String id = journals.runs()[0].id()

        expect:
        result.results*.outcome() == [Outcome.UNKNOWN] * 2
        journals.run(id).unsettled

        when: 'it appears'
        service.answers.ListCommands = { commands(listed) }
        List<RunResult> attached = []
        journals.run(id).collect(service.ehpc()) { attached << it }

        then:
        attached*.results*.size() == [2]
        attached[0].results*.outcome() == [Outcome.OK] * 2
        !journals.run(id).unsettled
        service.count('InvokeShellCommand') == 1
    }

    def 'a run that was cut off before the answer came is resumed with the command that is listed'() {
        given:
        loseAnswer()
        service.answers.ListCommands = { commands([]) }
        journaled { Journal journal -> run(journal) }
        String id = journals.runs()[0].id()
        service.answers.ListCommands = { commands(listed) }

        when:
        RunResult result = journals.run(id).resume().withCloseable { Journal journal -> run(journal) }

        then:
        result.results*.outcome() == [Outcome.OK] * 2
        service.count('InvokeShellCommand') == 1
    }

    def 'a command of another run under the same id is not taken for the own one'() {
        given:
        String id = journaled { Journal journal -> run(journal); journal.id() }
        Path file = temp.resolve("$id/journal.jsonl")
        Files.write(file, Files.readAllLines(file).findAll { !it.contains('"kind":"result"') })
        listed << [CommandId: 'c-1', CommandContent: 'rm -rf x', Timeout: '60', WorkingDir: '/root']

        when:
        journals.run(id).collect(service.ehpc()) { }

        then:
        ResumeRefusedException attached = thrown()
        attached.message == "command c-1 at this service is not the one of the run: it has not the marker ${id}.1"

        when:
        journals.run(id).resume().withCloseable { Journal journal ->
            Scripts.compile('a.ehpc', TEXT).over(journal.over(service.ehpc())).output(new StringBuffer()).run()
        }

        then:
        ScriptException resumed = thrown()
        resumed.cause instanceof ResumeRefusedException
        service.count('InvokeShellCommand') == 1
    }

    def 'the commands are listed once for all requests of a step: #how'() {
        given:
        String text = "cluster('ehpc-hz-test') { run 'hostname' waves 1 on nodes }"
        String id = journaled { Journal journal -> run(journal, text); journal.id() }
        Path file = temp.resolve("$id/journal.jsonl")
        Files.write(file, Files.readAllLines(file).findAll { !it.contains('"kind":"result"') })

        Map<String, Closure<List<Outcome>>> outcomes = [
            attach: { List<RunResult> all = []; journals.run(id).collect(service.ehpc()) { all << it }; all[0].results*.outcome() },
            resume: { journals.run(id).resume().withCloseable { Journal journal -> run(journal, text).results*.outcome() } }]

        expect:
        outcomes[how].call() == [Outcome.OK] * 2
        service.count('InvokeShellCommand') == 2
        service.count('ListCommands') == 1

        where:
        how << ['attach', 'resume']
    }

    def 'an answer without the id of a command is as good as lost: its command is found #when'() {
        given:
        service.answers.InvokeShellCommand = { Request request ->
            Map answer = service.InvokeShellCommand(request.parameters())
            listed << [CommandId: answer.CommandId, CommandContent: request.parameters().Command, Timeout: '60', WorkingDir: '/root']
            [CommandId: [answer.CommandId], RequestId: 'R']
        }
        service.answers.ListCommands = { commands(when == 'at once' ? listed : []) }

        expect:
        journaled { Journal journal -> run(journal) }.results*.outcome() == [first] * 2

        when:
        service.answers.ListCommands = { commands(listed) }
        String id = journals.runs()[0].id()
        RunResult resumed = journals.run(id).resume().withCloseable { Journal journal -> run(journal) }

        then:
        resumed.results*.outcome() == [Outcome.OK] * 2
        service.count('InvokeShellCommand') == 1
        !journals.run(id).unsettled

        where:
        when      | first
        'at once' | Outcome.OK
        'later'   | Outcome.UNKNOWN
    }

    def 'without a marker it stays unknown, and the command is sent as it is'() {
        given:
        loseAnswer()

        when:
        RunResult result = journaled(false) { Journal journal -> run(journal) }

        then:
        result.results*.outcome() == [Outcome.UNKNOWN] * 2
        service.requests('InvokeShellCommand')*.parameters()*.Command == ['hostname']
        service.count('ListCommands') == 0
    }

    def 'each submit of a run has a marker of its own'() {
        when:
        journaled { Journal journal ->
            run(journal, "cluster('ehpc-hz-test') { 3.times { run 'hostname' waves 1 on nodes } }")
        }
        List<String> texts = service.requests('InvokeShellCommand')*.parameters()*.Command as List<String>

        then:
        texts.size() == 6
        texts.unique(false).size() == 6
        texts.every { it =~ /^hostname\n# ehpc \d{8}-\d{6}-[0-9a-f]{4}\.\d+$/ }
    }

    /** The service carries the command out, lists it, and its answer does not arrive. */
    private void loseAnswer() {
        service.answers.InvokeShellCommand = { Request request ->
            Map answer = service.InvokeShellCommand(request.parameters())
            listed << [CommandId: answer.CommandId, CommandContent: request.parameters().Command, Timeout: '60', WorkingDir: '/root']
            ApiException.lost(OPERATION.of, 0, 'cut', null, null)
        }
    }

    private static Map commands(List<Map> listed) {
        [Commands: [Command: listed], PageNumber: 1, PageSize: 10, TotalCount: listed.size(), RequestId: 'R']
    }

    private <T> T journaled(boolean marked = true, Closure<T> work) {
        journals.begin(new JournalHeader('a.ehpc', '', TEXT, [], '', '', marked)).withCloseable(work)
    }

    private RunResult run(Journal journal, String text = TEXT) {
        List<RunResult> results = []
        try {
            Scripts.compile('a.ehpc', text).over(journal.over(service.ehpc())).output(new StringBuffer()).results { results << it }.run()
        } catch (ScriptException e) {
            assert e.cause.result != null
        }
        results.last()
    }

    private static Request submit(String text) {
        OPERATION.of.request(ClusterId: 'c', Command: text, Timeout: 60)
    }

    private static List run(String shell, String text) {
        Process process = new ProcessBuilder(shell, '-c', text).redirectErrorStream(true).start()
        String output = process.inputStream.text
        process.waitFor(1, TimeUnit.MINUTES)
        [process.exitValue(), output]
    }
}
