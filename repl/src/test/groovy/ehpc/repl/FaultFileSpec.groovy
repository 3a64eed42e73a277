package ehpc.repl

import ehpc.local.AnswerFault.Reset.Moment
import ehpc.local.Fault
import ehpc.local.Faults.Rule
import ehpc.repl.internal.faults.FaultFile
import ehpc.repl.internal.faults.FaultFileException
import java.lang.reflect.Modifier
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

/** The fault file: its form, its problems, and its options on the command line. */
class FaultFileSpec extends Specification {

    static final String ALL = 'src/test/resources/ehpc/repl/faults.yaml'

    static final String KNOWN = 'latency, lateAnswer, unavailable, throttled, unknownError, conflict, expiredToken, error, cutBefore, ' +
            'lostAnswer, halfAnswer, otherPage, brokenJson, wrongTypes, reset, emptyPage, shortPage, shiftedPage, connectionsRefused, ' +
            'listedLate, statusLate, resultsLate, resultsNever, partFailure, nodeDies, nodeAppears, clockJump'

    @TempDir
    Path folder

    def 'a file says what Java says'() {
        expect:
        FaultFile.read(ALL, Optional.empty()).faults().seed() == 7
        FaultFile.read(ALL, Optional.of(8L)).faults().seed() == 8
        FaultFile.read(ALL, Optional.empty()).faults().rules() == [
            Rule.of(Fault.latency(Duration.ofMillis(50))).withShare(0.1),
            Rule.of(Fault.lateAnswer(Duration.ofSeconds(2))).on('ListNodes'),
            Rule.of(Fault.unavailable().withRetryAfter(Duration.ofSeconds(1)).withCarriedOut(true)).on('ListRegions').withTimes(3),
            Rule.of(Fault.throttled(429).withRetryAfter(Duration.ofMillis(500))).on('ListNodes').withAfter(2).withTimes(1),
            Rule.of(Fault.unknownError().withCarriedOut(true)),
            Rule.of(Fault.conflict()),
            Rule.of(Fault.expiredToken()),
            Rule.of(Fault.error(406, 'EcsError', 'no machines').withRetryAfter(Duration.ZERO)).on('SetPostScripts'),
            Rule.of(Fault.cutBefore()).on('SyncUsers'),
            Rule.of(Fault.lostAnswer()),
            Rule.of(Fault.halfAnswer()),
            Rule.of(Fault.otherPage()),
            Rule.of(Fault.brokenJson()),
            Rule.of(Fault.wrongTypes()),
            Rule.of(Fault.reset(Moment.INSIDE_ANSWER)),
            Rule.of(Fault.emptyPage()).on('ListNodes'),
            Rule.of(Fault.shortPage()),
            Rule.of(Fault.shiftedPage(-2)),
            Rule.of(Fault.connectionsRefused(Duration.ofSeconds(3))),
            Rule.of(Fault.partFailure()),
            Rule.of(Fault.listedLate(3)),
            Rule.of(Fault.statusLate(2)),
            Rule.of(Fault.resultsLate(4)),
            Rule.of(Fault.resultsNever()),
            Rule.of(Fault.nodeDies()),
            Rule.of(Fault.nodeAppears()),
            Rule.of(Fault.clockJump(Duration.ofHours(-1))),
        ]
    }

    def 'every fault has its form in the file, under the name of its factory'() {
        given:
        Set<String> factories = Fault.methods.findAll { Modifier.isStatic(it.modifiers) }*.name as Set

        expect:
        FaultFile.read(ALL, Optional.empty()).faults().rules()*.fault()*.name() as Set == factories
    }

    def 'the manual has a row for every fault'() {
        expect:
        Files.readString(Path.of('../dsl/docs/local-service.md')).findAll(/(?m)(?<=^\| `)\w+(?=` \|)/).containsAll(names())
    }

    def 'JSON is read as well'() {
        given:
        String file = written('faults.json', '{"seed": -3, "rules": [\n  {"fault": "latency", "delay": "1h", "times": 2}\n]}\n')

        expect:
        FaultFile.read(file, Optional.empty()).faults().with { [seed(), rules()] } ==
                [-3, [Rule.of(Fault.latency(Duration.ofHours(1))).withTimes(2)]]
    }

