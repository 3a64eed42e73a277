package ehpc.repl.internal.shell

import ehpc.EhpcClient
import ehpc.connect.ConnectionOptions
import ehpc.edit.KnownNames
import ehpc.journal.JournalOnDemand
import ehpc.plan.NotApproved
import ehpc.plan.Step
import ehpc.repl.internal.failure.UsageException
import ehpc.repl.internal.files.ScriptSource
import ehpc.repl.internal.result.Format
import ehpc.repl.internal.shell.command.StandardCommands
import ehpc.repl.internal.terminal.ColorMode
import ehpc.repl.internal.terminal.Console
import ehpc.repl.internal.terminal.Terminals
import ehpc.script.InteractiveSession
import ehpc.script.ScriptException
import ehpc.script.ScriptRun
import java.util.function.Function
import java.util.function.Predicate

/** A shell without a terminal: real account, language and commands; notes and questions are recorded. */
class QuietShell implements Shell, AutoCloseable {

    final ByteArrayOutputStream out = new ByteArrayOutputStream()
    final ByteArrayOutputStream err = new ByteArrayOutputStream()
    final Console console
    final Settings settings = new Settings(Format.TEXT, ColorMode.NEVER, false, false)
    final Account account
    InteractiveSession session = new InteractiveSession()
    final ShellCommands commands = new ShellCommands(StandardCommands.all())
    final ShellRuns runs
    final List<String> notes = []
    final List<HistoryItem> entries = []
    final List<String> history = []
    final List<ScriptSource> ran = []
    final List<String> questions = []
    final List<String> done = []
    Closure<List<String>> waiting = { [] }
    Map<KnownNames.Wanted, List<KnownNames.Name>> names = [:]
    /** Answers to questions, in turn; then none. */
    List<String> answers = []
    Closure<Integer> program = { List<String> words ->
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start()
        process.outputStream.close()
        process.inputStream.text
        process.waitFor()
    }

    QuietShell(ConnectionOptions options, Map<String, String> env = [:]) {
        console = new Console(InputStream.nullInputStream(), out, err, env, new Terminals(false, ''))
        account = new Account(options)
        runs = new ShellRuns(env, account, true, true)
    }

    /** Runs a line like the loop; returns the message of a failure, otherwise null. */
    String command(String line) {
        try {
            commands.run(this, line)
            return null
        } catch (UsageException | ScriptException | ehpc.api.InputException e) {
            return e.message
        }
    }

    /** Runs an entry as the loop does; whether it came to its end. */
    boolean enter(String text) {
        Optional<String> cluster = session.context().cluster()
        ScriptRun run = session.compile(text).over(account.ehpc()).environment(console.env()).output(console.out())
        try {
            (settings.plan() ? run.approval(new StepQuestion(this, waiting)) : run).run()
        } catch (ScriptException e) {
            if (!(e.cause instanceof NotApproved)) {
                throw e
            }
            notes << e.message
            return false
        }
        entries << new HistoryItem(text, cluster)
        true
    }

    /** What was printed since the last look. */
    String printed() {
        String text = out.toString('UTF-8')
        out.reset()
        text
    }

    Console console() { console }

    Settings settings() { settings }

    Account account() { account }

    InteractiveSession session() { session }

    ShellRuns runs() { runs }

    def <T> T performing(Optional<JournalOnDemand> journal, Optional<String> run, Function<? super EhpcClient, T> work) {
        try {
            work.apply(journal.map { it.over(account.ehpc()) }.orElseGet { account.ehpc() })
        } finally {
            journal.ifPresent { it.close() }
        }
    }

    Predicate<Step> approval() { new StepQuestion(this, waiting) }

    ShellCommands commands() { commands }

    void note(String line) { notes << line }

    boolean run(ScriptSource text) { ran << text }

    List<HistoryItem> entries() { entries }

    List<String> history() { history }

    List<KnownNames.Name> known(KnownNames.Wanted wanted) { names[wanted] ?: [] }

    String answer(String question) {
        questions << question
        answers ? answers.removeAt(0) : ''
    }

    int launch(List<String> words) { program(words) }

    void clear() { done << 'clear' }

    void leave() { done << 'leave' }

    void close() { account.close() }
}
