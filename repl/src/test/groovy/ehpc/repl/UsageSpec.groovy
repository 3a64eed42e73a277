package ehpc.repl

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What a wrong command line gets: one message for each mistake, exit code 2, nothing on standard output. */
class UsageSpec extends Specification {

    private static final String NO_SCRIPT = 'a script must be given: FILE, -e TEXT or standard input; see ehpc --help'

    @TempDir
    Path directory

    def 'ehpc #line is answered: #message'() {
        when:
        Ended ended = Cli.call(line.tokenize() as String[])

        then:
        ended.code() == 2
        ended.out() == ''
        ended.err() == "ehpc: $message\n"

        where:
        line                             || message
        ''                               || NO_SCRIPT
        'run'                            || NO_SCRIPT
        '--local'                        || NO_SCRIPT
        'rnu x'                          || "command or script 'rnu' not found; did you mean 'run'?"
        'zzz'                            || "command or script 'zzz' not found"
        'deploy x.ehpc'                    || "command or script 'deploy' not found"
        'no.ehpc'                        || "script 'no.ehpc' not found"
        'run rnu'                        || "script 'rnu' not found"
        '/'                              || "script '/' must be a file, is a directory"
        '--lcoal x'                      || "unknown option '--lcoal'; did you mean '--local'?"
        '--Local x'                      || "unknown option '--Local'; did you mean '--local'?"
        '-x y'                           || "unknown option '-x'; did you mean '-e'?"
        '-e'                             || '-e must have a value: -e TEXT'
        '--region'                       || '--region must have a value: --region ID'
        '--local=yes -e 1'               || "--local expects no value, got 'yes'"
        '--region a --region b -e 1'     || '--region must be given once, is given twice'
        '--region a run --region b -e 1' || '--region must be given once, is given twice'
        '--region cn-hangzou check -e 1' || "unknown region 'cn-hangzou'; did you mean 'cn-hangzhou'?"
        '--local --region hangzhou x'    || "unknown region 'hangzhou'; did you mean 'cn-hangzhou'?"
        '--region= -e 1'                 || '--region must not be empty'
        '--output xml -e 1'              || "--output must be text, table, json, ndjson, csv or yaml, is 'xml'"
        '--output tabel -e 1'            || "--output must be text, table, json, ndjson, csv or yaml, is 'tabel'; did you mean 'table'?"
        '--color red -e 1'               || "--color must be auto, always or never, is 'red'"
        '--local --nodes 0 -e 1'         || "--nodes must be a whole number from 1 to 10000, is '0'"
        '--local --nodes four -e 1'      || "--nodes must be a whole number from 1 to 10000, is 'four'"
        '--local --nodes 99999999999 x'  || "--nodes must be a whole number from 1 to 10000, is '99999999999'"
        '--nodes 3 -e 1'                 || '--nodes must be given with --local'
        '--local-exec host -e 1'         || '--local-exec must be given with --local'
        '--local --local-exec hots -e 1' || "--local-exec must be auto, bubblewrap, unshare, container or host, is 'hots'; did you mean 'host'?"
        '--local --profile p -e 1'       || '--local and --profile must not be given together'
        '--local --endpoint h -e 1'      || '--local and --endpoint must not be given together'
        '--diff run x'                   || "option '--diff' must come after 'run'"
        'call'                           || "OPERATION must be given, such as ListClusters; 'ehpc help operations' lists them"
        'call ListNode'                  || "unknown operation 'ListNode'; did you mean 'ListNodes'?"
        'call ListRegions x'             || "ListRegions: 'x' must be the value of a parameter: --NAME VALUE"
        'help ListNode'                  || "no help for 'ListNode'; did you mean 'ListNodes'?"
        'help lcoal'                     || "no help for 'lcoal'; did you mean 'local'?"
        'help zebra xyz'                 || "no help for 'zebra xyz'; 'ehpc help words' and 'ehpc help operations' list the topics"
        'local x'                        || "unexpected argument 'x' after 'ehpc local'"
        'local --prt 3'                  || "unknown option '--prt'; did you mean '--port'?"
        'local --port 99999'             || "--port must be a whole number from 0 to 65535, is '99999'"
        'local --transitions soon'       || "--transitions: the pace of transitions must be at-once, a number of looks such as 3-looks, or a time such as 200ms, 2s, 10m or 1h, is 'soon'"
        'local --transitions 0-looks'    || '--transitions: looks must be 1 to 1000, is 0'
        'local --port -1'                || "--port must be a whole number from 0 to 65535, is '-1'"
        'local --endpoint x'             || '--local and --endpoint must not be given together'
    }

