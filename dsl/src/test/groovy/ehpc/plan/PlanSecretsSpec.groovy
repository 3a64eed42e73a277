package ehpc.plan

import ehpc.EhpcClient
import ehpc.Origin
import ehpc.PostScript
import ehpc.api.Catalogue
import ehpc.api.InvalidRequestException
import ehpc.api.Problem
import ehpc.api.Request
import ehpc.api.Response
import ehpc.api.Secret
import ehpc.script.PlanRun

/** A plan names secrets, and holds none. */
class PlanSecretsSpec extends PlanSpecification {

    private static final String VALUE = 'Tr0ub4dor&3'
    private static final Secret SECRET = new Secret('PASSWORD', VALUE)

    final Planner planner = new Planner(ehpc, { 7 }, false)

    private EhpcClient getRecording() {
        ehpc.withEffects { planner }.withOrigin(new Origin(7, ''))
    }

    private Request users(Object password) {
        ehpc.cluster(DEMO).request('AddUsers').with('User', [[Name: 'user01', Group: 'users', Password: password]])
    }

    private Plan planned(Request... requests) {
        requests.each { recording.send(it) }
        new Plan(PlannedScript.of('s', Optional.empty(), ''), [], 'cn-hangzhou', false, PlanPlace.REGION, planner.steps(), planner.end(),
                planner.withheld())
    }

    def 'a secret parameter is kept by the name of its secret'() {
        when:
        Plan plan = planned(users(SECRET))

        then:
        plan.withheld() == []
        plan.steps()[0].calls()[0].parameters()['User.1.Password'] == new PlannedValue.SecretName('PASSWORD')
        plan.toString().contains("User.1.Password  secret('PASSWORD')\n")
        plan.json().contains('"User.1.Password": {\n')
        !(plan.json() + plan).contains(VALUE)
        Plan.read('p', plan.json()) == plan
        plan.steps()[0].calls()[0].request(Catalogue.ehpc(), 'cn-hangzhou', [PASSWORD: 'An0ther&one']).wire()['User.1.Password'] == 'An0ther&one'
    }

    def 'a secret that is plain text is left out, and the plan cannot be carried out'() {
        when:
        Plan plan = planned(users(VALUE))

        then:
        plan.withheld() == ["line 7: AddUsers: User.1.Password must be given as secret('NAME'), is plain text; " +
                'a secret is looked up when the plan is carried out']
        plan.toString().contains('User.1.Password  ***\n')
        !(plan.json() + plan).contains(VALUE)
        PlanRun.of(Plan.read('p', plan.json()), ehpc).drift() == plan.withheld()
    }

    def 'a secret travels as one until it is sent'() {
        given:
        Request request = users(SECRET)

        expect:
        request.checked().wireValues()['User.1.Password'] == SECRET
        request.wire()['User.1.Password'] == VALUE
        request.wire().keySet() == request.wireValues().keySet()
        !"$request".contains(VALUE)
        plan("api.addUsers(clusterId: '$DEMO', user: [[name: 'user01', group: 'users', password: secret('PASSWORD')]])").steps()[0].calls()[0]
                .request(Catalogue.ehpc(), 'cn-hangzhou', environment).wireValues()['User.1.Password'] == SECRET
    }

    def 'a secret is refused where the operation takes none: #parameters'() {
        when:
        ehpc.cluster(DEMO).request(operation).with(*parameters).checked()

        then:
        InvalidRequestException e = thrown()
        e.problems().last() == new Problem(path, Problem.Kind.WRONG_TYPE, "$path must not be a secret", Optional.empty())

        where:
        operation      | parameters                                                   || path
        'SetQueue'     | ['QueueName', SECRET]                                        || 'QueueName'
        'AddUsers'     | ['User', [[Name: SECRET, Group: 'users', Password: SECRET]]] || 'User[1].Name'
        'AddUsers'     | ['User', [SECRET]]                                           || 'User[1]'
        'TagResources' | ['Tag', SECRET]                                              || 'Tag'
    }

    def 'a secret that was put where none belongs is left out everywhere'() {
        given:
        planner.recordSecret(SECRET)

        when:
        recording.cluster(DEMO).run("login -p $VALUE").on(ehpc.cluster(DEMO).node('login0'))
        Plan plan = planned()

        then:
        plan.withheld() == ["line 7: InvokeShellCommand: Command must not contain a secret, contains the value of secret 'PASSWORD'"]
        (plan.steps()[0] as Step.Run).command() == 'login -p ***'
        !(plan.json() + plan).contains(VALUE)
    }

