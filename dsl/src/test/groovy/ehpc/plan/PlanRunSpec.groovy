package ehpc.plan

import ehpc.EhpcClient
import ehpc.PostScript
import ehpc.RunFailedException
import ehpc.connect.Connection
import ehpc.local.ReceivedRequest
import ehpc.script.PlanRun
import ehpc.script.ScriptException
import ehpc.script.ScriptResult
import java.nio.file.Files
import tools.jackson.databind.json.JsonMapper

/** A plan is carried out as it stands, or not at all. */
class PlanRunSpec extends PlanSpecification {

    private static final String NASTY = '\'echo "é 計 😀" \\\'a b\\\'\\n\\techo $HOME $(id) %41 + & true\\n\''
    private static final String URL = 'https://h/a.sh'

    def 'what is planned is what comes in, byte by byte: #what'() {
        given:
        Plan plan = kept(text.toString())
        List<Map<String, String>> planned = parameters(plan)

        when:
        ScriptResult result = carryingOut(plan).run()

        then:
        planned.size() > 0
        changes()*.parameters() == planned
        changes()*.action() == plan.steps()*.calls().flatten()*.operation()
        result.changed()

        where:
        what                         | text
        'initialize'                 | 'initialize()'
        'another service'            | "initialize('E-HPC Instant')"
        'post scripts'               | "cluster('$DEMO') { postScript 'https://h/a.sh', '-a \"b c\" é'; postScript 'https://h/b.sh' }"
        'users'                      | "cluster('$HYBRID') { syncUsers() }"
        'a run on every node'        | "cluster('$DEMO') { run 'echo hi' on nodes }"
        'quotes, new lines, Unicode' | "cluster('$DEMO') { run $NASTY on nodes.compute }"
        'everything said of a run'   | "cluster('$DEMO') { run 'pwd' from '/tmp' timeout 2.minutes tolerate 50.percent waves 1, 2 on nodes.compute }"
        'values'                     | "def f = [\"it's\", '\$(x)']\ncluster('$DEMO') { run \"echo \${f} \${3}\" on node('login0') }"
        'several clusters'           | "parallel { ['$HYBRID', '$DEMO'].each { id -> cluster(id) { run 'echo hi' on nodes } } }"
    }

    def 'portions and waves of many nodes come in as planned'() {
        given:
        Connection many = open(450)
        connection.close()
        connection = many
        Plan plan = kept("cluster('$DEMO') { run 'true' waves 1, 60.percent on nodes.compute }")

        when:
        carryingOut(plan).run()

        then:
        plan.steps()[0].waves()*.count() == [1, 270, 179]
        plan.steps()[0].waves()*.calls()*.size() == [1, 2, 1]
        changes()*.parameters() == parameters(plan)
        out.toString() == 'compute[000-449] (450)\n'
    }

    def 'results are printed as those of standing runs'() {
        when:
        ScriptResult result = carryingOut(kept("cluster('$DEMO') {\n    def r = run 'echo a' on nodes.compute\n" +
                "    run 'echo b' on node('login0')\n}\n")).run()

        then:
        out.toString() == 'compute[000-003] (4)\n  a\nlogin0 (1)\n  b\n'
        result.runs().size() == 2
    }

    def 'a run on no node is passed over'() {
        when:
        ScriptResult result = carryingOut(kept("cluster('$DEMO') { run 'date' on nodes.where { false }.allowEmpty() }")).run()

        then:
        !result.changed()
        changes().empty
    }

    def 'a failed step ends it, with its line and its nodes'() {
        when:
        carryingOut(kept("cluster('$DEMO') {\n    run 'echo no; exit 3' on nodes.compute\n    run 'echo late' on nodes\n}\n")).run()

        then:
        ScriptException e = thrown()
        e.message == "a.ehpc:2: run 'echo no; exit 3': 0 of 4 nodes ok, 4 failed"
        e.cause instanceof RunFailedException
        e.problems()[0].notes() == ['not ok: compute[000-003]']
        e.problems()[0].source() == "    run 'echo no; exit 3' on nodes.compute"
        e.soFar().changed()
        changes().size() == 1
    }

    def 'nodes that are tolerated are tolerated, and waves stop as planned'() {
        when:
        carryingOut(kept("cluster('$DEMO') {\n    run 'exit 1' tolerate 1 waves 1 on nodes.compute\n}\n")).run()

        then:
        ScriptException e = thrown()
        e.message == "a.ehpc:2: run 'exit 1': 0 of 4 nodes ok, 2 failed, 2 not-run"
        changes().size() == 2
    }

