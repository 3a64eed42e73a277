package ehpc.repl

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** What a terminal does to the shell: keys, pastes, sizes, signals. */
@Timeout(180)
@Requires({ Tmux.installed })
class ShellKeysSpec extends Specification {

    private static final String CLUSTER = "cluster('ehpc-hz-localdemo1')"
    private static final String HERE = 'local:ehpc-hz-localdemo1>'
    private static final String SCRIPT = """\
        def size(x) {
            if (x) {
                return '''a
           }
          b'''.length()
            }
            else {
                return 2
            }
        }
        [size(1), size(0)]
            .collect { it * 10 }
        if (size(0) == 3) {
        \tprintln 'three'
        }
        else {
        \tprintln 'two'
        }
        """.stripIndent()

    @Shared
    @TempDir
    Path directory

    @Shared
    Installation installation

    @TempDir
    Path home

    @AutoCleanup
    Tmux terminal

    @AutoCleanup
    Tmux other

    def setupSpec() {
        installation = new Installation(directory.resolve('an installation'))
    }

    def 'Ctrl-C drops one line, and shows one prompt'() {
        given:
        start()

        when:
        (1..5).each { n ->
            terminal.type("dropped $n")
            terminal.until { lines -> lines.any { it == "local> dropped $n" } }
            terminal.press('C-c')
            terminal.until { it.last() == 'local>' }
        }
        terminal.enter("println 'kept'")

        then:
        List<String> lines = terminal.until { 'kept' in it && it.last() == 'local>' }
        lines.count { it.startsWith('local>') } == 7
        lines.count { it == 'local>' } == 1
    }

    def 'text pasted before a question does not answer it, and keeps its order'() {
        given:
        start()
        terminal.enter(CLUSTER)
        terminal.until { it.last() == HERE }
        terminal.enter('/plan on')
        terminal.until { it.last() == HERE }

        when:
        terminal.pasteAsKeys("run 'echo sent' on nodes.login\nprintln 1234567\ny\n")

        then:
        terminal.until { it.any { line -> line.endsWith('send this? [y/N/a]') } }

        when:
        terminal.enter('n')
        List<String> lines = terminal.until { it.any { line -> line.contains("unknown word 'y'") } && it.last() == HERE }

        then:
        lines.any { it.contains("run 'echo sent' was not approved: nothing was sent") }
        lines.count('1234567') == 1
        !('  sent' in lines)
    }

    def 'a script that is pasted as if it were typed runs unchanged'() {
        given:
        start()

        when:
        terminal.pasteAsKeys(SCRIPT)

        then:
        List<String> lines = terminal.until { it.contains('two') && it.last() == 'local>' }
        '[100, 20]' in lines
        '     >    }' in lines
        !lines.any { it.contains('[syntax]') || it.contains('unknown') }

        when: 'more is pasted behind an entry that takes its time'
        terminal.pasteAsKeys("sleep(1000)\nprintln 'first'\nprintln 'second'\n")

        then:
        List<String> more = terminal.until { 'second' in it && it.last() == 'local>' }
        more.indexOf('first') == more.indexOf("local> println 'first'") + 1
        more.indexOf('second') == more.indexOf("local> println 'second'") + 1
    }

    def 'a pause within the blanks of a pasted line loses none of them'() {
        given:
        start()

        when:
        terminal.pasteAsKeys("def text = '''x\n").untilLast('     >')
        terminal.pasteAsKeys(' ').untilCursor(8, 3)
        terminal.pasteAsKeys("  y'''\nprintln text.length()\n")

        then:
        '6' in terminal.until { it.last() == 'local>' && it.size() > 5 }
    }

