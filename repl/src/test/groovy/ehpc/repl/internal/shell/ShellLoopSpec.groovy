package ehpc.repl.internal.shell

import ehpc.connect.ConnectionOptions
import ehpc.local.LocalOptions
import ehpc.repl.internal.result.Format
import ehpc.repl.internal.shell.command.StandardCommands
import ehpc.repl.internal.terminal.ColorMode
import ehpc.repl.internal.terminal.Console
import ehpc.repl.internal.terminal.Terminals
import ehpc.script.InteractiveSession
import groovy.json.JsonSlurper
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** The complete shell without its terminal, with given input and recorded output. */
@Timeout(120)
class ShellLoopSpec extends Specification {

    private static final String USE = "cluster('ehpc-hz-localdemo1')"

    @TempDir
    Path home

    ByteArrayOutputStream out = new ByteArrayOutputStream()
    ByteArrayOutputStream err = new ByteArrayOutputStream()
    Typist typist
    /** Whether Ctrl-C is pressed while a question is open. */
    boolean stopping

    def 'output for programs is complete, and contains nothing else: #entry'() {
        when:
        type(['/set output json', USE, "def r = run 'echo hi' on nodes.login", entry])

        then:
        Object read = new JsonSlurper().parse(out.toByteArray())
        read instanceof List ? read*.get(field) == value : read[field] == value

        where:
        entry                             | field     | value
        "run 'echo hi' on nodes.login"    | 'output'  | ['hi\n']
        'r'                               | 'node'    | ['login0']
        '[size: nodes.size(), k: [1, 2]]' | 'size'    | 6
    }

    def 'an entry without a value prints nothing in any form: #form'() {
        when:
        type(["/set output $form", 'def x = 1', '/set plan on', 'x'])

        then:
        out.toString().trim() == '1'

        where:
        form << ['text', 'table', 'json', 'ndjson', 'csv', 'yaml']
    }

    def 'System.exit in an entry ends the shell, with its code'() {
        expect:
        type(['println 1', '[1].each { System.exit(3) }', 'println 2']) == 3
        out.toString() == '1\n'
        !err.toString().contains('exit')
    }

    def 'a shell that is left as usual ends with 0'() {
        expect:
        type(['println 1', '/exit']) == 0
    }

    def 'a refused entry is not part of a saved script'() {
        given:
        Path file = home.resolve('kept.ehpc')

        when:
        type([USE, '/plan on', "run 'echo refused' on nodes.login", 'println 1', "/save $file"], 'n')

        then:
        typist.questions == ['send this? [y/N/a] ']
        err.toString().contains("[2]:1: run 'echo refused' was not approved: nothing was sent\n  run 'echo refused' on nodes.login\n")
        Files.readString(file) == "cluster('ehpc-hz-localdemo1') {\n    println 1\n}\n"
    }

    def 'an entry with approvals is evaluated once, typed or loaded'() {
        given:
        Path file = Files.writeString(home.resolve('a.ehpc'), "l << 2\nrun 'true' on nodes.login\nl << 3\nrun 'true' on nodes.login\n")

        when:
        type([USE, 'def l = []', '/plan on', "l << 1; run 'true' on nodes.login", "/load $file", '/plan off', 'println l'], 'y')

        then:
        typist.questions == ['send this? [y/N/a] '] * 3
        out.toString().endsWith('[1, 2, 3]\n')
        err.toString().contains('cluster ehpc-hz-localdemo1\n\n  line 4  run  1 call\n    command    "true" (4 bytes)\n')
    }

    def 'output for programs contains no questions'() {
        when:
        type([USE, '/plan on', '/set output json', "run 'echo hi' on nodes.login"], 'y')

        then:
        (new JsonSlurper().parse(out.toByteArray()) as List<Map>)*.output == ['hi\n']
    }

    def 'Ctrl-C during a question sends nothing, regardless of the answer: #answer'() {
        given:
        stopping = true

        when:
        type([USE, 'def a = 1', '/plan on', "a = 2; run 'true' on nodes.login; a = 3", '/plan off', 'println a', 'println commands'], answer)

        then:
        out.toString() == '2\n[]\n'
        err.toString().contains("[3]:1: the entry was interrupted: run 'true' was not approved: nothing was sent\n")

        where:
        answer << ['', 'y', 'a']
    }