    def 'a role that is there already counts as done when a plan is carried out, as in the script'() {
        given:
        Plan plan = kept('initialize()')
        ehpc.initialize()

        when:
        carryingOut(plan).run()

        then:
        changes()*.code() == ['', 'EntityAlreadyExists.RoleError']
    }

    def 'a plan is refused when #what, and nothing is sent'() {
        given:
        Plan plan = kept("cluster('$DEMO') {\n    postScript '$URL'\n    run 'date' on nodes\n}\n")
        work.call(this)
        int before = changes().size()

        when:
        carryingOut(plan).run()

        then:
        PlanRefusedException e = thrown()
        e.reasons() == [reason]*.replace('DIR', directory.toString())
        !e.changed()
        changes().size() == before

        where:
        what                         | work                                                                   || reason
        'the script changed'         | { it.edit { t -> t.replace('date', 'dato') } }                                || "script 'DIR/a.ehpc' has changed since the plan, from line 3 on"
        'the script grew'            | { it.edit { t -> t + 'println 1' } }                                          || "script 'DIR/a.ehpc' has changed since the plan, from line 5 on"
        'the script is gone'         | { Files.delete(it.directory.resolve('a.ehpc')) }                          || "script 'DIR/a.ehpc' is missing"
        'post scripts were set'      | { it.ehpc.cluster(DEMO).setPostScripts([PostScript.of('https://h/c')]) }  || "post scripts of cluster '$DEMO' have changed since the plan: + https://h/c"
    }

    def 'a plan is refused for nodes that #what'() {
        given:
        Plan plan = kept("cluster('$DEMO') {\n    run 'date' on nodes$which\n}\n")
        Connection other = open(now)
        connection.close()
        connection = other

        when:
        carryingOut(plan).run()

        then:
        PlanRefusedException e = thrown()
        e.reasons() == reasons
        changes().empty

        where:
        what                      | which                    | now || reasons
        'are gone'                | ''                       | 2   || ["nodes 'compute[002-003]' of cluster '$DEMO' no longer exist"]
        'is gone'                 | '.compute'               | 3   || ["node 'compute003' of cluster '$DEMO' no longer exists"]
        'are new'                 | ''                       | 6   || ["nodes 'compute[004-005]' of cluster '$DEMO' are new since the plan, and line 2 runs on every node"]
    }

    def 'nodes that are new are no harm to a step with a list'() {
        given:
        Plan plan = kept("cluster('$DEMO') {\n    run 'echo hi' on nodes.compute\n}\n")
        Connection other = open(5)
        connection.close()
        connection = other

        when:
        carryingOut(plan).run()

        then:
        out.toString() == 'compute[000-003] (4)\n  hi\n'
    }

    def 'another node under the same name is not the one that was planned'() {
        given:
        String json = plan("cluster('$DEMO') {\n    run 'date' on node('login0')\n}\n").json()
        String id = ehpc.cluster(DEMO).node('login0').id()
        Plan plan = Plan.read('p', signed(json.replace(id, 'i-bp1other')))

        when:
        carryingOut(plan).run()

        then:
        PlanRefusedException e = thrown()
        e.reasons() == ["node 'login0' of cluster '$DEMO' was planned as i-bp1other, is $id" as String]
        changes().empty
    }

    def 'a post script that holds a secret is compared by its URL, and is not shown'() {
        given:
        ehpc.cluster(DEMO).setPostScripts([PostScript.of('https://h/c', '-p Tr0ub4dor&3')])
        Plan plan = plan("def p = secret('PASSWORD')\ncluster('$DEMO') { postScript 'https://h/d', p.reveal() }\n")

        expect:
        plan.json().contains('***')
        carryingOut(plan).drift().every { !it.contains('have changed') && !it.contains('Tr0ub') }

        when:
        ehpc.cluster(DEMO).setPostScripts([PostScript.of('https://h/x', '-p Tr0ub4dor&3')])

        then:
        carryingOut(plan).drift().findAll { it.contains('have changed') } ==
                ["post scripts of cluster '$DEMO' have changed since the plan".toString()]
    }

    def 'results of several clusters are told apart'() {
        given:
        Plan plan = plan("['$DEMO', '$HYBRID'].each { id -> cluster(id) { run 'echo hi' on nodes.login } }\n")

        when:
        carryingOut(plan).run()

        then:
        out.toString() == "$DEMO: login0 (1)\n  hi\n$HYBRID: login0 (1)\n  hi\n"
    }

