package ehpc.plan

import ehpc.api.InputException
import java.security.MessageDigest
import tools.jackson.databind.json.JsonMapper

/** A plan's form as JSON. */
class PlanJsonSpec extends PlanSpecification {

    private static final String TEXT = """\
        initialize()
        cluster('$DEMO') {
            postScript 'https://h/a.sh', '-a é'
            run '''echo "a\\tb"
        true''' from '/tmp' waves 1, 50.percent on nodes.compute
            run 'date' on nodes
        }
        """.stripIndent()

    def 'a plan comes back as it was'() {
        given:
        Plan once = plan(TEXT, ['a', 'b c'])
        Plan again = plan(TEXT, ['a', 'b c'])

        expect:
        Plan.read('p', once.json()) == once
        Plan.read('p', once.json()).json() == once.json()
        again.json() == once.json()
    }

    def 'a plan that is not complete comes back as it was'() {
        given:
        Plan plan = plan('println initialize()')

        expect:
        Plan.read('p', plan.json()) == plan
    }

    def 'the fields of a plan are those that are documented'() {
        when:
        Map json = JsonMapper.shared().readValue(plan(TEXT).json(), Map)

        then:
        json.keySet() as List == ['format', 'version', 'script', 'args', 'region', 'regionOfScript', 'endpoint', 'local', 'complete', 'end',
                'changes',
                'counts', 'withheld', 'steps', 'digest']
        json.format == 'ehpc-plan'
        json.version == 3
        json.script.keySet() as List == ['name', 'file', 'sha256', 'marks']
        json.script.sha256 == new BigInteger(1, MessageDigest.getInstance('SHA-256').digest(TEXT.bytes)).toString(16).padLeft(64, '0')
        json.counts == [clusters: 1, steps: 4, calls: 6, nodes: 6]
        json.steps*.kind == ['call', 'postScripts', 'run', 'run']
        json.steps[2].keySet() as List == ['line', 'word', 'cluster', 'changes', 'kind', 'command', 'bytes', 'directory', 'timeoutSeconds',
                'tolerated',
                'everyNode', 'nodes', 'waves', 'marked']
        json.steps[2].waves[0].keySet() as List == ['nodes', 'count', 'calls']
        json.steps[3].waves[0].calls == [[operation: 'InvokeShellCommand',
                parameters: [ClusterId: DEMO, Command: 'date', Timeout: '60', RegionId: 'cn-hangzhou']]]
    }

    def 'white space makes no other plan, anything else does'() {
        given:
        String json = plan(TEXT).json()

        expect:
        Plan.read('p', json.replaceAll(/\n */, ' ')).steps().size() == 4

        when:
        Plan.read('p', json.replace('"date"', '"dato"'))

        then:
        PlanRefusedException e = thrown()
        e.reasons() == ["plan 'p' was changed after ehpc wrote it"]
    }

    def 'what is no plan is told: #text'() {
        when:
        Plan.read('p', text)

        then:
        InputException e = thrown()
        e.message == message

        where:
        text                                   || message
        ''                                     || "'p' is not a plan of ehpc: it is not a JSON object, see line 1"
        'null'                                 || "'p' is not a plan of ehpc: it is not a JSON object"
        '[]'                                   || "'p' is not a plan of ehpc: it is not a JSON object, see line 1"
        '{"a": 1'                              || "'p' is not a plan of ehpc: it is not a JSON object, see line 1"
        '{"a": 1} x'                           || "'p' is not a plan of ehpc: it is not a JSON object, see line 1"
        '{"a": 1}'                             || "'p' is not a plan of ehpc: it is other JSON"
        '{"format": "ehpc-plan","version": 1}' || "plan 'p' must have version 3, has version 1; create it again with this ehpc"
    }

    def 'a plan with a correct digest and a damaged field is refused: #field'() {
        given:
        Map<String, Object> json = JsonMapper.shared().readValue(plan(TEXT).json(), LinkedHashMap)
        json.remove('digest')
        damage.call(json)
        json.digest = PlanJson.digest(json)

        when:
        Plan.read('p', JsonMapper.shared().writeValueAsString(json))

        then:
        InputException e = thrown()
        e.message == "plan 'p' is damaged: field '$field' is missing or has the wrong type"

        where:
        damage                                                      || field
        ({ it.remove('steps') })                                    || 'steps'
        ({ it.remove('script') })                                   || 'script'
        ({ it.script.remove('marks') })                             || 'marks'
        ({ it.region = null })                                      || 'region'
        ({ it.region = 5 })                                         || 'region'
        ({ it.args = 'a' })                                         || 'args'
        ({ it.args = [1] })                                         || 'args'
        ({ it.local = 'true' })                                     || 'local'
        ({ it.end = 'x' })                                          || 'end'
        ({ it.steps[0].remove('word') })                            || 'word'
        ({ it.steps[0].kind = 'other' })                            || 'steps'
        ({ it.steps[0].remove('kind') })                            || 'steps'
        ({ it.steps[1].before = null })                             || 'before'
        ({ it.steps[1].after = [[url: 'u']] })                      || 'args'
        ({ it.steps[2].timeoutSeconds = '60' })                     || 'timeoutSeconds'
        ({ it.steps[2].nodes = [5] })                               || 'nodes'
        ({ it.steps[2].waves[0].calls[0].remove('operation') })     || 'operation'
        ({ it.steps[2].waves[0].calls[0].parameters.Command = 5 })  || 'Command'
    }

    def 'what a terminal would obey is written out'() {
        expect:
        plan("cluster('$DEMO') { postScript 'https://h/a', '\\u001B[2J\\u009B' }").toString().contains('+ https://h/a \\u001b[2J\\u009b\n')
    }
}
