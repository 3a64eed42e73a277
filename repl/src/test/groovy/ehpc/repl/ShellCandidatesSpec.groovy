package ehpc.repl

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Events while candidates are listed, text is pasted, or a thread asks. */
@Timeout(180)
@Requires({ Tmux.installed })
class ShellCandidatesSpec extends Specification {

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

    def setup() {
        terminal = Shells.open(installation, directory, home)
        terminal.untilLast('local>')
    }

    def 'Ctrl-C drops the text below which candidates are listed, or walked through, in a terminal of another size too'() {
        when:
        terminal.type('api.').press('Tab').until { it.last() ==~ /… and \d+ more; Tab steps through all/ }
        terminal.press('C-c')

        then:
        terminal.untilLast('local>').count { it.startsWith('addQueue') } == 0

        when:
        terminal.type('api.').press('Tab').until { it.last() ==~ /… and \d+ more; Tab steps through all/ }
        terminal.press('Tab').until { it.last() ==~ /… 1 of \d+/ }
        terminal.resize(70, 20).until { it.any { line -> line.startsWith('local> api.addExistedNodes') } }
        terminal.press('C-c').untilLast('local>')
        terminal.resize(100, 30)
        terminal.type('6 * 7').press('Enter')

        then:
        terminal.until { '42' in it && it.last() == 'local>' }
    }

    def 'the first Tab on the id of a cluster completes it as soon as the service has answered'() {
        when:
        terminal.type("cluster('ehpc-hz-localh").press('Tab')

        then:
        terminal.until { it.any { line -> line.startsWith("local> cluster('ehpc-hz-localhybrid'") } }
    }

    def 'users and Tab shows all that can be done with users, and deleting one is asked about'() {
        given:
        terminal.enter(CLUSTER).untilLast(HERE)

        when:
        terminal.type('users.').press('Tab')

        then:
        terminal.until { lines -> ['add', 'delete', 'group', 'password'].every { word -> lines.any { it.contains(word) } } }

        when:
        terminal.press('C-c').untilLast(HERE)
        terminal.enter("users.delete 'nobody1'").untilLast('send this? [y/N/a]')
        terminal.enter('n')

        then:
        terminal.until { it.any { line -> line.contains('users.delete was not approved') } }
    }

    def 'the first Tab at the name of a node offers the nodes and the fitting words'() {
        when:
        terminal.enter(CLUSTER).untilLast(HERE)
        terminal.type("run 'true' on node(").press('Tab')

        then:
        terminal.until { it.any { line -> line.contains("'compute000'") } }
    }

    def 'a paste of commands and entries runs in parts, up to the first failure'() {
        when:
        terminal.paste('''\
            /use ehpc-hz-localdemo1
            /set output json
            def f() {
                6 * 7
            }
            /set output text
            println nodes.size() + f()
            '''.stripIndent()).press('Enter')

        then:
        terminal.until { '48' in it && it.last() == HERE }

        when:
        terminal.press('C-l').paste("def x = 1\n/use no-such\nprintln 'more'\n").press('Enter')

        then:
        List<String> lines = terminal.until { 'the rest of the input was not run: 1 part' in it && it.last() == HERE }
        !('more' in lines)
    }

    def 'the words of a thread that the entry does not wait for are refused, without a question'() {
        given:
        terminal.enter(CLUSTER).untilLast(HERE)
        terminal.enter('/plan on').until { it.last() == HERE && it[-2].startsWith('each step') }

        when:
        terminal.enter("def t = Thread.startDaemon { sleep 500; run 'echo sent' on nodes.manager }; null")

        then:
        terminal.until { it.any { line -> line.contains("'run' is not allowed in a thread that the script starts") } && it.last() == HERE }

        when:
        terminal.enter('commands.size()')

        then:
        terminal.until { '0' in it && it.last() == HERE }
    }
}