    def 'everything that is different is told at once'() {
        given:
        Plan plan = plan("def p = secret('PASSWORD')\ncluster('$DEMO') {\n    postScript '$URL'\n" +
                "    def r = run 'date' on nodes.compute\n    if (r) { println 1 }\n}\n")
        edit { 'println 1\n' + it }
        ehpc.cluster(DEMO).setPostScripts([PostScript.of('https://h/c')])

        expect:
        carryingOut(plan).drift() == [
                "plan is incomplete, it ends at line 5: it depends on the result of run 'date' (line 4)",
                "script '$directory/a.ehpc' has changed since the plan, from line 1 on".toString(),
                "post scripts of cluster '$DEMO' have changed since the plan: + https://h/c".toString()]
    }

    def 'another region or service is refused'() {
        given:
        Plan plan = kept("cluster('$DEMO') { run 'date' on nodes }")

        expect:
        PlanRun.of(plan, ehpc.withRegion('cn-shanghai')).drift() == ['region must be cn-hangzhou as planned, is cn-shanghai']
        carryingOut(plan).place(new PlanPlace(Optional.of('http://127.0.0.1:1'), false)).drift() ==
                ["service must be the region's own endpoint as planned, is http://127.0.0.1:1"]
        carryingOut(plan).place(new PlanPlace(Optional.empty(), true)).drift() ==
                ["service must be the region's own endpoint as planned, is a local service"]
        carryingOut(plan).place(PlanPlace.REGION).drift() == []
    }

    def 'a script that chose its region is carried out there'() {
        given:
        Plan plan = kept("region 'cn-hangzhou'\ncluster('$DEMO') { run 'echo hi' on nodes.login }")

        when:
        PlanRun.of(plan, ehpc.withRegion('cn-shanghai')).output(out).run()

        then:
        out.toString() == 'login0 (1)\n  hi\n'
    }

    def 'nothing is sent if #word names a node that is gone'() {
        given:
        Plan plan = kept("cluster('$DEMO') {\n    run 'date' on nodes.login\n    $step\n}\n")
        String id = ehpc.cluster(DEMO).nodes().node('compute003').id()
        Connection other = open(3)
        connection.close()
        connection = other

        when:
        carryingOut(plan).run()

        then:
        PlanRefusedException e = thrown()
        e.reasons() == ["node '${word == 'queues.move' ? 'compute003' : id}' of cluster '$DEMO' no longer exists"]
        changes().empty

        where:
        word          | step
        'deleteNodes' | "deleteNodes nodes['compute[002-003]']"
        'resetNodes'  | "resetNodes nodes['compute003']"
        'startNodes'  | "startNodes nodes['compute003']"
        'stopNodes'   | "stopNodes nodes['compute003']"
        'queues.move' | "queues.move nodes['compute003'], to: 'workq'"
    }

    def 'a cluster that is gone is told'() {
        given:
        String json = plan("cluster('$DEMO') { run 'date' on nodes }").json()

        expect:
        carryingOut(Plan.read('p', signed(json.replace(DEMO, 'ehpc-hz-gone')))).drift() ==
                ["cluster 'ehpc-hz-gone' no longer exists"]
    }

    def 'a node that comes between the look and the step is seen right before it is sent'() {
        given:
        Plan plan = kept("initialize()\ncluster('$DEMO') {\n    run 'date' on nodes\n}\n")
        Connection later = open(5)
        boolean begun = false
        EhpcClient moving = EhpcClient.create({ request ->
            begun = begun || request.operation().mutates()
            (begun ? later : connection).transport().send(request)
        }, 'cn-hangzhou')

        when:
        PlanRun.of(plan, moving).environment(environment).run()

        then:
        PlanRefusedException e = thrown()
        e.reasons() == ["node 'compute004' of cluster '$DEMO' is new since the plan, and line 3 runs on every node" as String]
        e.changed()
        later.service().get().requests().count { ReceivedRequest r -> r.action() == 'InvokeShellCommand' } == 0

        cleanup:
        later?.close()
    }

    void edit(Closure<String> how) {
        Files.writeString(directory.resolve('a.ehpc'), how.call(Files.readString(directory.resolve('a.ehpc'))))
    }

    /** As if ehpc itself had written that. */
    private static String signed(String json) {
        Map plan = JsonMapper.shared().readValue(json, LinkedHashMap)
        plan.remove('digest')
        plan.digest = PlanJson.digest(plan)
        JsonMapper.shared().writeValueAsString(plan)
    }
}
