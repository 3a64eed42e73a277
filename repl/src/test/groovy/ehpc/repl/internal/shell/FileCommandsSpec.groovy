package ehpc.repl.internal.shell

import ehpc.connect.ConnectionOptions
import ehpc.local.LocalOptions
import ehpc.script.Scripts
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class FileCommandsSpec extends Specification {

    private static final String DEMO = 'ehpc-hz-localdemo1'
    private static final String HYBRID = 'ehpc-hz-localhybrid'

    @TempDir
    Path home

    @AutoCleanup
    QuietShell shell

    def setup() {
        shell = new QuietShell(ConnectionOptions.defaults().environment([:]).home(home).local(LocalOptions.defaults()), [HOME: home.toString()])
    }

    def '/load runs a file under its name'() {
        given:
        Path file = home.resolve('two words.ehpc')
        Files.writeString(file, 'println 1\n')

        expect:
        shell.command("/load $file") == null
        shell.command('/load ~/two words.ehpc') == null
        shell.ran*.name() == [file.toString()] * 2
        shell.ran*.text() == ['println 1\n'] * 2
        shell.command('/load nothing.ehpc') == "script 'nothing.ehpc' not found"
        shell.command('/load') == 'the name of a file must be given'
    }

    def '/save writes the successful entries as a script that runs unchanged, readable only by its owner'() {
        given:
        Path file = home.resolve('kept.ehpc')
        shell.enter('import java.time.Duration')
        shell.enter("def greeting = 'hi'")
        shell.enter('def twice(x) {\n    x + x\n}')
        shell.command("/use $DEMO")
        shell.enter('def r = run "echo ${greeting}" on nodes.login')
        shell.enter('println twice(r.okNodes.size())')
        shell.enter("cluster('$HYBRID') { println id }")

        when:
        String problem = shell.command("/save $file")

        then:
        problem == null
        shell.notes[-1] == "6 entries saved in $file"
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) == 'rw-------'
        Files.readString(file) == """\
            import java.time.Duration

            def twice(x) {
                x + x
            }

            def greeting = 'hi'

            cluster('$DEMO') {
                def r = run "echo \${greeting}" on nodes.login
                println twice(r.okNodes.size())
            }

            cluster('$HYBRID') { println id }
            """.stripIndent()

        when:
        StringBuilder out = new StringBuilder()
        Scripts.compile(file).over(shell.account.ehpc()).output(out).run()

        then:
        out.toString() == "2\n$HYBRID\n".toString()
    }

    def '/save keeps the last of repeated declarations, separates a method from the text after it, and quotes values'() {
        given:
        Path file = home.resolve('kept.ehpc')
        shell.enter('def twice(x) { x + x }')
        shell.enter('class P { int a = 1 }')
        shell.command("/use $DEMO")
        shell.enter('def twice(x) { 2 * x }')
        shell.enter('class P { int a = 2 }')
        shell.enter("def hi(set) { run 'echo hi' on set }; hi(nodes.login)")
        shell.enter('def twice(x, y) { x + y }\nprintln twice(4) + twice(1, 1) + new P().a')
        shell.entries << new HistoryItem('println id', Optional.of("it's\n\\"))

        expect:
        shell.command("/save $file") == null
        shell.notes[-1] == "7 entries saved in $file"
        Files.readString(file) == '''\
            def twice(x) { 2 * x }

            class P { int a = 2 }

            def hi(set) { run 'echo hi' on set }

            def twice(x, y) { x + y }

            cluster('ehpc-hz-localdemo1') {
                hi(nodes.login)
                println twice(4) + twice(1, 1) + new P().a
            }

            cluster('it\\'s\\n\\\\') {
                println id
            }
            '''.stripIndent()
    }

    def '/save asks before it replaces a file, and reports names that a script does not have'() {
        given:
        Path file = home.resolve('kept.ehpc')
        Files.writeString(file, 'before')
        shell.enter('1 + 1')
        shell.enter('println _')

        when:
        shell.command("/save $file")

        then:
        shell.questions == ["$file already exists; replace it? [y/N] ".toString()]
        shell.notes[-1] == 'not saved'
        Files.readString(file) == 'before'

        when:
        shell.answers << 'y'
        shell.command("/save $file")

        then:
        Files.readString(file) == '1 + 1\nprintln _\n'
        shell.notes.contains('it has these problems as a script:')
        shell.notes[-1].startsWith("$file:2:9: unknown word '_'")
    }

    def '/save without entries or a directory is refused'() {
        expect:
        shell.command('/save x.ehpc') == 'no entry has succeeded yet; nothing was saved'

        when:
        shell.enter('1 + 1')

        then:
        shell.command("/save $home") == "'$home' must be a file, is a directory"
        shell.command('/save /nowhere/x.ehpc') == "directory '/nowhere' not found"
    }

    def '/edit shows and runs the text that the editor saved'() {
        given:
        QuietShell editing = shellWith(EDITOR: "sed -i 's/one/two/'")
        editing.history.addAll(["println 'one'", '/use'])

        expect:
        editing.command('/edit') == null
        editing.notes == ["println 'two'"]
        editing.entries*.text() == ["println 'two'"]

        cleanup:
        editing?.close()
    }

    def '/edit with #editor runs nothing'() {
        given:
        QuietShell editing = shellWith(editor ? [VISUAL: editor] : [:])
        editing.history << 'println 1'

        expect:
        editing.command('/edit') == message
        editing.notes == notes
        editing.entries == []

        cleanup:
        editing?.close()

        where:
        editor     || message                                                                        | notes
        'true'     || null                                                                           | ['the text is unchanged; nothing was run']
        'truncate -s 0' || null                                                                      | ['the text is empty; nothing was run']
        'false'    || "editor 'false' ended with exit code 1; nothing was run"                 | []
        'no-such-editor' || "editor 'no-such-editor' ended with exit code 127; nothing was run" | []
        null       || 'no editor is set; set VISUAL or EDITOR, such as EDITOR=vi'      | []
    }

    private QuietShell shellWith(Map<String, String> env) {
        new QuietShell(ConnectionOptions.defaults().environment([:]).home(home).local(LocalOptions.defaults()),
                [HOME: home.toString(), PATH: System.getenv('PATH')] + env)
    }
}
