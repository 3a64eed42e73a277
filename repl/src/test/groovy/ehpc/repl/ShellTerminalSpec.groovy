package ehpc.repl

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** The shell in a real terminal, driven by keys as a person would. */
@Timeout(180)
@Requires({ Tmux.installed })
class ShellTerminalSpec extends Specification {

    private static final String CLUSTER = "cluster('ehpc-hz-localdemo1')"
    private static final String HERE = 'local:ehpc-hz-localdemo1>'

    @Shared
    @TempDir
    Path directory

    @Shared
    Installation installation

    @TempDir
    Path home

    @AutoCleanup
    Tmux terminal

    def setupSpec() {
        installation = new Installation(directory.resolve('an installation'))
    }

    def 'a user types immediately, corrects, completes, runs, and leaves'() {
        when:
        start()
        terminal.enter(CLUSTER).enter("run 'echo hi; echo \"\$0\" >&2' on nodes.compute")

        then:
        List<String> first = terminal.until { it && it.last() == HERE && it.any { line -> line.startsWith('_1') } }
        first[first.findIndexOf { it.startsWith('ehpc ') }] ==~ /ehpc \S+ · local service \(this machine\) · cn-hangzhou/
        'compute[000-003] (4)' in first
        '  hi' in first
        first.any { it ==~ /_1 · 4 of 4 nodes ok( · [0-9.]+ s)?/ }

        when: 'a slip is told where it is, and corrected'
        terminal.enter("rum 'x' on nodes")

        then:
        terminal.untilLine("[3]:1:1: unknown word 'rum'; did you mean 'run'? [unknown-word]")

        when:
        terminal.press('Up').until { it.count("$HERE rum 'x' on nodes") == 2 }
        terminal.press('C-a', 'Right', 'Right', 'Right', 'BSpace').type('n').press('C-e').type('.co').press('Tab')

        then:
        terminal.until { it.any { line -> line.startsWith("$HERE run 'x' on nodes.co") } }

        when: 'the line is dropped, and another one is to begin with whatever fits'
        terminal.press('C-c').untilLast(HERE)
        terminal.press('Tab')

        then:
        terminal.until { it.any { line -> line =~ /\bsyncUsers\b/ } }

        when: 'the shell is left'
        terminal.press('C-c').untilLast(HERE)
        terminal.press('C-d')

        then:
        terminal.untilLast('ended with 0')
    }

    def 'a pasted script and a block are one entry each, and come back from the history of another shell'() {
        given:
        Path config = Files.createDirectories(home.resolve('.config/ehpc'))
        Files.writeString(config.resolve('init.ehpc'), "def greeting = 'hello'\nprintln 'the file was here'\nprintln broken\n")

        when:
        start()

        then:
        terminal.until { it.join('').contains("$config/init.ehpc:3:9: unknown word 'broken'") && it.last() == 'local>' }

        when:
        Files.writeString(config.resolve('init.ehpc'), "def greeting = 'hello'\nprintln 'the file was here'\n")
        terminal.press('C-d').untilLast('ended with 0')
        terminal.close()
        start()
        terminal.untilLast('local>')
        terminal.paste('def f(name) {\n    "to ${name}"\n}\n\nprintln f(greeting)\n')

        then:
        terminal.untilLine('     > println f(greeting)')

        when:
        terminal.press('Enter')

        then:
        List<String> shown = terminal.until { 'to hello' in it && it.last() == 'local>' }
        'the file was here' in shown

        when: 'a block is typed, which gets its indent by itself'
        terminal.enter('[1, 2].each {').untilLast('     >')
        terminal.enter('println it * 10').untilLast('     >')
        terminal.enter('}')

        then:
        List<String> block = terminal.until { '20' in it && it.last().startsWith('local>') }
        '     >     println it * 10' in block
        '     > }' in block

        when:
        terminal.enter("def k = secret('HOME')").enter(' println 1').press('C-d').untilLast('ended with 0')
        Path history = home.resolve('.local/state/ehpc/history')

        then:
        Files.readAllLines(history) == [
            'def f(name) {\\n    "to ${name}"\\n}\\n\\nprintln f(greeting)',
            '[1, 2].each {\\n    println it * 10\\n}',
        ]
        PosixFilePermissions.toString(Files.getPosixFilePermissions(history)) == 'rw-------'
        PosixFilePermissions.toString(Files.getPosixFilePermissions(history.parent)) == 'rwx------'

        when: 'another shell begins'
        terminal.close()
        start('--no-rc')
        terminal.untilLast('local>')
        terminal.type('[1').press('Up')

        then:
        List<String> again = terminal.untilLine('     > }')
        'local> [1, 2].each {' in again
        !('the file was here' in again)
    }