    def 'all errors in the options are reported together'() {
        when:
        Ended ended = Cli.call('--output', 'xml', '--nodes', '0', '--color', 'red', '-e', '1')

        then:
        ended.code() == 2
        ended.err() == """\
            ehpc: --nodes must be a whole number from 1 to 10000, is '0'
            ehpc: --output must be text, table, json, ndjson, csv or yaml, is 'xml'
            ehpc: --color must be auto, always or never, is 'red'
            ehpc: --nodes must be given with --local
            """.stripIndent()
    }

    def 'a script that is no text is refused with the place'() {
        given:
        Path script = directory.resolve('x.ehpc')
        Files.write(script, bytes as byte[])

        when:
        Ended ended = Cli.call(script.toString())

        then:
        ended.code() == 2
        ended.err() == "ehpc: script '$script' must be $message\n"

        where:
        bytes                             || message
        [0x31, 0x0a, 0x32, 0x0a, 0xe9]    || 'UTF-8 text, byte 0xe9 in line 3 is not'
        [0x0a, 0xe2, 0x82]                || 'UTF-8 text, byte 0xe2 in line 2 is not'
        [0x31, 0x0a, 0x00]                || 'text, line 2 has a NUL byte'
    }

    def 'a script on standard input is refused in the same words'() {
        expect:
        Cli.call(input: [0xff] as byte[], '-').err() == "ehpc: script 'stdin' must be UTF-8 text, byte 0xff in line 1 is not\n"
    }

    def 'without a task on a terminal it shows its usage, and does not wait for input: #line'() {
        when:
        Ended ended = Cli.call(terminals: '012', input: 'println 1', line.tokenize() as String[])

        then:
        ended.code() == 2
        ended.out() == ''
        ended.err() == Cli.call(terminals: '012', '--help').out()

        where:
        line << ['run', '--no-input', '--local --no-input']
    }

    def 'without arguments on a terminal it is a shell, which reads from the terminal'() {
        when:
        Ended ended = Cli.call(terminals: '012', env: [TERM: 'dumb'], input: 'println 1\nrum 2\n6 * 7\n', '--local')

        then:
        ended.code() == 0
        ended.out() == 'local> 1\nlocal> local> 42\nlocal> \n'
        ended.err().readLines().drop(2) == [
            "[2]:1:1: unknown word 'rum'; did you mean 'run'? [unknown-word]",
            '  rum 2',
            '  ^',
            '_1',
        ]
    }

    def 'without a terminal standard input is a script, as one from a file'() {
        when:
        Ended ended = Cli.call(input: 'println 1\nrum 2\n', '--local')

        then:
        ended == new Ended(2, '', "stdin:2:1: unknown word 'rum'; did you mean 'run'? [unknown-word]\n  rum 2\n  ^\n")
    }

    def '--debug adds the stack trace of an error'() {
        when:
        Ended ended = Cli.call('--debug', 'no.ehpc')

        then:
        ended.code() == 2
        ended.err().startsWith("ehpc: script 'no.ehpc' not found\nehpc.repl.internal.failure.UsageException: ")
        ended.err().contains('\n\tat ehpc.repl.')
    }
}
