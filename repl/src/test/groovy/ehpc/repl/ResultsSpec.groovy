package ehpc.repl

import ehpc.local.ExecutionMode
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import ehpc.repl.internal.render.PrettyJson
import spock.lang.Shared
import spock.lang.Specification
import tools.jackson.dataformat.yaml.YAMLMapper

/** What came of runs, in every form that --output knows. */
class ResultsSpec extends Specification {

    private static final List<String> FIELDS = ['run', 'cluster', 'command', 'commandId', 'node', 'id', 'outcome', 'exitCode', 'output',
        'detail', 'finishedTime']
    private static final String CLUSTER = 'ehpc-hz-localdemo1'
    private static final String TWO_RUNS = script('''
        println 'before'
        def quiet = run 'echo not shown' on nodes.compute
        run 'echo "é, \\\\"1\\\\""; echo =1+1' on node('compute001')
        run 'echo no; exit 3' tolerate 1 on node('compute000')
        println 'after'
        ''')

    @Shared
    LocalService service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

    def cleanupSpec() {
        service.close()
    }

    def '#format has one record per node of each bare run, with the same fields'() {
        when:
        Ended ended = call('--output', format, '-e', TWO_RUNS)
        List<Map<String, Object>> records = reader.call(ended.out())

        then:
        ended.code() == 0
        ended.err() == 'before\nafter\n'
        records*.keySet()*.toList() == [FIELDS, FIELDS]
        records*.values()*.toList()*.collect { it.toString() }*.get(0) == ['2', '3']
        records*.cluster == [CLUSTER, CLUSTER]
        records*.command == ['echo "é, \\"1\\""; echo =1+1', 'echo no; exit 3']
        records*.node == ['compute001', 'compute000']
        records*.outcome == ['ok', 'failed']
        records*.exitCode*.toString() == ['0', '3']
        records*.output == ['é, "1"\n=1+1\n', 'no\n']
        records*.detail == ['', '']
        records.every { it.commandId =~ /^c-/ && it.id =~ /^i-/ && it.finishedTime =~ /^20\d\d-.*Z$/ }

        where:
        format   | reader
        'json'   | { String text -> PrettyJson.read(text) }
        'ndjson' | { String text -> text.readLines().collect { PrettyJson.read(it) } }
        'yaml'   | { String text -> new YAMLMapper().readValue(text, List) }
        'csv'    | { String text -> Csv.read(text) }
    }