    def 'Ctrl-C stops waiting for a run and reports the commands that continue; the terminal may change its size meanwhile'() {
        given:
        start()
        terminal.enter(CLUSTER).untilLast(HERE)

        when:
        terminal.enter("run 'sleep 30' on nodes.compute")
        terminal.until { it.any { line -> line ==~ /sleep 30  done 0\/4, running 4  0:0\d/ } }
        terminal.resize(60, 20)
        terminal.until { it.any { line -> line ==~ /sleep 30  done 0\/4, running 4  0:0\d/ } }
        terminal.resize(100, 30).press('C-c')

        then:
        List<String> told = terminal.until { it && it.last() == HERE && 'stopped by Ctrl-C' in it }
        told.any { it.startsWith('no longer waiting for command c-') }
        told.count { it.startsWith('sleep 30  done') } == 0

        when: 'the shell is alive'
        terminal.enter('6 * 7')

        then:
        terminal.until { '42' in it && '_1' in it && it.last() == HERE }

        when:
        terminal.type("println 'a text that is long").untilLine("$HERE println 'a text that is long")
        terminal.resize(50, 20).untilLine(' long')
        terminal.type(" enough'").untilLine(" long enough'")
        terminal.resize(100, 30)

        then:
        terminal.untilLine("$HERE println 'a text that is long enough'").count { it.contains('a text that') } == 1

        when:
        terminal.press('C-c').untilLast(HERE)
        terminal.press('C-d')

        then:
        terminal.untilLast('ended with 0').any { it ==~ /command c-\S+ on compute\[000-003] \(4\) ends with the local service/ }
    }

    def 'with /plan on each step is shown and waits for an answer, and Ctrl-C is a no'() {
        given:
        start()
        terminal.enter(CLUSTER).untilLast(HERE)
        terminal.enter('def l = []').enter('/plan on').until { it.last() == HERE && it[-2].startsWith('each step that changes something') }

        when:
        terminal.enter('l << 1; run "echo ${l.size()}" on nodes.login')

        then:
        List<String> shown = terminal.untilLast('send this? [y/N/a]')
        shown[-10..-6] == ['cluster ehpc-hz-localdemo1', '', '  line 1  run  1 call', /    command    "echo '1'" (8 bytes)/,
                           '    nodes      login0 (1)']

        when:
        terminal.enter('y')

        then:
        terminal.until { 'login0 (1)' in it && '  1' in it && it.last() == HERE && it[-2].startsWith('_1 ') }

        when:
        terminal.press('C-l').enter('l << 2; run "echo ${l.size()}" on nodes.login').untilLast('send this? [y/N/a]')
        terminal.enter('n')

        then:
        terminal.until { it.any { line -> line == "[4]:1: run 'echo '2'' was not approved: nothing was sent" } && it.last() == HERE }

        when:
        terminal.press('C-l').enter('l << 3; run "echo ${l.size()}" on nodes.login').untilLast('send this? [y/N/a]')
        terminal.press('C-c')

        then:
        List<String> stopped = terminal.until { "[5]:1: run 'echo '3'' was not approved: nothing was sent" in it && it.last() == HERE }
        !('stopped by Ctrl-C' in stopped)

        when: 'a branch waits for an answer while another one runs, and tells what it brought'
        Path begun = directory.resolve('begun')
        Path end = directory.resolve('end')
        String first = "touch $begun; until test -e $end; do sleep 0.1; done; echo first"
        terminal.press('C-l').enter("parallel { cluster('ehpc-hz-localdemo1') { run '$first' on nodes.login }; "
                + "cluster('ehpc-hz-localhybrid') { while (!new File('$begun').exists()) { sleep 10 }; run 'true' on nodes.login } }")
        terminal.until { it.last() == 'send this? [y/N/a]' && 'cluster ehpc-hz-localdemo1' in it }
        terminal.enter('y').until { it.last() == 'send this? [y/N/a]' && 'cluster ehpc-hz-localhybrid' in it }

        and:
        Files.createFile(end)

        then:
        List<String> both = terminal.until { '  first' in it && it.last() == 'send this? [y/N/a]' }
        !both.any { it.contains('done 0/1') }

        when:
        terminal.enter('n')

        then:
        terminal.until {
            it.any { line -> line.contains("run 'true' was not approved: it was not sent, 1 step before it was") } && it.last() == HERE
        }
    }

