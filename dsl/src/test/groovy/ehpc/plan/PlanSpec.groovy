package ehpc.plan

import ehpc.RunSpec
import ehpc.PostScript
import ehpc.PostScriptEntry
import ehpc.api.Catalogue
import ehpc.api.Operation
import ehpc.connect.Connection
import ehpc.script.ScriptException

/** What a plan says of a script, while nothing is changed. */
class PlanSpec extends PlanSpecification {

    private static final String SETUP = 'https://bucket.oss-cn-hangzhou.aliyuncs.com/setup.sh'

    def 'a step keeps each part of a run'() {
        given:
        Map<String, String> kept = [command: 'command', directory: 'directory', timeout: 'timeoutSeconds', tolerated: 'tolerated', waves: 'waves']

        expect:
        // A plan ends at the result that is run again.
        RunSpec.recordComponents*.name as Set == kept.keySet() + ['reruns', 'withheld']
        Step.Run.recordComponents*.name.containsAll(kept.values())
    }

    def 'each change of a script is a step, and nothing that changes anything is sent'() {
        when:
        Plan plan = plan("""\
            initialize()
            println 'not seen'
            cluster('$HYBRID') {
                postScript '$SETUP', '-h'
                syncUsers()
                run 'echo hi' from '/tmp' timeout 10.minutes tolerate 1 on nodes.compute
            }
            """.stripIndent())

        then:
        plan.steps()*.word() == ['initialize()', 'postScript', 'syncUsers()', 'run']
        plan.steps()*.line() == [1, 4, 5, 6]
        plan.steps()*.cluster() == ['', HYBRID, HYBRID, HYBRID]
        plan.complete
        plan.changes()
        [plan.clusters(), plan.calls(), plan.nodes()] == [1, 4, ehpc.cluster(HYBRID).nodes().compute.size()]
        changes().empty
        out.toString() == ''
    }

    def 'a run tells its exact bytes, its nodes and how it goes'() {
        when:
        Step.Run run = plan("cluster('$DEMO') {\n    run 'echo \"é\\n\" \$HOME' waves 1, 50.percent on nodes.compute\n}").steps()[0] as Step.Run

        then:
        run.command() == 'echo "é\n" $HOME'
        run.bytes() == 16
        run.directory() == ''
        run.timeoutSeconds() == 60
        run.tolerated() == 0
        !run.everyNode()
        run.nodes()*.name() == ['compute000', 'compute001', 'compute002', 'compute003']
        run.nodes()*.id() == ehpc.cluster(DEMO).nodes().compute.ids()
        run.waves()*.nodes() == ['compute000', 'compute[001-002]', 'compute003']
        run.waves()*.count() == [1, 2, 1]
        run.waves()*.calls()*.size() == [1, 1, 1]
    }

    def 'a run on every node says that no list is sent'() {
        when:
        Step.Run run = plan("cluster('$DEMO') { run 'echo hi' on nodes }").steps()[0] as Step.Run

        then:
        run.everyNode()
        run.nodes().size() == 6
        run.calls()*.parameters().every { !it.keySet().any { name -> name.startsWith('Instance') } }
    }

    def 'the difference of post scripts is told against what the cluster has'() {
        given:
        ehpc.cluster(DEMO).setPostScripts([PostScript.of('https://h/old.sh'), PostScript.of(SETUP, '-h')])

        when:
        Plan plan = plan("cluster('$DEMO') {\n    postScript '$SETUP', '-h'\n    postScript 'https://h/new.sh'\n}\n")
        Step.PostScripts step = plan.steps()[0] as Step.PostScripts

        then:
        step.before() == [new PostScriptEntry('https://h/old.sh', ''), new PostScriptEntry(SETUP, '-h')]
        step.after() == [new PostScriptEntry(SETUP, '-h'), new PostScriptEntry('https://h/new.sh', '')]
        plan.toString().contains("\n    - https://h/old.sh\n      $SETUP -h\n    + https://h/new.sh\n")
    }

    def 'a second declaration is compared with the first, not with the cluster'() {
        when:
        List<Step> steps = plan("2.times {\n    cluster('$DEMO') { postScript '$SETUP' }\n}\n").steps()

        then:
        steps*.changes() == [true, false]
        (steps[1] as Step.PostScripts).before() == [new PostScriptEntry(SETUP, '')]
    }

