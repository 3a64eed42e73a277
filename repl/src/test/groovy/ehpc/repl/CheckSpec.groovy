package ehpc.repl

import ehpc.repl.internal.render.PrettyJson
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import tools.jackson.dataformat.yaml.YAMLMapper

class CheckSpec extends Specification {

    private static final List<String> FIELDS = ['file', 'line', 'column', 'rule', 'message', 'suggestion', 'source']
    private static final String GOOD = "cluster('ehpc-hz-1') { run 'echo hi' on nodes }\n"
    private static final String BAD = "cluster('ehpc-hz-1') {\n    rum 'echo hi'\n    run 'echo'\n}\n"

    private static final String NO_SCRIPT =
            'ehpc: a script must be given: FILE, -e TEXT or standard input; see ehpc --help\n'
    private static final String ONE = 'ehpc: 1 problem in 1 of 1 script\n'

    @TempDir
    Path directory

    def 'a right script needs no account and gets no answer but its exit code'() {
        expect:
        Cli.call('check', file('good.ehpc', GOOD)) == new Ended(0, '', '')
        Cli.call('check', '-e', GOOD) == new Ended(0, '', '')
        Cli.call(input: GOOD, 'check', '-') == new Ended(0, '', '')
        Cli.call(input: GOOD, 'check') == new Ended(0, '', '')
        Cli.call('--output', 'json', 'check', '-e', GOOD) == new Ended(0, '[]\n', '')
    }

    def 'every problem of every script is reported as by run, and counted'() {
        given:
        String bad = file('bad.ehpc', BAD)
        String worse = file('worse.ehpc', 'println(\n')

        when:
        Ended ended = Cli.call('check', bad, file('good.ehpc', GOOD), worse)

        then:
        ended.code() == 2
        ended.out().startsWith("""\
            $bad:2:5: unknown word 'rum'; did you mean 'run'? [unknown-word]
                  rum 'echo hi'
                  ^
            $bad:3:5: run 'echo' has no nodes; add: on nodes [no-nodes]
                  run 'echo'
                  ^
            $worse:""".stripIndent())
        ended.err() == 'ehpc: 3 problems in 2 of 3 scripts\n'
        Cli.call('run', bad).err() == ended.out().substring(0, ended.out().indexOf(worse))
    }

    def 'quiet leaves out the count'() {
        expect:
        Cli.call('--quiet', 'check', '-e', 'rum').err() == ''
        Cli.call('check', '-e', 'rum').err() == 'ehpc: 1 problem in 1 of 1 script\n'
    }

    def 'a script that cannot be read is a problem of its own, and the others are checked all the same'() {
        given:
        String bad = file('bad.ehpc', BAD)

        when:
        Ended ended = Cli.call('check', 'no.ehpc', bad, directory.toString())

        then:
        ended.code() == 2
        ended.out().readLines().first() == "no.ehpc: script 'no.ehpc' not found"
        ended.out().contains("$bad:2:5: ")
        ended.out().readLines().last() == "$directory: script '$directory' must be a file, is a directory"
        ended.err() == 'ehpc: 4 problems in 3 of 3 scripts\n'
    }

    def 'nothing to check is no success: #how'() {
        expect:
        Cli.call(input: input, *arguments.collect { it.replace('DIR', directory.toString()) }) ==
                new Ended(2, out.replace('DIR', directory.toString()), err)

        where:
        how                        | arguments                | input     || out | err
        'nothing on the input'     | ['check']                | ''        || ''  | NO_SCRIPT
        'blanks on the input'      | ['check']                | ' \n\t ' || ''  | NO_SCRIPT
        'an input that is named'   | ['check', '-']           | ''        || 'stdin: standard input must have a statement, is empty\n' | ONE
        'an empty text'            | ['check', '-e', '']      | ''        || '-e: -e must have a statement, is empty\n' | ONE
        'a pattern without a file' | ['check', 'DIR/*.ehpc']  | ''        || "DIR/*.ehpc: script 'DIR/*.ehpc' not found: no file matches\n" | ONE
    }

    def 'an empty file is refused by check, run and plan alike'() {
        given:
        String empty = file('empty.ehpc', '\n')
        String message = "script '$empty' must have a statement, is empty"

        expect:
        Cli.call('check', empty) == new Ended(2, "$empty: $message\n", ONE)
        Cli.call('run', empty) == new Ended(2, '', "ehpc: $message\n")
        Cli.call('plan', empty) == new Ended(2, '', "ehpc: $message\n")
        Cli.call('check', file('comment.ehpc', '// to be written\n')) == new Ended(0, '', '')
    }

    def 'problems as #format are records with the same fields'() {
        given:
        String bad = file('bad.ehpc', BAD)

        when:
        Ended ended = Cli.call('--output', format, 'check', bad, 'no.ehpc')
        List<Map<String, Object>> records = reader.call(ended.out())

        then:
        ended.code() == 2
        ended.err() == 'ehpc: 3 problems in 2 of 2 scripts\n'
        records*.keySet()*.toList() == [FIELDS] * 3
        records*.file == [bad, bad, 'no.ehpc']
        records.collect { [it.line, it.column].collect { at -> at ? at as int : 0 } } == [[2, 5], [3, 5], [0, 0]]
        records*.rule == ['unknown-word', 'no-nodes', 'unreadable']
        records*.message == ["unknown word 'rum'; did you mean 'run'?", "run 'echo' has no nodes; add: on nodes",
            "script 'no.ehpc' not found"]
        records*.suggestion == ['run', none, none]
        records*.source == ["    rum 'echo hi'", "    run 'echo'", '']

        where:
        format   | none | reader
        'json'   | null | { String text -> PrettyJson.read(text) }
        'ndjson' | null | { String text -> text.readLines().collect { PrettyJson.read(it) } }
        'yaml'   | null | { String text -> new YAMLMapper().readValue(text, List) }
        'csv'    | ''   | { String text -> Csv.read(text) }
    }

    def 'problems as a table'() {
        expect:
        Cli.call('--output', 'table', 'check', '-e', 'rum').out() == '''\
            File  Line  Column  Rule          Message                                Suggestion
            -e    1     1       unknown-word  unknown word 'rum'; did you mean 'run'?  run
            '''.stripIndent().replace('Message                                Suggestion', 'Message                                  Suggestion')
        Cli.call('--output', 'table', 'check', '-e', GOOD).out() == ''
    }

    def 'a source line cannot steer a terminal'() {
        when:
        Ended ended = Cli.call(terminals: '12', env: [TERM: 'dumb'], 'check', '-e', "rum '\u001B[2J\u202E'")

        then:
        ended.out().contains("rum '\\u001b[2J\\u202e'")
        !ended.out().contains('\u001B')
    }

    def 'a terminal and no script bring up how it is used'() {
        when:
        Ended ended = Cli.call(terminals: '012', 'check')

        then:
        ended.code() == 2
        ended.err().startsWith('Usage: ehpc check FILE...\n')
    }

    private String file(String name, String text) {
        Files.writeString(directory.resolve(name), text).toString()
    }
}
