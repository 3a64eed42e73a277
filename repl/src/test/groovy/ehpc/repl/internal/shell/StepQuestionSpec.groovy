package ehpc.repl.internal.shell

import ehpc.connect.ConnectionOptions
import ehpc.local.LocalOptions
import ehpc.plan.Step
import ehpc.script.InteractiveSession
import ehpc.script.ScriptException
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** The output and the questions of /plan. */
class StepQuestionSpec extends Specification {

    private static final String DEMO = 'ehpc-hz-localdemo1'

    /** What is shown of the steps of an entry. */
    private static final List<String> STEPS = (1..3).collect {
        """\
        cluster $DEMO

          line 1  run  1 call
            command    "echo '$it'" (8 bytes)
            nodes      login0 (1)
            ids        ID
            from       /root, the service's default
            timeout    60 s
            tolerate   0 nodes
        """.stripIndent()
    }

    @TempDir
    Path home

    @AutoCleanup
    QuietShell shell

    def setup() {
        shell = new QuietShell(ConnectionOptions.defaults().environment([:]).home(home).local(LocalOptions.defaults()), [HOME: home.toString()])
    }

    def '/plan shows the changes of an entry, without making them'() {
        when:
        shell.session.use(DEMO)
        shell.command("/plan run 'echo hi' on nodes.login")

        then:
        shell.printed().contains('  line 1  run  1 call\n    command    "echo hi" (7 bytes)\n')
        shell.account.ehpc().cluster(DEMO).commands() == []
    }

    def '/plan refuses changes by the entry itself, unless effects are allowed'() {
        given:
        File file = home.resolve('new').toFile()

        when:
        String refused = shell.command("/plan new File('$file') << 'x'")

        then:
        refused.contains('File.leftShift() changes files, which a plan must not do; the plan stopped before this call')
        !file.exists()

        when:
        shell.command("/plan --allow-effects new File('$file') << 'x'")

        then:
        shell.printed().contains('nothing would change')
        file.text == 'x'
    }

    def 'with plan on, each step of an entry needs approval, and the answers are #answers'() {
        given:
        shell.session.use(DEMO)
        shell.command(command)
        shell.answers.addAll(answers)

        when:
        boolean ran = shell.enter("(1..3).each { run \"echo \${it}\" on nodes.login }")

        then:
        shell.notes[0] == 'each step that changes something is shown for approval before it is sent'
        ran == (sent == 3)
        shell.questions == ['send this? [y/N/a] '] * asked
        shell.err.toString().replaceAll('i-bp1[a-z0-9]+', 'ID') == STEPS.take(asked).join('')
        shell.account.ehpc().cluster(DEMO).commands().size() == sent
        shell.notes.drop(1) == told

        where:
        command        | answers             || asked | sent | told
        '/plan on'     | []                  || 1     | 0    | ["[1]:1: run 'echo '1'' was not approved: nothing was sent"]
        '/plan on'     | ['n']               || 1     | 0    | ["[1]:1: run 'echo '1'' was not approved: nothing was sent"]
        '/plan on'     | ['yeah']            || 1     | 0    | ["[1]:1: run 'echo '1'' was not approved: nothing was sent"]
        '/plan on'     | ['y', 'no']         || 2     | 1    | ["[1]:1: run 'echo '2'' was not approved: it was not sent, 1 step before it was"]
        '/set plan on' | ['y', ' Y ', '']    || 3     | 2    | ["[1]:1: run 'echo '3'' was not approved: it was not sent, 2 steps before it were"]
        '/set plan on' | ['y', 'yes', 'YES'] || 3     | 3    | []
        '/plan on'     | ['a']               || 1     | 3    | []
        '/plan on'     | ['y', 'All']        || 2     | 3    | []
    }

    def 'an abandoned entry asks nothing, and sends nothing more: #answer'() {
        given:
        shell.session.use(DEMO)
        shell.command('/plan on')
        shell.answers << answer
        StepQuestion question = new StepQuestion(shell, shell.waiting)

        when:
        shell.session.compile("run 'true' on nodes.login\nrun 'echo two' on nodes.login").over(shell.account.ehpc()).approval { Step step ->
            boolean sent = question.test(step)
            shell.session = new InteractiveSession()
            sent
        }.run()

        then:
        ScriptException e = thrown()
        e.message.startsWith("[1]:2: run 'echo two' was not approved")
        shell.questions.size() == 1
        shell.account.ehpc().cluster(DEMO).commands().size() == 1

        where:
        answer << ['y', 'a']
    }

    def 'after a no, the commands that continue are listed; not after a yes'() {
        given:
        shell.waiting = { ['command c-1 on login0 (1) continues'] }
        shell.session.use(DEMO)
        shell.command('/plan on')
        shell.answers.addAll(['y', 'n'])

        when:
        shell.enter("run 'true' on nodes.login\nrun 'echo two' on nodes.login")

        then:
        shell.notes.drop(1) == ['command c-1 on login0 (1) continues',
                                "[1]:2: run 'echo two' was not approved: it was not sent, 1 step before it was"]
    }

    def 'all is all of one entry'() {
        given:
        shell.session.use(DEMO)
        shell.command('/plan on')
        shell.answers << 'a'

        expect:
        shell.enter("run 'true' on nodes.login")
        !shell.enter("run 'true' on nodes.login")
        shell.questions.size() == 2
    }

    def 'with plan on, read-only calls need no approval, and plan off ends the questions'() {
        given:
        shell.session.use(DEMO)
        shell.command('/plan on')

        expect:
        shell.enter('println nodes.size()')
        shell.questions == []

        when:
        shell.command('/plan off')

        then:
        shell.enter("run 'true' on nodes.login")
        shell.questions == []
    }
}