    def 'a plan that sets what is set already changes nothing, and a run on no node neither'() {
        given:
        ehpc.cluster(DEMO).setPostScripts([PostScript.of(SETUP)])

        when:
        Plan plan = plan("""\
            cluster('$DEMO') {
                postScript '$SETUP'
                println postScripts
                run 'echo hi' on nodes.where { false }.allowEmpty()
            }
            """.stripIndent())

        then:
        !plan.changes()
        plan.complete
        plan.calls() == 1
        plan.toString().endsWith('\nnothing would change; 1 cluster, 2 steps, 1 call, 0 nodes; nothing was sent\n')
    }

    def 'a plan for people'() {
        expect:
        plan("""\
            initialize()
            cluster('$DEMO') {
                postScript '$SETUP', '-h'
                run 'echo hi' on nodes
                run 'make' from '/data' timeout 10.minutes tolerate 1 waves 1, 50.percent on nodes.compute
            }
            """.stripIndent(), ['-x', 'é 1']).toString().replaceAll(/\bi-bp[a-z0-9]+/, 'i-1') == """\
            plan of a.ehpc ["-x","é 1"] in cn-hangzhou

            account

              line 1  initialize()  1 call
                operation  InitializeEHPC
                  RegionId     "cn-hangzhou"
                  ServiceName  "E-HPC"

            cluster $DEMO

              line 3  postScript  1 call
                + $SETUP -h

              line 4  run  1 call
                command    "echo hi" (7 bytes)
                nodes      compute[000-003],login0,manager0 (6), every node: no list is sent
                ids        i-1 i-1
                           i-1 i-1
                           i-1 i-1
                from       /root, the service's default
                timeout    60 s
                tolerate   0 nodes

              line 5  run  3 calls
                command    "make" (4 bytes)
                nodes      compute[000-003] (4)
                ids        i-1 i-1
                           i-1 i-1
                from       /data
                timeout    600 s
                tolerate   1 node
                waves      1  compute000 (1)
                           2  compute[001-002] (2)
                           3  compute003 (1)

            1 cluster, 4 steps, 6 calls, 6 nodes; nothing was sent
            """.stripIndent()
    }

    def 'long lists of nodes and waves are cut for people'() {
        given:
        Connection many = open(20)
        connection.close()
        connection = many

        when:
        String text = plan("cluster('$DEMO') { run 'date' waves 1 on nodes.compute }").toString().replaceAll(/\bi-bp[a-z0-9]+/, 'i-1')

        then:
        text.contains('    ids        i-1 i-1\n               i-1 i-1\n               i-1 i-1\n               and 14 more\n')
        text.contains('    waves       1  compute000 (1)\n                2  compute001 (1)\n')
        text.contains('               12  compute011 (1)\n               and 8 more\n')
    }

    def 'parallel is planned in the order of the script'() {
        when:
        Plan plan = plan("parallel {\n    ['$HYBRID', '$DEMO'].each { id ->\n" +
                "        cluster(id) {\n            run 'date' on nodes\n        }\n    }\n}\n")

        then:
        plan.steps()*.cluster() == [HYBRID, DEMO]
        plan.steps()*.line() == [4, 4]
    }

    def 'a plan ends where the script looks at what is not there yet: #how'() {
        when:
        Plan plan = plan("cluster('$DEMO') {\n    def r = run 'date' on nodes.compute\n    $how\n    run 'sync' on nodes\n}\n".toString())

        then:
        plan.end().get().toString() == "plan ends at line 3: it depends on the result of run 'date' (line 2)"
        !plan.complete
        plan.steps().size() == 1
        changes().empty

        where:
        how << [
                'if (r.failed) { println 1 }', 'if (r) { println 1 }', 'assert !r', 'r.each { println it }', 'println "got ${r}"', 'println r',
                'println r.size()', 'for (n in r) { println n }', 'println r.counts()', 'run "echo ${r.summary()}" on nodes',
                'println r.failedNodes', "println r.of('compute000')", 'def t = r.toString()', 'println r.collect { it.output }',
                'try { println r.ok } catch (Exception e) { println e }', 'try { println r.ok } catch (Throwable e) { println 1 }',
                'try { println r.ok } finally { run "echo late" on nodes }', 'def x = r as String',
                'switch (r) { case null: break; default: println r.gathered() }']
    }

    def 'a result that is kept and not looked at lets the plan go on: #how'() {
        when:
        Plan plan = plan("cluster('$DEMO') {\n    def r = run 'date' on nodes.compute\n    $how\n    run 'sync' on nodes\n}\n".toString())

        then:
        plan.complete
        plan.steps().size() == 2

        where:
        how << ['def s = r', 'def f = { r.failed }', 'def l = [r, r]', 'def c = r.command()', 'assert r != null']
    }

