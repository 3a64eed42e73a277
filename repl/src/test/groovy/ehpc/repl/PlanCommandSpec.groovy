package ehpc.repl

import ehpc.api.Catalogue
import ehpc.local.ExecutionMode
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import ehpc.local.ReceivedRequest
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import tools.jackson.databind.json.JsonMapper

/** Plans on the command line: created, saved, and carried out. */
class PlanCommandSpec extends Specification {

    private static final String DEMO = 'ehpc-hz-localdemo1'
    private static final String SAY_HI = "cluster('$DEMO') {\n    run 'echo hi' on nodes.compute\n}\n"
    private static final String PLANNED = """\
        plan of FILE in cn-hangzhou, WHERE

        cluster $DEMO

          line 2  run  1 call
            command    "echo hi" (7 bytes)
            marker     # ehpc RUN.NUMBER, a comment on a line of its own at the end
            nodes      compute[000-003] (4)
            ids        i- i-
                       i- i-
            from       /root, the service's default
            timeout    60 s
            tolerate   0 nodes

        1 cluster, 1 step, 1 call, 4 nodes; nothing was sent
        """.stripIndent()

    @TempDir
    Path directory

    @AutoCleanup
    LocalService service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

    def 'a plan is printed, and nothing is changed'() {
        when:
        Ended ended = remote('plan', file(SAY_HI))

        then:
        ended.code() == 0
        ended.err() == ''
        ended.out().replaceAll(/\bi-bp\w+/, 'i-') == PLANNED.replace('FILE', path('a.ehpc')).replace('WHERE', service.endpoint().toString())
        changes().empty
    }

    def 'the plan on the page about plans is that of the sample'() {
        given:
        String page = Files.readString(Path.of('..', 'dsl', 'docs', 'plans.md'))
        String shown = (page =~ /(?s)ehpc --local plan -o plan.json samples\/hello.ehpc\n(.*?)ehpc: plan saved/)[0][1]

        expect:
        Cli.call('--local', '--local-exec', 'host', 'plan', '../samples/hello.ehpc').out().replace('../', '') == shown
    }

