package ehpc.repl

import ehpc.api.Catalogue
import ehpc.language.Vocabulary
import ehpc.repl.internal.shell.command.StandardCommands
import ehpc.repl.internal.failure.ExitCode
import spock.lang.Specification

class HelpSpec extends Specification {

    def '#line shows the page of ehpc with every option, command and exit code'() {
        when:
        Ended ended = Cli.call(line.tokenize() as String[])

        then:
        ended.code() == 0
        ended.err() == ''
        ended.out().startsWith('Usage: ehpc [OPTION...]\n       ehpc [OPTION...] [run] FILE [ARG...]\n')
        ['--local', '--nodes', '--local-exec', '--profile', '--region', '--endpoint', '--output', '--color', '--quiet', '--debug', '--trace',
            '--no-input', '--help', '--version'].every { ended.out() =~ /\n +(-\w, )?+ *$it\b/ }
        ['run', 'check', 'call', 'help', 'whoami', 'local'].every { ended.out() =~ /\n  $it +\S/ }
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
        'help whoami'  || 'Usage: ehpc [OPTION...] whoami'                 | 'shadowed'
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

    def '#line shows the page of a word, with an example'() {
        when:
        Ended ended = Cli.call(line.tokenize() as String[])

        then:
        ended.code() == 0
        ended.err() == ''
        ended.out() == '''\
            waves, after run
              waves SIZE, SIZE, ...

              Sends to a part of the nodes at a time, repeats the last size, and stops when too many are not ok.

                cluster('ehpc-hz-localdemo1') {
                    run 'true' waves 1, 50.percent on nodes.compute
                }
            '''.stripIndent()

        where:
        line << ['help waves', 'help run.waves']
    }

    def 'the page of an operation is found behind api and api.all, and api.all has one'() {
        expect:
        Cli.call('help', topic).out().startsWith(page)

        where:
        topic               || page
        'api.listNodes'     || 'ListNodes\n'
        'api.all.listNodes' || 'ListNodes\n'
        'api.all'           || 'all, after api\n  api.all.OPERATION(NAME: VALUE, ...)\n'
    }

    def 'a word with several places has a section for each, and a word that is also a command has both pages'() {
        expect:
        Cli.call('help', 'nodes').out().readLines().findAll { it.startsWith('nodes, ') } ==
                ['nodes, in a cluster block', 'nodes, on the result of a run', 'nodes, on a group of equal results',
                 'nodes, on a change of nodes or of a cluster']
        Cli.call('help', 'run').out().startsWith('Usage: ehpc [OPTION...] [run] FILE [ARG...]\n')
        Cli.call('help', 'run').out().contains('\n\nrun, in a cluster block\n  run COMMAND on NODES\n')
    }

    def 'every word is listed with its line and has a page'() {
        when:
        List<String> lines = Cli.call('help', 'words').out().readLines()

        then:
        lines.size() == 1 + Vocabulary.words().size()
        lines.tail()*.tokenize()*.first() == Vocabulary.words()*.name()
        // The operator - alone looks like the beginning of an option.
        (Vocabulary.names() - '-').findAll { !Cli.call('help', it).out().contains(it + ', ') } == []
    }

    def 'the page of the shell lists every command and key'() {
        given:
        String page = Cli.call('help', 'shell').out()

        expect:
        StandardCommands.all().every { page.contains("  ${it.form()} ") }
        page.contains('\nKeys\n  Tab ')
    }

    def 'an operation is found under the name that scripts use'() {
        expect:
        Cli.call('help', 'listNodes').out() == Cli.call('help', 'ListNodes').out()
        Cli.call('help', 'api.listNodes').out() == Cli.call('help', 'ListNodes').out()
    }

    def 'an unknown topic is reported with the nearest name'() {
        when:
        Ended ended = Cli.call('help', topic)

        then:
        ended.code() == 2
        ended.err() == "ehpc: no help for '$topic'; did you mean '$near'?\n"

        where:
        topic       || near
        'wvaes'     || 'waves'
        'ListNodse' || 'ListNodes'
        'whoam'     || 'whoami'
        'shel'      || 'shell'
    }

    def 'help on #topic lists the topics that it is about'() {
        when:
        Ended ended = Cli.call('help', *topic.split(' '))

        then:
        ended.code() == 0
        ended.err() == ''
        ended.out().startsWith("Topics about '$topic'\n")
        ended.out().readLines().drop(1)*.trim()*.split(/\s+/)*.first().take(first.size()) == first

        where:
        topic                  || first
        'volumes'              || ['ListVolumes', 'GetClusterVolumes', 'UpdateClusterVolumes']
        'list jobs'            || ['ListJobs']
        'delete cluster nodes' || ['DeleteNodes', 'DeleteSecurityGroup']
        'reboot'               || ['StopNodes', 'StartNodes']
        'scale'                || ['AddNodes', 'DeleteNodes', 'SetAutoScaleConfig']
        'copy'                 || ['CreateJobFile']
        'sync user'            || ['syncUsers', 'SyncUsers']
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