    def 'a terminal of another size shows an entry once, and the cursor where it was'() {
        given:
        start()
        terminal.enter(CLUSTER).untilLast(HERE)
        terminal.press('C-l').untilCursor(26, 0)
        String text = 'a text of forty-one columns, that is long '
        terminal.type("println '${text * 3}'").press('Left')

        when:
        [60, 33, 20, 47, 100].each { int columns ->
            terminal.resize(columns, 30).until { it.join('').count('a text of') == 3 && it.first() == expected(columns, text) }
        }

        then:
        terminal.untilCursor((26 + 9 + 42 * 3) % 99, 1)
        terminal.lines.join('') == "$HERE println '${text * 3}'  println VALUE  Writes a line to the script's output."

        when: 'the list of candidates is open'
        terminal.press('C-c').untilLast(HERE)
        terminal.press('C-l').untilCursor(26, 0)
        terminal.type('nodes.co').press('Tab').until { it.any { line -> line ==~ /compute +The nodes that run.*/ } }
        terminal.press('Tab').untilLine("$HERE nodes.compute")
        terminal.resize(40, 20).untilCursor(0, 1)
        terminal.resize(100, 30).untilCursor(39, 0)

        then:
        terminal.lines.count { it.contains('nodes.compute') } == 1
    }

    def 'a small terminal shows what it can'() {
        given:
        start()

        when:
        terminal.resize(20, 5).type("println 'a text that is rather long, and needs six rows and more'").press('Enter')
        terminal.resize(100, 30)

        then:
        terminal.until { it.count('a text that is rather long, and needs six rows and more') == 1 && it.last() == 'local>' }
    }

    def 'candidates are listed one per line with descriptions, as many as fit the screen, and Tab steps through all'() {
        given:
        start()
        terminal.resize(100, 12)

        when:
        terminal.type('api.').press('Tab')

        then:
        List<String> lines = terminal.until { it.last() ==~ /… and 9\d more; Tab steps through all/ }
        lines.drop(lines.indexOf('local> api.')).size() == 11
        lines.any { it ==~ /addQueue +Create a queue that jobs can be submitted to/ }

        when:
        terminal.type('listQ')

        then:
        terminal.until { it.last() ==~ /listQueues +\S.*/ && it[-2] == 'local> api.listQ' }

        when:
        terminal.press('BSpace', 'BSpace', 'BSpace', 'BSpace', 'BSpace').until { it.last() ==~ /… and 9\d more; .*/ }
        terminal.press('Tab').until { it.last() ==~ /… 1 of 10\d/ }
        terminal.press('BTab')

        then:
        terminal.until { it.last() ==~ /… (10\d) of \1/ }.any { it.startsWith('local> api.') }
    }

    def 'vi mode moves and changes as vi does'() {
        given:
        start()
        terminal.enter('/set editing vi').untilLast('local>')

        when:
        terminal.type("println 'one two'").press('Escape').type('bbcwthree').press('Escape').type('0')

        then:
        terminal.untilLine("local> println 'three two'")
        terminal.untilCursor(7, 3)

        when:
        terminal.press('Enter').untilLine('three two')
        terminal.press('Escape').type('k').until { it.count("local> println 'three two'") == 2 }
        terminal.type('A').press('BSpace').type("!'").press('Enter')

        then:
        terminal.until { 'three two!' in it && it.last() == 'local>' }
    }

    def 'Ctrl-R finds an entry, Enter runs it'() {
        given:
        start()
        terminal.enter("println 'one'").untilLine('one')
        terminal.enter("println 'two'").untilLine('two')

        when:
        terminal.press('C-r').type('one').untilLine('bck-i-search: one_')
        terminal.press('Enter')

        then:
        terminal.until { it.count('one') == 2 && it.last() == 'local>' }

        when:
        terminal.press('C-r').type('two').untilLine('bck-i-search: two_')
        terminal.press('C-c')

        then:
        terminal.until { it.last() == 'local>' && it[-2] == "local> println 'two'" }
    }

    @Requires({ Files.exists(Path.of('/usr/bin/less')) })
    def 'with /set pager on, values longer than the screen are shown by a pager'() {
        given:
        start()
        terminal.enter('/set pager on').untilLast('local>')

        when:
        terminal.enter('(1..200).collect { [n: it] }')

        then:
        List<String> page = terminal.untilLast(':')
        page.first().trim() == 'n'
        page[-2].trim() == '28'

        when:
        terminal.press('q').untilLast('local>')
        terminal.enter("println 'after'")

        then:
        terminal.untilLine('after')
    }