    def 'a terminal that knows nothing but text gets nothing else'() {
        given:
        start([TERM: 'dumb'])
        terminal.untilLast('local>')

        when:
        terminal.enter(CLUSTER).untilLast(HERE)
        terminal.enter("run 'echo hi' on nodes.compute").until { it.any { line -> line.startsWith('_1') } && it.last() == HERE }
        terminal.enter('[1, 2].each {').untilLast('                        >')
        terminal.enter('println it').enter('}')

        then:
        List<String> shown = terminal.until { '2' in it && it.last() == HERE }
        'compute[000-003] (4)' in shown
        !terminal.colored.contains('\u001B[')

        when: 'a question is answered with Ctrl-C, then with no, then with yes'
        terminal.enter('/plan on').enter("run 'echo 1' on nodes.login").untilLast('send this? [y/N/a]')
        terminal.press('C-c').until { it.any { line -> line.contains("run 'echo 1' was not approved: nothing was sent") } && it.last() == HERE }
        terminal.enter("run 'echo 2' on nodes.login").untilLast('send this? [y/N/a]')
        terminal.enter('n').until { it.any { line -> line.contains("run 'echo 2' was not approved: nothing was sent") } && it.last() == HERE }
        terminal.enter("run 'echo 34' on nodes.login").untilLast('send this? [y/N/a]')
        terminal.enter('y')

        then:
        terminal.until { '  34' in it && it.last() == HERE }

        when:
        terminal.press('C-d')

        then:
        terminal.untilLast('ended with 0')
    }

    def 'a terminal that this machine does not know is shown the banner and nothing of a library, and its keys work: #name'() {
        given:
        Path programs = Files.createDirectories(home.resolve('programs'))
        ['sh', 'readlink', 'sed', 'cksum', 'tr', 'stty'].each { Files.createSymbolicLink(programs.resolve(it), Path.of('/usr/bin', it)) }
        start([TERM: name] + (infocmp ? [:] : [PATH: programs.toString(), JAVA_HOME: System.getProperty('java.home')]))

        when:
        terminal.untilLast('local>')

        then:
        terminal.allLines.take(terminal.allLines.findIndexOf { it.startsWith('ehpc ') }).every { it.startsWith('ehpc: preparing') }
        terminal.allLines.size() <= 4

        when:
        terminal.type('* 7').press('Home').type('6 ').press('Enter')

        then:
        terminal.until { '42' in it && it.last() == 'local>' }

        where:
        name          | infocmp
        'xterm-kitty' | true
        'linux'       | false
    }

    def 'with NO_COLOR there are no colours'() {
        given:
        start([NO_COLOR: '1'])
        terminal.untilLast('local>')

        when:
        terminal.enter('def x = 1').enter('x + y')

        then:
        terminal.until { it.any { line -> line.contains("unknown word 'y'") } && it.last() == 'local>' }
        !(terminal.colored =~ /\u001B\[[0-9;]*3[0-9]m/)
    }

    private void start(Map<String, String> env = [:], String words = '') {
        terminal = Shells.open(installation, directory, home, env, words)
    }

    private void start(String words) {
        start([:], words)
    }
}
