package ehpc.repl.internal.shell

import ehpc.repl.internal.failure.UsageException
import spock.lang.Specification

/** Which lines are for the shell itself, and how they find their command. */
class ShellCommandsSpec extends Specification {

    private final List<String> ran = []
    private final ShellCommands commands = new ShellCommands([command('help'), command('history'), command('set'), command('he')])

    def 'a line with a slash or a colon and a letter is for a command: #line'() {
        expect:
        ShellCommands.isCommand(line) == meant

        where:
        line             | meant
        '/help'          | true
        ':help run'      | true
        '  /set x'       | true
        '/?'             | true
        '// a comment'   | false
        '/* a comment'   | false
        '1 / 2'          | false
        '/'              | false
        'a ? b : c'      | false
        ''               | false
    }

    def 'a command is found by its name or a beginning that is its alone: #line'() {
        when:
        commands.run(null, line)

        then:
        ran == [call]

        where:
        line                  | call
        '/help'               | 'help()'
        ':set output  json '  | 'set(output  json)'
        '/hist 3'             | 'history(3)'
        '/he'                 | 'he()'
        ' /set\ta\nb'         | 'set(a\nb)'
    }

    def 'commands of other shells work, unless an entry declared their names: #text'() {
        expect:
        ShellCommands.bare(text, own ? ['help', 'exit'] : []).orElse(null) == command

        where:
        text          | own   || command
        'exit'        | false || '/exit'
        ' quit() '    | false || '/quit'
        'help'        | false || '/help'
        'help nodes.compute' | false || '/help nodes.compute'
        'help shell'  | false || '/help shell'
        'help /use'   | false || '/help /use'
        'help list jobs' | false || '/help list jobs'
        'exit'        | true  || null
        'help run'    | true  || null
        'exit 1'      | false || null
        'exits'       | false || null
        "help 'x'"    | false || null
    }

    def 'names of other shells for exit work'() {
        given:
        ShellCommands all = new ShellCommands([command('exit')])

        expect:
        ['exit', 'quit', 'q', 'e'].every { all.find(it).get().name() == 'exit' }
    }

    def 'an unknown or ambiguous name is reported with the nearest one: #line'() {
        when:
        commands.run(null, line)

        then:
        UsageException e = thrown()
        e.lines() == [message]

        where:
        line    | message
        '/halp' | "unknown command '/halp'; did you mean '/help'?"
        '/h'    | "'/h' is ambiguous: /help, /history, /he"
        ':hlp'  | "unknown command ':hlp'; did you mean ':help'?"
        '/zzzz' | "unknown command '/zzzz'; /help lists the commands"
    }

    private ShellCommand command(String named) {
        new ShellCommand("/$named", "does $named", { Shell shell, String argument -> ran << "$named($argument)".toString() })
    }
}