    def 'Alt-Enter begins a line, Ctrl-D deletes and ends only an empty entry'() {
        given:
        start()

        when:
        terminal.type('def a = 6').press('M-Enter').type('a * 78').press('Left', 'C-d').untilLast('     > a * 7')
        terminal.press('C-d', 'Enter')

        then:
        terminal.until { '42' in it && it.last() == 'local>' }

        when:
        terminal.press('C-d')

        then:
        terminal.untilLast('ended with 0')
    }

    def 'a terminal that goes away ends the shell, and nothing that was run is lost'() {
        given:
        start()
        terminal.enter("println 'kept'").untilLine('kept')
        ProcessHandle shell = terminal.processes.find { it.info().command().orElse('').endsWith('/java') }

        when:
        terminal.type('half a line').untilLast('local> half a line')
        Ended.of(Ended.start(['kill', '-HUP', shell.pid().toString()], [:], directory))

        then:
        shell.onExit().get(30, TimeUnit.SECONDS)
        Files.readAllLines(home.resolve('.local/state/ehpc/history')) == ["println 'kept'"]
        terminal.until { it.takeRight(2) == ['local> half a line', 'ended with 129'] }
    }

    def 'a signal that ends the shell leaves the terminal as Ctrl-D does: #signal'() {
        given:
        Path sent = directory.resolve("sent-$signal")
        start()
        ProcessHandle shell = terminal.processes.find { it.info().command().orElse('').endsWith('/java') }

        when:
        terminal.type('half').untilLast('local> half')
        terminal.record(sent)
        Ended.of(Ended.start(['kill', "-$signal".toString(), shell.pid().toString()], [:], directory))

        then:
        terminal.until { it.takeRight(2) == ['local> half', "ended with $code".toString()] }
        ['\u001B[?1l\u001B>', '\u001B[?2004l'].every { Files.readString(sent).contains(it) }

        where:
        signal | code
        'TERM' | 143
        'HUP'  | 129
    }

    def 'a signal that ends the shell reports the running commands: #signal'() {
        given:
        start()
        ProcessHandle shell = terminal.processes.find { it.info().command().orElse('').endsWith('/java') }

        when:
        terminal.enter("cluster('ehpc-hz-localdemo1') { run 'exec sleep 300' on node('login0') }")
        terminal.until { lines -> lines.any { it.contains('running 1') } }
        Ended.of(Ended.start(['kill', "-$signal".toString(), shell.pid().toString()], [:], directory))

        then:
        terminal.until { lines ->
            lines.join('') =~ /ehpc: command c-\S+ on login0 \(1\) ends with the local service/ &&
                lines.last().endsWith("ended with $code")
        }

        where:
        signal | code
        'TERM' | 143
        'HUP'  | 129
    }

    def 'Ctrl-Z suspends the shell, and fg resumes it'() {
        given:
        String line = "bash --norc --noprofile -i -c 'PS1=; set -m; exec bash --norc --noprofile -i'"
        terminal = new Tmux(directory.resolve('tmux'), installation.env + [HOME: home.toString(), PS1: '\\$ '], line)
        terminal.enter("'$installation.launcher' --local --local-exec host").untilLast('local>')

        when:
        terminal.type('6 * (').press('Enter').untilLast('     >')
        terminal.type('7').press('C-z')

        then:
        terminal.until { it.any { text -> text.contains('Stopped') } }

        when:
        terminal.enter('fg').untilLast('     >     7')
        terminal.type(')').press('Enter')

        then:
        terminal.until { '42' in it && it.last() == 'local>' }
    }

    def 'two shells at the same time keep the history of both'() {
        given:
        start()
        other = Shells.open(installation, directory, home)
        other.untilLast('local>')

        when:
        terminal.enter("println 'here'").untilLine('here')
        other.enter("println 'there'").untilLine('there')
        terminal.enter("println 'here again'").untilLine('here again')

        then:
        Files.readAllLines(home.resolve('.local/state/ehpc/history')) == ["println 'here'", "println 'there'", "println 'here again'"]
    }

    private void start() {
        terminal = Shells.open(installation, directory, home)
        terminal.untilLast('local>')
    }

    /** The first row of the entry in a terminal of so many columns. */
    private static String expected(int columns, String text) {
        "$HERE println '${text * 3}'".take(columns - 1).stripTrailing()
    }
}