    def 'a record of json is one line of the array'() {
        when:
        Ended ended = call('--output', 'json', '-e', script("run 'echo hi' on nodes['compute[000-001]']"))

        then:
        normal(ended.out()) == '''\
            [
              {"run":1,"cluster":"ehpc-hz-localdemo1","command":"echo hi","commandId":"c-","node":"compute000","id":"i-",\
            "outcome":"ok","exitCode":0,"output":"hi\\n","detail":"","finishedTime":"20"},
              {"run":1,"cluster":"ehpc-hz-localdemo1","command":"echo hi","commandId":"c-","node":"compute001","id":"i-",\
            "outcome":"ok","exitCode":0,"output":"hi\\n","detail":"","finishedTime":"20"}
            ]
            '''.stripIndent().replaceAll(/, +"outcome/, ',"outcome')
    }

    def 'csv has the names of the fields once, ends its lines by RFC 4180, and alters no value'() {
        when:
        String text = normal(call('--output', 'csv', '-e', TWO_RUNS).out())

        then:
        text == FIELDS.join(',') + '\r\n' +
                '2,ehpc-hz-localdemo1,"echo ""é, \\""1\\""""; echo =1+1",c-,compute001,i-,ok,0,"é, ""1""\n=1+1\n",,20\r\n' +
                '3,ehpc-hz-localdemo1,echo no; exit 3,c-,compute000,i-,failed,3,"no\n",,20\r\n'
    }

    def '#format without a record is #text: #what'() {
        when:
        Ended ended = call('--output', format, '-e', body)

        then:
        ended.out() == text
        ended.code() == code

        where:
        [format, text, what, body, code] << [
            [['json', '[]\n'], ['ndjson', ''], ['yaml', '[]\n'], ['csv', FIELDS.join(',') + '\r\n']],
            [
                ['nothing ran', 'println 1', 0],
                ['no nodes were fine', script("run 'true' on nodes.where { false }.allowEmpty()"), 0],
                ['the script is wrong', 'rum', 2],
                ['the service refused', "cluster('ehpc-hz-nope') { run 'true' on nodes }", 3],
            ]].combinations().collect { it.flatten() }
    }

    def '#format is complete when the script stops'() {
        when:
        Ended ended = call('--output', format, '-e', script("run 'true' on node('compute000')\nrun 'exit 1' on node('login0')\nrun 'true' on nodes"))

        then:
        ended.code() == 1
        reader.call(ended.out())*.node == ['compute000', 'login0']
        ended.err() == "-e:3: run 'exit 1': 0 of 1 node ok, 1 failed\n  run 'exit 1' on node('login0')\n  not ok: login0\n"

        where:
        format   | reader
        'json'   | { String text -> PrettyJson.read(text) }
        'ndjson' | { String text -> text.readLines().collect { PrettyJson.read(it) } }
        'yaml'   | { String text -> new YAMLMapper().readValue(text, List) }
        'csv'    | { String text -> Csv.read(text) }
    }

    def 'nodes that were not run are listed with the reason in text, and as records'() {
        given:
        String body = script("run 'exit 2' waves 1, 2 on nodes.compute")

        expect:
        call('-e', body) == new Ended(1, '''\
            compute000 (1) failed: exit code 2
            compute[001-003] (3) not-run: stopped after 1 node that is not ok, 0 tolerated
            '''.stripIndent(), "-e:2: run 'exit 2': 0 of 4 nodes ok, 1 failed, 3 not-run\n" +
                "  run 'exit 2' waves 1, 2 on nodes.compute\n  not ok: compute[000-003]\n")

        when:
        List<Map> records = PrettyJson.read(call('--output', 'json', '-e', body).out()) as List<Map>

        then:
        records*.outcome == ['failed', 'not-run', 'not-run', 'not-run']
        records*.exitCode == [2, null, null, null]
        records*.commandId*.empty == [false, true, true, true]
        records[1].detail == 'stopped after 1 node that is not ok, 0 tolerated'
    }

    def 'an allowed empty set prints nothing: #format'() {
        expect:
        call('--output', format, '-e', script("run 'true' on nodes.where { false }.allowEmpty()")) == new Ended(0, '', '')

        where:
        format << ['text', 'table', 'ndjson']
    }

    def 'a table has one row per node and no empty column'() {
        when:
        Ended ended = call('--output', 'table', '-e', script("println 'now'\nrun 'echo a; echo b; exit 2' on nodes.compute"))

        then:
        ended.code() == 1
        ended.out().readLines()*.tokenize()*.join(' ')*.replaceAll(/ i-\w+/, ' i') == [
            'now',
            'Node Outcome ExitCode Output Id',
            'compute000 failed 2 a\\nb i',
            'compute001 failed 2 a\\nb i',
            'compute002 failed 2 a\\nb i',
            'compute003 failed 2 a\\nb i',
        ]
    }

    def 'a table on a terminal fits it, and the number of hidden columns is reported'() {
        when:
        Ended ended = call(terminals: '12', env: [COLUMNS: '60', TERM: 'dumb'], '--output', 'table', '-e',
                script("run 'echo a long output that needs more than its place' on nodes.compute"))

        then:
        ended.out().readLines()*.length().max() <= 60
        ended.out().readLines()[1] ==~ /compute000  ok +0 +a long output that .*…/
        ended.err() == 'ehpc: 1 of 5 columns do not fit; --output json shows all\n'
    }

    private Ended call(Map options = [:], String... words) {
        Remote.call(options, service, words)
    }

    private static String script(String body) {
        "cluster('$CLUSTER') {\n${body.stripIndent().strip()}\n}"
    }

    private static String normal(String text) {
        text.replaceAll(/\b(c-hz|i-bp)\w+/) { it[0].take(2) }.replaceAll(/\b20\d\d-[-\d]+T[:\d]+Z/, '20')
    }
}
