package ehpc.dsl

import ehpc.NewUser
import ehpc.User
import ehpc.api.InputException
import ehpc.api.InvalidRequestException
import ehpc.api.Secret
import ehpc.connect.Connection
import ehpc.plan.NotApproved
import ehpc.plan.Plan
import ehpc.plan.Step
import ehpc.script.ScriptException
import ehpc.script.ScriptRun
import ehpc.script.Scripts
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** The word {@code users}: a list, and what can be done with users. */
@Timeout(60)
class UsersSpec extends Specification {

    static final String CLUSTER = 'ehpc-hz-localdemo1'

    @AutoCleanup
    Connection connection = Connection.local()

    StringBuilder out = new StringBuilder()

    def 'users are created, moved, given a password and deleted, and the list is what the service has'() {
        when:
        run '''
            users.add 'dave.liu', group: 'users', password: secret('DAVE')
            users.add "grace.${'h'}", group: 'wheel', password: secret('DAVE')
            println users*.name
            users.group 'dave.liu', 'wheel'
            users.each { println "$it.name $it.group" }
            users.password 'dave.liu', secret('OTHER')
            users.delete 'grace.h'
            println users.size() + ' ' + users.find { it.group == 'wheel' }.name
            users.delete users*.name
            println users
        '''

        then:
        out.toString() == '[dave.liu, grace.h]\ndave.liu wheel\ngrace.h wheel\n1 dave.liu\n[]\n'
        !connection.service().get().requests()*.toString().join().contains('Change-Me-1')
    }

    def 'the new password is the one at the service'() {
        when:
        run "users.add 'dave.liu', group: 'users', password: secret('DAVE')\nusers.password 'dave.liu', secret('OTHER')"

        then:
        connection.service().get().hasPassword(CLUSTER, 'dave.liu', 'Change-Me-2')
        !connection.service().get().hasPassword(CLUSTER, 'dave.liu', 'Change-Me-1')
    }

    def 'a change asks for no list, and a list is read once: #script'() {
        when:
        run script

        then:
        count('ListUsers') == reads

        where:
        script                                                                           || reads
        "users.add 'dave.liu', group: 'users', password: secret('DAVE')"                 || 0
        'println users.size() + users.size()'                                            || 2
        'def all = users\nprintln all.size() + all*.name.size()'                         || 1
        'users'                                                                          || 1
    }

    def 'a list in a variable has the users of its line, not those of a later change'() {
        when:
        run """
            def before = users
            users.add 'dave.liu', group: 'users', password: secret('DAVE')
            println before.size() + ' ' + users.size()
            println((users*.name - before*.name).first())
        """

        then:
        out.toString() == '0 1\ndave.liu\n'
    }

    def 'a list is the value of its block'() {
        expect:
        over("cluster('$CLUSTER') { users.add 'dave.liu', group: 'users', password: secret('DAVE')\n users }").run()
                .value()*.name == ['dave.liu']
    }

    def 'a method that changes a list is refused with the words, also when the list is empty: #change'() {
        when:
        over("cluster('$CLUSTER') { def list = users as Object; list.$change }").run()

        then:
        ScriptException e = thrown()
        e.message.contains("'users' cannot be changed like this; its words are users.add, users.delete, users.group, users.password")

        where:
        change << ["remove('ada.park')", 'clear()', 'removeIf { true }', 'removeAll([])', 'addAll([])']
    }

    def 'a word on a list that is kept works until the end of its block'() {
        when:
        run "def all = users\nall.add 'dave.liu', group: 'users', password: secret('DAVE')\nprintln all.size()"

        then:
        out.toString() == '1\n'

        when:
        over("def all = cluster('$CLUSTER') { users }\nall.delete 'dave.liu'").run()

        then:
        ScriptException e = thrown()
        e.message == "s.ehpc:2: 'users.delete' is called after the end of the block of cluster '$CLUSTER'"
    }

    def 'a refusal of the service is one message'() {
        when:
        run "users.delete 'nobody1'"

        then:
        ScriptException e = thrown()
        e.message ==~ /s.ehpc:2: DeleteUsers: .*'nobody1'.*\(request id \S+\)(?s).*/
        e.message.readLines()[0] == e.message.readLines().first()
    }

    def 'values that only the running script knows are checked before they are sent: #call'() {
        when:
        run call

        then:
        ScriptException e = thrown()
        e.message == 's.ehpc:2: ' + message
        count('AddUsers') + count('DeleteUsers') + count('ModifyUserGroups') == 0

        where:
        call                                                                                || message
        "users.add \"\${'d'}\", group: \"\${'x'}\", password: secret('DAVE')"               ||
                "users.add: name must be 6 to 30 characters, is 1; group must be users or wheel, is 'x'"
        "users.add(*:[group: 'users', password: 'text-Me-1'], 'dave.liu')"                  ||
                "users.add: password must be secret('NAME'), which reads the environment variable NAME: a script contains no passwords"
        "users.add 'dave.liu', group: 'users', password: secret('SHORT')"                   ||
                'users.add: password must be 8 to 30 characters'
        "users.group \"dave.liu\", \"\${'root'}\""                                          ||
                "users.group: group must be users or wheel, is 'root'"
        'users.delete(nodes*.name - nodes*.name)'                                           ||
                'users.delete: names must be given'
    }