    def 'an entry of /edit is in the history, where the next /edit finds it, and in a saved script'() {
        given:
        Path file = home.resolve('kept.ehpc')

        when:
        type(["println 'one'", '/edit', '/edit', "/save $file"])

        then:
        out.toString() == 'one\ntwo\nthree\n'
        Files.readString(file) == "println 'one'\nprintln 'two'\nprintln 'three'\n"
    }

    def '--debug prints the stack traces of failures, not of errors in the input'() {
        when:
        type(['/debug on', 'nothing', '/nothing', '/debug off'])

        then:
        err.toString().contains("unknown word 'nothing'")
        !err.toString().contains('\tat ')

        when:
        type(['/debug on', "throw new IllegalStateException('x')"])

        then:
        err.toString().contains('\tat ')
    }

    def 'the name of a cluster does not steer the terminal'() {
        given:
        InteractiveSession session = new InteractiveSession()
        session.use('\u001b[31mred\nx')
        Account account = new Account(ConnectionOptions.defaults().environment([:]).home(home).local(LocalOptions.defaults()))

        expect:
        Prompt.of(account, session.context(), false).plain() == 'local:\\u001b[31mred\\nx> '

        cleanup:
        account.close()
    }

    def 'a cluster that is not there is not chosen: #entry'() {
        when:
        type([USE, entry, 'id'])

        then:
        err.toString().contains(message)
        typist.prompts*.plain().tail().unique() == ['local:ehpc-hz-localdemo1> ']
        out.toString() == 'ehpc-hz-localdemo1\n'

        where:
        entry                                    | message
        "cluster('ehpc-hz-localdemo2')"          | "cluster 'ehpc-hz-localdemo2' not found in cn-hangzhou; did you mean 'ehpc-hz-localdemo1'?\n"
        "def z = 'zebra'; cluster z"              | "cluster 'zebra' not found in cn-hangzhou; known: ehpc-hz-localdemo1, ehpc-hz-localhybrid\n"
    }

    def 'exit, quit and help work as in other shells'() {
        when:
        type(['help run', 'exit', "println 'late'"])

        then:
        out.toString().startsWith('run, in a cluster block\n')
        !out.toString().contains('late')
    }

    def 'a name of ones own is no command'() {
        when:
        type(['def exit = 1', 'exit', "println 'still here'"])

        then:
        out.toString() == '1\nstill here\n'
    }

    def 'a selected region is reported, with the cluster that is left'() {
        when:
        type([USE, "region 'cn-hangzhou'", 'clusters*.id'])

        then:
        err.toString().contains('\nregion cn-hangzhou; left cluster ehpc-hz-localdemo1\n')
        out.toString() == '[ehpc-hz-localdemo1, ehpc-hz-localhybrid]\n'
    }

    def 'a loaded script is part of a saved script'() {
        given:
        Path loaded = home.resolve('loaded.ehpc')
        Files.writeString(loaded, "#!/usr/bin/env ehpc\ndef who() { 'me' }\nprintln 'loaded'\n")
        Path file = home.resolve('kept.ehpc')

        when:
        type(["/load $loaded", 'println who()', "/save $file"])

        then:
        out.toString() == 'loaded\nme\n'
        Files.readString(file) == "def who() { 'me' }\n\nprintln 'loaded'\nprintln who()\n"
        !err.toString().contains('problems as a script')
    }

    def 'a cluster that a loaded script chooses must be there'() {
        given:
        Path loaded = home.resolve('loaded.ehpc')
        Files.writeString(loaded, "cluster('ehpc-hz-localdemo2')\n")

        when:
        type([USE, "/load $loaded", 'id'])

        then:
        err.toString().contains("cluster 'ehpc-hz-localdemo2' not found in cn-hangzhou; did you mean 'ehpc-hz-localdemo1'?\n")
        out.toString() == 'ehpc-hz-localdemo1\n'
    }

    def 'nodes are objects for machines: #form'() {
        when:
        type(["/set output $form", USE, 'nodes.login'])

        then:
        out.toString().contains(part)

        where:
        form   | part
        'json' | '"name": "login0"'
        'yaml' | 'name: "login0"'
    }

