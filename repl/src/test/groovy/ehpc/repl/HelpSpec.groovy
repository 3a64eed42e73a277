package ehpc.repl

import ehpc.api.Catalogue
import ehpc.repl.internal.failure.ExitCode
import spock.lang.Specification

class HelpSpec extends Specification {

    def '#line shows the page of ehpc with every option, command and exit code'() {
        when:
        Ended ended = Cli.call(line.tokenize() as String[])

        then:
        ended.code() == 0
        ended.err() == ''
        ended.out().startsWith('Usage: ehpc [OPTION...] [run] FILE [ARG...]\n')
        ['--local', '--nodes', '--local-exec', '--profile', '--region', '--endpoint', '--output', '--color', '--quiet', '--trace',
            '--no-input', '--help', '--version'].every { ended.out() =~ /\n +(-\w, )?+ *$it\b/ }
        ['run', 'check', 'call', 'help', 'local'].every { ended.out() =~ /\n  $it +\S/ }
        ExitCode.values().every { ended.out() =~ /\n +${it.number()}   \Q${it.meaning()}\E\n/ }

        where:
        line << ['--help', '-h', 'help', '--quiet --help', '--local -h']
    }

    def '#line shows the page of a command without the options that all have'() {
        when:
        Ended ended = Cli.call(line.tokenize() as String[])

        then:
        ended.code() == 0
        ended.out().startsWith(start)
        ended.out().contains(own)
        !ended.out().contains('--region')

        where:
        line           || start                                            | own
        'help run'     || 'Usage: ehpc [OPTION...] [run] FILE [ARG...]\n'  | '-e=TEXT'
        'run --help'   || 'Usage: ehpc [OPTION...] [run] FILE [ARG...]\n'  | '-e=TEXT'
        'help run'     || 'Usage: ehpc [OPTION...] [run] FILE [ARG...]\n'  | '--diff '
        'help run'     || 'Usage: ehpc [OPTION...] [run] FILE [ARG...]\n'  | '--maxrc '
        'help check'   || 'Usage: ehpc check FILE...\n'                    | '-e=TEXT'
        'help call'    || 'Usage: ehpc [OPTION...] call OPERATION '        | '--all-pages'
        'call -h'      || 'Usage: ehpc [OPTION...] call OPERATION '        | '--all-pages'
        'local --help' || 'Usage: ehpc local [--port N]'                   | '--data=DIR'
        'help help'    || 'Usage: ehpc help '                              | 'TOPIC'
    }

    def '#line shows the page of an operation out of the catalogue'() {
        when:
        Ended ended = Cli.call(line.tokenize() as String[])

        then:
        ended.code() == 0
        ended.out().startsWith('InvokeShellCommand\n  ')
        ended.out().contains('\nRequired parameters\n  ClusterId ')
        ended.out().contains('\nErrors\n  ')

        where:
        line << ['help InvokeShellCommand', 'call InvokeShellCommand --help', 'call --help InvokeShellCommand']
    }

    def 'every operation is listed with its line and has a page'() {
        when:
        List<String> lines = Cli.call('help', 'operations').out().readLines()

        then:
        lines.size() == 103
        lines.tail()*.tokenize()*.first() == Catalogue.ehpc().names()
        lines.tail().every { it.tokenize().size() > 2 }
        Catalogue.ehpc().names().every { Cli.call('help', it).out().startsWith(it + '\n') }
    }

    def 'a page fits the terminal and has colours there'() {
        when:
        List<String> lines = Cli.call(terminals: '012', env: [COLUMNS: '60', TERM: 'xterm'], 'help', 'ListNodes').out().readLines()

        then:
        lines[0] == '\u001B[1mListNodes\u001B[0m'
        lines*.replaceAll(/\u001B\[\d*m/, '')*.length().max() <= 60
    }

    def 'the version is one line'() {
        expect:
        Cli.call('--version').out() ==~ /ehpc \S+ \(Java \S+, \S+ \S+\)\n/
        Cli.call('-V').out() == Cli.call('--version').out()
    }
}