    def 'all problems are reported at once, each with its position'() {
        given:
        String file = written('faults.yaml', '''\
            seed: x
            rule: 1
            rules:
              - fault: latncy
                dealy: 2s
                operation: ListNode
              - fault: latency
                delay: 2
                share: 1.5
                times: many
              - operation: Xyzzy
              - fault: error
                status: 200
                message: ''
                reads: 3
              - fault: listedLate
                operation: ListNodes
                reads: 0
              - fault: xyzzy
              - fault: throttled
                times: [1]
                after: -1
                after: 2
              - throttled
              - fault: reset
                moment: afterwards
              - fault: unknownError
                carriedOut: yes
              - fault: connectionsRefused
                duration: 0s
              - fault: shiftedPage
                by: 0
              - fault: nodeAppears
                operation: ListCommands
              - fault: clockJump
                offset: +1h
            '''.stripIndent())

        when:
        Ended ended = Cli.call('--local', '--faults', file, '-e', 'println 1')

        then:
        ended.code() == 2
        ended.out() == ''
        ended.err().replace("$folder/", '') == '''\
            faults.yaml:1:7: seed must be a whole number, is 'x'
            faults.yaml:2:1: unknown field 'rule'; did you mean 'rules'?
            faults.yaml:4:12: unknown fault 'latncy'; did you mean 'latency'?
            faults.yaml:6:16: unknown operation 'ListNode'; did you mean 'ListNodes'?
            faults.yaml:8:12: delay must be a duration such as 50ms, 2s, 10m or 1h, is '2'
            faults.yaml:9:12: share must be above 0 and at most 1, is 1.5
            faults.yaml:10:12: times must be a whole number, is 'many'
            faults.yaml:11:5: a rule must have the field 'fault'
            faults.yaml:11:16: unknown operation 'Xyzzy'
            faults.yaml:12:5: fault error has no code; add: code: TEXT
            faults.yaml:13:13: status must be 400 to 599, is 200
            faults.yaml:14:14: message must be a text, is empty
            faults.yaml:15:5: unknown field 'reads'; known: fault, operation, share, after, times, status, code, message, retryAfter, carriedOut
            faults.yaml:17:16: operation of fault listedLate must be InvokeShellCommand, is ListNodes
            faults.yaml:18:12: reads must be at least 1, is 0
            faults.yaml:19:12: unknown fault 'xyzzy'; known: NAMES
            faults.yaml:21:12: times must be a whole number, is a list
            faults.yaml:22:12: after must be at least 0, is -1
            faults.yaml:23:5: field 'after' must be given once, is given twice
            faults.yaml:24:5: a rule must have the field 'fault', is 'throttled'
            faults.yaml:26:13: moment must be beforeWork, beforeAnswer, insideAnswer or afterAnswer, is 'afterwards'
            faults.yaml:28:17: carriedOut must be true or false, is 'yes'
            faults.yaml:30:15: duration must be above 0s, is 0s
            faults.yaml:32:9: by must not be 0
            faults.yaml:34:16: operation of fault nodeAppears must be ListNodes or ListNodesByQueue, is ListCommands
            faults.yaml:36:13: offset must be a duration such as 20m or -1h, is '+1h'
            '''.stripIndent().replace('NAMES', KNOWN)
    }

    def 'a file that is none is refused: #problem'() {
        when:
        FaultFile.read(written('f', text), Optional.empty())

        then:
        FaultFileException e = thrown()
        e.lines()*.replace("$folder/", '') == [problem]

        where:
        text                  || problem
        ''                    || 'f:1:1: a fault file must have rules, is empty'
        '# nothing\n'         || 'f:1:1: a fault file must have rules, is empty'
        'seed: 1\n'           || "f:1:1: a fault file must have the field 'rules'"
        'rules: []\n'         || 'f:1:8: rules must be a list of one rule or more, is an empty list'
        'rules:\n'            || 'f:1:7: rules must be a list of one rule or more, is empty'
        'rules: {}\n'         || 'f:1:8: rules must be a list of one rule or more, is a mapping'
        '- fault: latency\n'  || "f:1:1: a fault file must have the field 'rules', is a list"
        'rules: a: b\n'       || 'f:1:9: not YAML: mapping values are not allowed here'
        'rules: *\n'          || 'f:1:9: not YAML: unexpected character found (10)'
        'rules: [1\n'         || "f:2:1: not YAML: expected ',' or ']', but got <stream end>"
        'rules: 1\n---\na: 1' || 'f:2:1: not YAML: but found another document'
        'a: \u0007'           || 'f:1:1: not YAML: special characters are not allowed'
    }

    def 'the faults are played, and the seed is printed so that they can be repeated'() {
        given:
        String file = written('faults.yaml', 'rules:\n  - {fault: error, operation: ListClusters, status: 403, code: Forbidden, message: no}\n')

        when:
        Ended first = Cli.call('--local', '--faults', file, 'call', 'ListClusters')
        String seed = (first.err() =~ /with seed (\d+)/)[0][1]
        Ended second = Cli.call('--local', '--faults', file, '--seed', seed, '-e', 'println clusters*.id')

        then:
        first.code() == 3
        first.err().replaceAll("$folder/|(?<=request id )[0-9A-F-]+", '') == """\
            ehpc: faults of 'faults.yaml' are active, with seed $seed; repeat them with --seed $seed
            ehpc: ListClusters: Forbidden: no (request id )
            """.stripIndent()
        second.code() == 3
        second.err().readLines()[0] == first.err().readLines()[0]
    }

    def 'ehpc #line is answered: #message'() {
        when:
        Ended ended = Cli.call(line.replace('FOLDER', folder.toString()).tokenize() as String[])

        then:
        ended.code() == 2
        ended.out() == ''
        ended.err().replace(folder.toString(), 'FOLDER') == "ehpc: $message\n"

        where:
        line                                   || message
        '--faults f.yaml -e 1'                 || '--faults must be given with --local'
        '--local --seed 1 -e 1'                || '--seed must be given with --faults'
        'local --seed 1'                       || '--seed must be given with --faults'
        '--local --faults f --seed x -e 1'     || "--seed must be a whole number, is 'x'"
        '--local --faults= -e 1'               || '--faults must not be empty'
        'local --faults FOLDER/none.yaml'      || "fault file 'FOLDER/none.yaml' not found"
        '--local --faults FOLDER call ListNodes' || "fault file 'FOLDER' must be a file, is a directory"
    }

    private String written(String name, String text) {
        Files.writeString(folder.resolve(name), text)
    }

    private static List<String> names() {
        FaultFile.read(ALL, Optional.empty()).faults().rules()*.fault()*.name()
    }
}