    def 'a cluster that does not exist leaves the declarations of the session unchanged'() {
        when:
        type([USE, "postScript 'https://b.oss-cn-hangzhou.aliyuncs.com/first.sh'", "cluster('ehpc-hz-localdemo2')",
              "postScript 'https://b.oss-cn-hangzhou.aliyuncs.com/second.sh'", 'println api.getPostScripts().toString().findAll(/\\w+\\.sh/)'])

        then:
        out.toString() == '[first.sh, second.sh]\n'
    }

    def 'a cluster that is not there is not chosen by an entry that fails there'() {
        when:
        type([USE, "cluster('ehpc-hz-localdemo2')\nrun 'true' on nodes", 'id'])

        then:
        err.toString().contains('ClusterNotFound')
        err.toString().contains("cluster 'ehpc-hz-localdemo2' not found in cn-hangzhou; did you mean 'ehpc-hz-localdemo1'?\n")
        out.toString() == 'ehpc-hz-localdemo1\n'
    }

    def 'a region that is not there is not chosen, and the cluster before stays'() {
        when:
        type([USE, "region 'cn-shanghai'\ncluster('ehpc-hz-localdemo2')", 'nodes.size()'])

        then:
        err.toString().contains("the local service has no region 'cn-shanghai'; did you mean 'cn-hangzhou'?\n")
        out.toString() == '6\n'
    }

    def 'the language selects a cluster only by its id'() {
        when:
        type([entry])

        then:
        err.toString().contains(message)

        where:
        entry                   || message
        "cluster('localdemo1')" || "cluster('localdemo1') expects an id, got a name; /use localdemo1 accepts both"
    }

    def 'a table that is too wide for the terminal comes with the entry that shows all of it'() {
        when:
        type(["cluster('ehpc-hz-localdemo1') { run 'echo a long output that needs more than its place' on nodes.compute }"],
                '', [COLUMNS: '60', TERM: 'dumb'], '12', Format.TABLE)

        then:
        err.toString().contains('1 of 5 columns do not fit; /set output json shows all\n')
    }

    def '/set wraps the descriptions on a narrow terminal'() {
        when:
        type(['/set output'], '', [COLUMNS: '50', TERM: 'dumb'], '12')

        then:
        out.toString().readLines() == [
            'Name    Value  Description',
            'output  text   form of the results: text, table,',
            '               json, ndjson, csv, yaml']
    }

    private int type(List<String> texts, String answer = '', Map<String, String> env = [:], String terminals = '', Format form = Format.TEXT) {
        Console console = new Console(InputStream.nullInputStream(), out, err, [HOME: home.toString(), EDITOR: 'editor'] + env,
                new Terminals(false, terminals))
        ConnectionOptions account = ConnectionOptions.defaults().environment([:]).home(home).local(LocalOptions.defaults())
        ShellConfig config = new ShellConfig(console, account, new Settings(form, ColorMode.NEVER, false, false), '', false, true, true, true)
        typist = new Typist(texts, answer, stopping)
        ShellLoop.run(config, StandardCommands.all()) { shell -> typist }
    }

    /** Types texts, answers every question alike, and edits one to two and two to three. */
    private static class Typist implements Input {

        final List<String> history = []
        final List<String> questions = []
        final List<Prompt> prompts = []
        private final Iterator<String> texts
        private final String answer
        private final boolean stopping
        private Runnable interrupt

        Typist(List<String> texts, String answer, boolean stopping) {
            this.texts = texts.iterator()
            this.answer = answer
            this.stopping = stopping
        }

        Input.Read read(Prompt prompt) {
            prompts << prompt
            if (!texts.hasNext()) {
                return new Input.Ended()
            }
            history << texts.next()
            new Input.Typed(history.last())
        }

        void prompt(Prompt prompt) { prompts.size() }

        String answer(String question) {
            questions << question
            if (stopping) {
                Thread.start { interrupt.run() }
                while (!Thread.currentThread().interrupted) {
                    Thread.onSpinWait()
                }
            }
            answer
        }

        List<String> history() { history }

        void remember(String text) { history << text }

        void atInterrupt(Runnable action) { interrupt = action }

        int launch(List<String> program, Optional<String> text) {
            Path file = Path.of(program.last())
            Files.writeString(file, Files.readString(file).replace('two', 'three').replace('one', 'two'))
            0
        }

        int height() { 30 }

        void clear() { history.clear() }

        void show(String lines) { lines.length() }

        boolean isTyping() { false }

        void close() { prompts.size() }
    }
}