    def 'a saved plan is carried out, byte by byte, with the marker that it shows: #options'() {
        when:
        Ended planned = remote(*options, 'plan', '-o', path('plan.json'), file(SAY_HI))
        Ended ended = remote('run', '--plan', path('plan.json'))

        then:
        planned.code() == 0
        planned.err() == "ehpc: plan saved in ${path('plan.json')}; ehpc --endpoint ${service.endpoint()} " +
                "run --plan ${path('plan.json')} carries it out\n"
        ended == new Ended(0, 'compute[000-003] (4)\n  hi\n', '')
        List<Map> sent = changes()*.parameters()
        sent*.Command.every { it ==~ /echo hi$marker/ }
        sent.collect { it + [Command: it.Command.readLines()[0]] } == json('plan.json').steps[0].waves*.calls*.parameters.flatten()
        planned.out().contains('marker') == !marker.empty
        PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve('plan.json'))) == 'rw-------'
        Files.list(directory).withCloseable { it.count() } == 2

        where:
        options                        || marker
        []                             || /\n# ehpc \d{8}-\d{6}-[0-9a-f]{4}\.1/
        ['--no-marker']                || ''
        ['--no-journal', '--no-marker'] || ''
    }

    def 'a plan with a marker is not carried out without it: #option'() {
        given:
        remote('plan', '-o', path('plan.json'), file(SAY_HI))

        expect:
        remote(option, 'run', '--plan', path('plan.json')) == new Ended(2, '',
                "ehpc: $option must be given to 'ehpc plan': the commands of this plan have a marker\n")
        changes() == []

        where:
        option << ['--no-marker', '--no-journal']
    }

    def 'a command that is too long for the marker is planned and sent without it'() {
        given:
        String command = 'echo ' + 'x' * 2040

        when:
        Ended planned = remote('plan', '-o', path('plan.json'), '-e', "cluster('$DEMO') { run '$command' on nodes.login }")
        Ended ended = remote('run', '--plan', path('plan.json'))

        then:
        !planned.out().contains('marker')
        ended.code() == 0
        changes()*.parameters()*.Command == [command]
    }

    def 'plan and run are two processes, each with a local service of its own'() {
        when:
        Ended planned = Cli.call('--local', '--local-exec', 'host', 'plan', '-o', path('plan.json'), file(SAY_HI))
        Ended ended = Cli.call('--local', '--local-exec', 'host', 'run', '--plan', path('plan.json'))

        then:
        planned.code() == 0
        planned.out().startsWith("plan of ${path('a.ehpc')} in cn-hangzhou, a local service\n")
        planned.err() == "ehpc: plan saved in ${path('plan.json')}; ehpc --local run --plan ${path('plan.json')} carries it out\n"
        json('plan.json').local
        ended == new Ended(0, 'compute[000-003] (4)\n  hi\n', '')
    }

    def 'options may follow the script, unknown ones belong to it, and -- ends them'() {
        when:
        Ended ended = remote(*words.collect { it == 'FILE' ? file('initialize()') : it == 'PLAN' ? path('p') : it })

        then:
        ended.code() == code
        json('p').args == args

        where:
        words                                                           || code | args
        ['plan', 'FILE', '-o', 'PLAN']                                  || 0    | []
        ['plan', 'FILE', 'a', '--name', 'b', '-o', 'PLAN', '-x']        || 0    | ['a', '--name', 'b', '-x']
        ['plan', '-o', 'PLAN', '--', 'FILE', '-o', 'x', '--local']      || 0    | ['-o', 'x', '--local']
        ['plan', '-o', 'PLAN', 'FILE', '--detailed-exitcode']           || 2    | []
        ['plan', '-o', 'PLAN', '-e', 'initialize()', 'a']               || 0    | ['a']
    }

    def '--output json prints the text that -o saves'() {
        when:
        Ended ended = remote('--output', 'json', 'plan', '-o', path('p'), file(SAY_HI))

        then:
        ended.out() == Files.readString(directory.resolve('p'))
        JsonMapper.shared().readValue(ended.out(), Map).endpoint == service.endpoint().toString()
    }

    def '--detailed-exitcode is #code for #script'() {
        given:
        remote('-e', "cluster('$DEMO') { postScript 'https://h/a' }")

        expect:
        remote('plan', '--detailed-exitcode', '-e', script).code() == code
        remote('plan', '-e', script).code() == (code == 2 ? 0 : code)

        where:
        script                                                                      || code
        'println 1'                                                                 || 0
        "cluster('$DEMO') { println nodes }"                                        || 0
        "cluster('$DEMO') { postScript 'https://h/a' }"                             || 0
        "cluster('$DEMO') { postScript 'https://h/b' }"                             || 2
        "cluster('$DEMO') { run 'echo hi' on nodes }"                               || 2
        "cluster('$DEMO') { def r = run 'echo hi' on nodes; if (r) { println 1 } }" || 2
        "cluster('$DEMO') { run 'echo hi' on nodes.where { false } }"               || 5
        "cluster('ehpc-hz-no') { run 'echo hi' on nodes }"                          || 3
        "throw new IllegalStateException('x')"                                      || 1
    }

    def 'a script that is wrong has no plan'() {
        expect:
        remote('plan', '-o', path('p'), '-e', "cluster('$DEMO') { run 'echo hi' }").code() == 2
        !Files.exists(directory.resolve('p'))
    }

    def 'a plan that is not complete is kept and not carried out'() {
        when:
        Ended planned = remote('plan', '-o', path('p'), '-e', 'println 1\nprintln initialize()')
        Ended ended = remote('run', '--plan', path('p'))

        then:
        planned.code() == 0
        planned.out().endsWith('\nplan ends at line 2: it depends on the result of initialize() (line 2); the steps after that line are unknown\n' +
                '0 clusters, 1 step, 1 call, 0 nodes up to there; nothing was sent\n')
        planned.err() == "ehpc: plan saved in ${path('p')}; it is not complete and cannot be carried out\n"
        ended == new Ended(5, '',
                'ehpc: plan is incomplete, it ends at line 2: it depends on the result of initialize() (line 2)\n' +
                'ehpc: nothing was sent; create a new plan with ehpc plan\n')
        changes().empty
    }

    def 'every difference is named, and nothing is sent'() {
        given:
        remote('plan', '-o', path('p'), file("cluster('$DEMO') {\n    postScript 'https://h/a'\n    run 'echo hi' on nodes\n}\n"))
        Files.writeString(directory.resolve('a.ehpc'), SAY_HI)
        remote('-e', "cluster('$DEMO') { postScript 'https://h/b' }")
        int before = changes().size()

        when:
        Ended ended = remote('run', '--plan', path('p'))

        then:
        ended == new Ended(5, '', "ehpc: script '${path('a.ehpc')}' has changed since the plan, from line 2 on\n" +
                "ehpc: post scripts of cluster '$DEMO' have changed since the plan: + https://h/b\n" +
                'ehpc: nothing was sent; create a new plan with ehpc plan\n')
        changes().size() == before
    }

    def 'a plan of another service is refused'() {
        given:
        remote('plan', '-o', path('p'), file(SAY_HI))

        expect:
        Cli.call('--local', '--local-exec', 'host', 'run', '--plan', path('p')) == new Ended(5, '',
                "ehpc: service must be ${service.endpoint()} as planned, is a local service\n" +
                'ehpc: nothing was sent; create a new plan with ehpc plan\n')
        changes().empty
    }

    def 'a plan that was edited is refused'() {
        given:
        remote('plan', '-o', path('p'), file(SAY_HI))
        Files.writeString(directory.resolve('p'), Files.readString(directory.resolve('p')).replace('echo hi', 'echo ho'))

        expect:
        remote('run', '--plan', path('p')) == new Ended(5, '', "ehpc: plan '${path('p')}' was changed after ehpc wrote it\n" +
                'ehpc: nothing was sent; create a new plan with ehpc plan\n')
    }

    def 'a step that fails ends the plan with the code of a run'() {
        given:
        remote('plan', '-o', path('p'), file("cluster('$DEMO') {\n    run 'echo no; exit 3' on node('login0')\n    run 'date' on nodes\n}\n"))

        expect:
        remote('run', '--plan', path('p')) == new Ended(1, 'login0 (1) failed: exit code 3\n  no\n',
                "${path('a.ehpc')}:2: run 'echo no; exit 3': 0 of 1 node ok, 1 failed\n    " +
                "  run 'echo no; exit 3' on node('login0')\n  not ok: login0\n")
    }

    def 'a plan takes the place of a plan, and of nothing else'() {
        given:
        String script = file(SAY_HI)

        expect:
        remote('plan', '-o', path('p'), script).code() == 0
        remote('plan', '-o', path('p'), '-e', 'initialize()').code() == 0
        json('p').steps*.word == ['initialize()']
        remote('plan', '-o', script, script) == new Ended(2, '', "ehpc: -o must name a new file or a plan, '$script' is another file\n")
        Files.readString(directory.resolve('a.ehpc')) == SAY_HI
    }

    def 'a plan is saved to the target of a link'() {
        given:
        Files.createFile(directory.resolve('real'))
        Files.createSymbolicLink(directory.resolve('link'), directory.resolve('real'))

        when:
        remote('plan', '-o', path('link'), '-e', 'initialize()')

        then:
        Files.isSymbolicLink(directory.resolve('link'))
        json('real').steps.size() == 1
    }

    def 'secrets are in no output and no file, and are looked up when the plan is carried out'() {
        given:
        String script = file("cluster('$DEMO') {\n    api.addUsers(user: [[name: 'user01', group: 'users', password: secret('PW')]])\n}\n")

        when:
        Ended planned = remote(env: [PW: 'Tr0ub4dor&3'], 'plan', '-o', path('p'), script)

        then:
        planned.code() == 0
        planned.out().contains("User.1.Password  secret('PW')\n")
        !(planned.out() + planned.err() + Files.readString(directory.resolve('p'))).contains('Tr0ub4dor')

        when:
        Ended without = remote('run', '--plan', path('p'))

        then:
        without == new Ended(5, '', "ehpc: secret 'PW' is not set in the environment\nehpc: nothing was sent; create a new plan with ehpc plan\n")

        when:
        remote(env: [PW: 'An0ther&one'], 'run', '--plan', path('p'))

        then:
        changes()*.parameters()*.get('User.1.Password') == ['***']
        service.hasPassword(DEMO, 'user01', 'An0ther&one')
    }

    def 'a secret in plain text is neither shown nor saved'() {
        when:
        Ended ended = remote('plan', '-o', path('p'), '-e',
                "cluster('$DEMO') { api.addUsers(user: [[name: 'user01', group: 'users', password: 'Tr0ub4dor&3']]) }")

        then:
        ended == new Ended(2, '', "ehpc: line 1: AddUsers: User.1.Password must be given as secret('NAME'), is plain text; " +
                'a secret is looked up when the plan is carried out\n')
        !Files.exists(directory.resolve('p'))
    }

    def 'wrong usage is reported: #words'() {
        given:
        Files.writeString(directory.resolve('other'), '{"a": 1}')

        when:
        Ended ended = remote(*words.collect { it.replace('DIR', directory.toString()) })

        then:
        ended == new Ended(2, '', message.replace('DIR', directory.toString()))

        where:
        words                                              || message
        ['run', '--plan', 'DIR/no']                        || "ehpc: plan 'DIR/no' not found\n"
        ['run', '--plan', 'DIR']                           || "ehpc: plan 'DIR' cannot be read: Is a directory\n"
        ['run', '--plan', 'DIR/other']                     || "ehpc: 'DIR/other' is not a plan of ehpc: it is other JSON\n"
        ['run', '--plan', 'DIR/other', 'a.ehpc']           || 'ehpc: --plan must be given without a script and arguments; the plan contains its own\n'
        ['run', '--plan', 'DIR/other', '-e', 'println 1']  || 'ehpc: --plan must be given without a script and arguments; the plan contains its own\n'
        ['run', '--plan', '']                              || 'ehpc: --plan must be the name of a file, is empty\n'
        ['plan', '-o', 'DIR', '-e', 'println 1']           || "ehpc: -o must name a file, 'DIR' is a directory\n"
        ['plan', '-o', 'DIR/no/p', '-e', 'println 1']      || "ehpc: -o must name a file in an existing directory, is 'DIR/no/p'\n"
        ['plan', '--output', 'table', '-e', 'println 1']   || "ehpc: --output must be text or json for a plan, is 'table'\n"
        ['plan', '--detailed-exit', 'a.ehpc']              || "ehpc: unknown option '--detailed-exit'; did you mean '--detailed-exitcode'?\n"
        ['plan', 'DIR/no.ehpc']                            || "ehpc: script 'DIR/no.ehpc' not found\n"
    }

    def 'colours distinguish added and removed lines'() {
        expect:
        remote('--color', 'always', 'plan', '-e', "cluster('$DEMO') { postScript 'https://h/a' }").out()
                .contains("\u001B[1mcluster $DEMO\u001B[0m\n\n  line 1  postScript  1 call\n\u001B[32m    + https://h/a\u001B[0m\n")
    }

    def 'changes by the script itself are refused with their line, unless effects are allowed'() {
        given:
        Path report = directory.resolve('report')
        String script = file("cluster('$DEMO') {\n    new File('$report').withWriter { it << id }\n    run 'echo hi' on nodes\n}\n")

        when:
        Ended refused = remote('plan', script)

        then:
        refused == new Ended(5, '', """\
            $script:2: File.withWriter() changes files, which a plan must not do; the plan stopped before this call
                  new File('$report').withWriter { it << id }
              next: --allow-effects permits it during planning
            """.stripIndent())
        !Files.exists(report)

        when:
        Ended allowed = remote('plan', '--allow-effects', script)

        then:
        allowed.code() == 0
        allowed.out().endsWith('1 cluster, 1 step, 1 call, 6 nodes; nothing was sent\n')
        Files.readString(report) == DEMO
    }

    def 'the page on plans shows the refusal'() {
        given:
        String page = Files.readString(Path.of('..', 'dsl', 'docs', 'plans.md'))
        String script = (page =~ /(?s)```groovy kernels.ehpc\n(.*?)```/)[0][1]
        String shown = (page =~ /(?s)plan kernels.ehpc\n(.*?)```/)[0][1]

        expect:
        remote('plan', file(script)).err().replace(path('a.ehpc'), 'kernels.ehpc') == shown
    }

    private Map json(String name) {
        JsonMapper.shared().readValue(Files.readString(directory.resolve(name)), Map)
    }

    private String path(String name) {
        directory.resolve(name)
    }

    private String file(String text) {
        Files.writeString(directory.resolve('a.ehpc'), text)
    }

    private List<ReceivedRequest> changes() {
        service.requests().findAll { Catalogue.ehpc().operation(it.action()).mutates() }
    }

    private Ended remote(Map options = [:], String... words) {
        Map<String, String> keys = [ALIBABA_CLOUD_ACCESS_KEY_ID: service.accessKeyId(), ALIBABA_CLOUD_ACCESS_KEY_SECRET: service.accessKeySecret()]
        List<String> account = ['--region', 'cn-hangzhou', '--endpoint', service.endpoint().toString()]
        Cli.call([env: keys + ((options.env ?: [:]) as Map)], (account + words.toList()) as String[])
    }
}