    def 'a list is not changed like one of Java'() {
        when:
        run "users.add 'dave.liu', group: 'users', password: secret('DAVE')\nusers.clear()"

        then:
        ScriptException e = thrown()
        e.message.contains("'users' cannot be changed like this; its words are users.add, users.delete, users.group, users.password")
    }

    def 'a plan shows the changes, names what needs confirmation, and ends where a list depends on them'() {
        when:
        Plan plan = over(block('''
            users.add 'dave.liu', group: 'users', password: secret('DAVE')
            users.delete 'grace.h'
            println users.size()
        ''')).plan()

        then:
        plan.steps()*.word() == ['users.add', 'users.delete']
        plan.steps()*.destroys() == [false, true]
        plan.end().get().toString().contains('it depends on the result of users.delete')
        plan.toString().contains('line 3  users.delete  1 call, needs confirmation\n')
        plan.toString().contains('1 step needs confirmation')
        plan.toString().contains('secret(DAVE)') || plan.toString().contains("secret('DAVE')")
        !plan.toString().contains('Change-Me')
        count('AddUsers') + count('DeleteUsers') == 0
    }

    def 'what deletes or changes a password is confirmed if the program wants that, and a refusal ends the script'() {
        given:
        List<Step> asked = []

        when:
        over(block('''
            users.add 'dave.liu', group: 'users', password: secret('DAVE')
            users.password 'dave.liu', secret('OTHER')
            try { users.delete 'dave.liu' } catch (Exception e) { println e }
            println 'not reached'
        ''')).confirmation { asked << it; it.word() == 'users.password' }.run()

        then:
        ScriptException e = thrown()
        e.cause instanceof NotApproved
        e.message == 's.ehpc:4: users.delete was not approved: it was not sent, 2 steps before it were'
        asked*.word() == ['users.password', 'users.delete']
        out.length() == 0
        connection.ehpc().cluster(CLUSTER).users().list()*.name() == ['dave.liu']
    }

    def 'a script tells which of its words destroy, before it runs'() {
        expect:
        Scripts.compile('s.ehpc', script).destroyingWords().collect { "$it.line $it.word" as String } == found

        where:
        script                                                                                 || found
        "cluster('a') {\n users.delete 'dave.liu'\n}"                                          || ['2 users.delete']
        "cluster('a') {\n api.deleteUsers(user: [[name: 'x']])\n api.listUsers()\n}"           || ['2 api.deleteUsers']
        "cluster('a') {\n // users.delete\n println 'users.delete'\n users*.name\n}"          || []
        "def c = cluster('a')\nc.stopNodes c.nodes\nc.users.delete 'dave.liu'"                 || ['2 stopNodes', '3 users.delete']
        "cluster('a') { users.add 'dave.liu', group: 'users', password: secret('X') }"         || []
    }

    def 'Java manages several users in one call'() {
        given:
        def users = connection.ehpc().cluster(CLUSTER).users()
        Secret password = new Secret('P', 'Change-Me-1')

        when:
        users.add(new NewUser('dave.liu', User.USERS, password), new NewUser('grace.h', User.WHEEL, password))
        users.setGroup(User.WHEEL, ['dave.liu'])
        users.setPassword('dave.liu', new Secret('Q', 'Change-Me-2'))
        users.delete(['grace.h'])

        then:
        users.list()*.with { [it.name(), it.group(), it.addTime().empty] } == [['dave.liu', 'wheel', false]]
        count('AddUsers') == 1

        when:
        users.add(new NewUser('d', 'x', password))

        then:
        InvalidRequestException e = thrown()
        e.problems().size() == 2

        when:
        new NewUser('dave.liu', 'users', null)

        then:
        thrown(InputException)
    }

    private void run(String words) {
        over("cluster('$CLUSTER') {\n$words\n}").run()
    }

    private static String block(String words) {
        "cluster('$CLUSTER') {\n${words.stripIndent().strip()}\n}"
    }

    private ScriptRun over(String script) {
        Scripts.compile('s.ehpc', script).over(connection.ehpc()).output(out)
                .environment(DAVE: 'Change-Me-1', OTHER: 'Change-Me-2', SHORT: 'a1-B')
    }

    private int count(String operation) {
        connection.service().get().requests().count { it.action() == operation } as int
    }
}