    def 'post scripts that differ in nothing but secrets are seen to differ, also in a plan that is read'() {
        given:
        environment.OTHER = 'An0ther&one'
        ehpc.cluster(DEMO).setPostScripts([PostScript.of('https://h/a', "-p $VALUE"), PostScript.of('https://h/b')])

        when:
        Plan plan = kept("""\
            def known = [secret('PASSWORD'), secret('OTHER')]
            2.times {
                cluster('$DEMO') {
                    postScript 'https://h/a', "-p \${env.OTHER}"
                    postScript 'https://h/b'
                }
            }
            """.stripIndent())

        then:
        plan.steps()*.changes() == [true, false]
        plan.steps()[0].text().endsWith('  1 call\n    - https://h/a -p ***\n    + https://h/a -p *** (secret 2)\n      https://h/b\n')
        plan.steps()[1].text().endsWith('  nothing changes\n      https://h/a -p ***\n      https://h/b\n')
        "post scripts must not contain a secret, contain the value of secret 'PASSWORD'" in plan.withheld()
        !(plan.json() + plan).contains(VALUE)
        !(plan.json() + plan).contains('An0ther')
    }

    def 'nothing of a secret is shown that begins with another one, that is quoted for a shell, or that is a directory: #what'() {
        given:
        environment.LONG = VALUE + 'tail'
        environment.QUOTED = "it's so"

        when:
        Plan plan = plan("['PASSWORD', 'LONG', 'QUOTED'].each { secret(it) }\ncluster('$DEMO') { run $what on nodes.login }")
        Step.Run step = plan.steps()[0] as Step.Run

        then:
        step.command() == command
        step.directory() == from
        plan.withheld() == ["line 2: InvokeShellCommand: $parameter must not contain a secret, contains the value of $names"]
        !(plan.json() + plan).contains('tail')
        !(plan.json() + plan).contains('so')

        where:
        what                                                  || command           | from        | parameter    | names
        '"login ${env.LONG}"'                                 || "login '***'"     | ''          | 'Command'    | "secret 'LONG'"
        '"login ${env.QUOTED}"'                               || "login '***'"     | ''          | 'Command'    | "secret 'QUOTED'"
        '"login ${env.PASSWORD} ${raw(env.QUOTED)}"'          || "login '***' ***" | ''          | 'Command'    | "secret 'PASSWORD', secret 'QUOTED'"
        "'true' from '/home/' + env.LONG"                     || 'true'            | '/home/***' | 'WorkingDir' | "secret 'LONG'"
    }

    def 'a secret must be there when the plan is carried out, and nothing is sent before'() {
        given:
        Plan plan = planned(users(SECRET))

        when:
        PlanRun.of(plan, ehpc).environment([:]).run()

        then:
        PlanRefusedException e = thrown()
        e.reasons() == ["secret 'PASSWORD' is not set in the environment"]
        changes().empty
    }

    def 'a secret that the operation cannot take is told before anything is sent, and not shown'() {
        given:
        recording.initialize()
        Plan plan = planned(users(SECRET))

        when:
        PlanRun.of(plan, ehpc).environment([PASSWORD: 'too simple']).run()

        then:
        InvalidRequestException e = thrown()
        e.message.startsWith('AddUsers: User[1].Password must be ')
        !e.message.contains('too simple')
        changes().empty
    }

    def 'a script that was given a secret and an argument that is one'() {
        when:
        Plan plan = plan("def s = secret('PASSWORD')\ninitialize()", [VALUE, 'b'])

        then:
        plan.args() == ['***', 'b']
        plan.withheld() == ["arguments must not contain a secret, contain the value of secret 'PASSWORD'"]
    }

    def 'short texts are no secrets: they stand in too many others'() {
        expect:
        plan("def s = secret('OTHER')\ncluster('$DEMO') { run 'echo x' on nodes }").withheld() == []
    }

    def 'what a call brings is not there, whatever is asked of it, and later calls are not taken down'() {
        given:
        Response answer = recording.send(users(VALUE))

        when:
        look.call(answer)

        then:
        Error e = thrown()
        e.message == 'plan ends at line 7: it depends on the result of api.addUsers() (line 7)'
        answer.requestId() == ''
        !answer.present

        when:
        recording.send(users(VALUE))

        then:
        thrown(PlanEnded)
        planner.steps().size() == 1

        where:
        look << [{ it.body().isEmpty() }, { it.text('TaskId') }, { it.objects('X.Y') }, { "$it".toString() },
                { it.equals(Response.of(it.operation(), [:])) }, { it.hashCode() }]
    }
}