    def 'what #word did is not known to a plan'() {
        when:
        Plan plan = plan(text)

        then:
        plan.end()*.toString() == ["plan ends at line 2: it depends on the result of $word (line $line)" as String]

        where:
        word           | line | text
        'initialize()' | 2    | '\nprintln "role: ${initialize()}"'
        'initialize()' | 1    | 'def i = initialize()\nif (i == ehpc.Initialization.CREATED) { println 1 }'
        'initialize()' | 1    | 'def i = initialize()\nif (ehpc.Initialization.CREATED == i) { println 1 }'
        'initialize()' | 1    | 'def i = initialize()\nswitch (i) { case ehpc.Initialization.CREATED: println 1 }'
        'initialize()' | 1    | 'def i = initialize()\nprintln i'
    }

    def 'calls of api go on as statements, and their answers are not there: #end'() {
        when:
        Plan plan = plan("""\
            cluster('$DEMO') {
                def file = api.createJobFile(targetFile: 'job.sh', content: 'ZGF0ZQ==', runasUser: 'user01', runasUserPassword: secret('PASSWORD'))
                api.setQueue(node: [[name: 'compute000']], queueName: 'gpu')
                $look
            }
            """.stripIndent())

        then:
        plan.steps()*.word() == ['api.createJobFile()', 'api.setQueue()']
        plan.end()*.toString() == (end ? ["plan ends at line 4: it depends on the result of $end" as String] : [])
        !(plan.json() + plan).contains('Tr0ub4dor')
        changes().empty

        where:
        look                                   || end
        'def other = file'                     || ''
        'assert file != null'                  || ''
        'println file.asMap().size()'           || 'api.createJobFile() (line 2)'
        'println "${file}"'                    || 'api.createJobFile() (line 2)'
        'println file.requestId'               || 'api.createJobFile() (line 2)'
        'println file == 1 ? 2 : file.asMap()' || 'api.createJobFile() (line 2)'
        'println api.listQueues()'             || 'api.setQueue() (line 3)'
        'println nodes'                        || 'api.setQueue() (line 3)'
        'println api.listClusters()'           || ''
    }

    def 'a read that would see a planned change ends the plan: #read'() {
        when:
        Plan plan = plan("cluster('$DEMO') {\n    $change\n    println $read\n}\n".toString())

        then:
        plan.end()*.toString() == ["plan ends at line 3: it depends on the result of $title (line 2)".toString()]

        where:
        change                           | read          || title
        "postScript '$SETUP'"            | 'postScripts' || 'postScript'
        "run 'echo hi' on nodes.compute" | 'commands'    || "run 'echo hi'"
    }

    def 'a read that sees none of the changes goes on'() {
        expect:
        plan("cluster('$DEMO') {\n    run 'echo hi' on nodes\n    println info\n    println postScripts\n    println nodes\n}\n" +
                "cluster('$HYBRID') { println commands }\nprintln clusters\n").complete
    }

    def 'what each change is seen by is known for the whole catalogue'() {
        given:
        List<String> unseen = ['CreateJobFile', 'InitializeEHPC', 'ModifyUserPasswords', 'ModifyVisualServicePasswd']
        List<Operation> all = Catalogue.ehpc().names().collect { Catalogue.ehpc().operation(it) }
        List<Operation> mutating = all.findAll { it.mutates() }
        List<Operation> seen = mutating.findAll { Operation change -> all.any { it.sees(change) } }

        expect:
        (seen*.name() + unseen).sort() == mutating*.name()
        all.findAll { it.subjects() && !it.mutates() }.every { Operation read -> mutating.any { read.sees(it) } }
    }

    def 'an error of the script is told as when it runs'() {
        when:
        plan(text)

        then:
        ScriptException e = thrown()
        e.message.startsWith(message)
        !e.soFar().changed()
        changes().empty

        where:
        text                                                                   || message
        "println 1\nthrow new IllegalStateException('no')"                     || 'a.ehpc:2: the script raised IllegalStateException: no'
        "cluster('ehpc-hz-nope') {\n    run 'date' on nodes\n}"                || 'a.ehpc:2: ListNodes: ClusterNotFound: '
        "cluster('$DEMO') {\n    run 'date' on nodes.where { false }\n}"       || 'a.ehpc:2: no nodes: nodes.where { } matched none'
        "cluster('$DEMO') {\n    run 'date' on node('nope')\n}"                || "a.ehpc:2: no node 'nope' in nodes"
    }
}
