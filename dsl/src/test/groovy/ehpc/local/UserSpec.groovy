package ehpc.local

import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.TempDir

class UserSpec extends LocalSpecification {

    static final String FIRST = 'Open-Sesame-1'
    static final String SECOND = 'Open-Sesame-2'
    static final Clock CLOCK = Clock.fixed(Instant.parse('2026-03-04T05:06:07.890Z'), ZoneOffset.UTC)

    @TempDir
    Path temp

    def 'users are added, listed, moved to another group and deleted'() {
        given:
        startAtFixedTime()

        expect:
        users() == []

        when:
        List answers = [
            add(ada0001: 'users', 'grace.h': 'wheel'),
            add(linus01: 'users'),
            ask('ModifyUserGroups', [ClusterId: DEMO, 'User.1.Name': 'grace.h', 'User.1.Group': 'users',
                                     'User.2.Name': 'linus01', 'User.2.Group': 'wheel', Async: true]),
            ask('DeleteUsers', [ClusterId: DEMO, 'User.1.Name': 'ada0001', Async: false]),
        ]

        then:
        answers*.status == [200] * 4
        answers*.body*.keySet()*.toList() == [['RequestId']] * 4
        users() == [
            [AddTime: '2026-03-04T05:06:07', Group: 'users', Name: 'grace.h'],
            [AddTime: '2026-03-04T05:06:07', Group: 'wheel', Name: 'linus01']]
        ask('ListUsers', [ClusterId: DEMO]).body.subMap('PageNumber', 'PageSize', 'TotalCount') ==
                [PageNumber: 1, PageSize: 10, TotalCount: 2]
        service.users(DEMO) == ['grace.h', 'linus01']
        service.users(HYBRID) == []
    }

    def 'the list of users has pages of at most 50'() {
        given:
        start()
        List<String> names = (10..69).collect { "user00$it".toString() }
        add(names.collectEntries { [it, 'users'] })

        expect:
        users([PageSize: 50, PageNumber: number])*.Name == names.subList(from, to)
        users([:])*.Name == names.take(10)
        refusal('ListUsers', [ClusterId: DEMO, PageSize: 51]) == [400, 'InvalidParams', 'PageSize must be 1 to 50, is 51']

        where:
        number | from | to
        1      | 0    | 50
        2      | 50   | 60
        3      | 60   | 60
    }

    def 'a query shows the users of its first call, with their ids, which are used once'() {
        given:
        startAtFixedTime()
        add(ada0001: 'users', 'grace.h': 'wheel')

        when:
        Map<String, ?> first = ask('ListUsersAsync', [ClusterId: DEMO]).body
        ask('DeleteUsers', [ClusterId: DEMO, 'User.1.Name': 'grace.h'])
        add('grace.h': 'users')

        then:
        first.subMap('AsyncStatus', 'PageNumber', 'PageSize', 'TotalCount') ==
                [AsyncStatus: 'Success', PageNumber: 1, PageSize: 10, TotalCount: 2]
        first.AsyncId ==~ /t-hz0[0-9a-z]{12}/
        first.Users.UserInfo == [
            [AddTime: '2026-03-04T05:06:07.000Z', Group: 'users', GroupId: '100', Name: 'ada0001', UserId: '1000'],
            [AddTime: '2026-03-04T05:06:07.000Z', Group: 'wheel', GroupId: '10', Name: 'grace.h', UserId: '1001']]
        with(ask('ListUsersAsync', [ClusterId: DEMO, AsyncId: first.AsyncId, PageSize: 1, PageNumber: 2]).body) {
            it.Users.UserInfo*.UserId == ['1001']
            it.AsyncId == first.AsyncId
        }
        ask('ListUsersAsync', [ClusterId: DEMO]).at('Users.UserInfo')*.UserId == ['1000', '1002']
        refusal('ListUsersAsync', [ClusterId: HYBRID, AsyncId: first.AsyncId]) == [400, 'InvalidParams',
            "AsyncId must be an id that ListUsersAsync returned for cluster $HYBRID, is $first.AsyncId"]
    }

    def 'a password is kept as a hash, and is in no answer, record, log or file'() {
        given:
        List<String> log = [].asSynchronized()
        start(kept().withRequestLog { log << it })

        when:
        add(ada0001: 'users')
        WireClient.Reply again = add(ada0001: 'users')
        List<Boolean> before = passwords()
        ask('ModifyUserPasswords', [ClusterId: DEMO, 'User.1.Name': 'ada0001', 'User.1.Password': SECOND])
        ask('ModifyUserPasswords', [ClusterId: DEMO, 'User.2.Name': 'ada0001', 'User.2.Password': SECOND, 'User.1.Pasword': SECOND, User: SECOND])
        client.ask('AddUser', [ClusterId: DEMO, 'User.1.Password': SECOND])

        then:
        before == [true, false]
        passwords() == [false, true]
        !service.hasPassword(DEMO, 'nobody', FIRST)

        and:
        service.requests()[0].parameters() == [ClusterId: DEMO, 'User.1.Name': 'ada0001', 'User.1.Group': 'users', 'User.1.Password': '***']
        service.requests()[3].parameters() ==
                [ClusterId: DEMO, 'User.2.Name': 'ada0001', 'User.2.Password': '***', 'User.1.Pasword': '***', User: '***']
        service.requests()[4].parameters() == [ClusterId: '***', 'User.1.Password': '***']
        log[0] ==~ /\S+ GET AddUsers 200 OK [0-9]+ms \S+/
        log[1] ==~ /\S+ GET AddUsers 406 AgentError.Account.UserAlreadyExist [0-9]+ms \S+/
        ![log, service.requests(), again.body, users(), Files.readString(temp.resolve('world/world.json'))]*.toString()
                .any { it.contains('Sesame') }
    }

    def 'equal passwords have different hashes'() {
        given:
        start(kept())

        when:
        add(ada0001: 'users', 'grace.h': 'users')
        List<String> hashes = file().clusters[DEMO].users.list*.passwordHash

        then:
        hashes.every { it ==~ '20000[$][A-Za-z0-9+/=]{24}[$][A-Za-z0-9+/=]{44}' }
        hashes.toUnique().size() == 2
    }

    def 'a data directory keeps the users, their passwords and the next id'() {
        given:
        start(kept())
        add(ada0001: 'users', 'grace.h': 'wheel')
        ask('DeleteUsers', [ClusterId: DEMO, 'User.1.Name': 'grace.h'])
        ask('SyncUsers', [ClusterId: HYBRID, RegionId: REGION])
        List before = users() + users([:], HYBRID)
        service.close()

        when:
        start(kept())

        then:
        users() + users([:], HYBRID) == before
        before*.Name == ['ada0001', 'alice', 'bob', 'carol']
        passwords() == [true, false]

        when:
        add('grace.h': 'users')

        then:
        ask('ListUsersAsync', [ClusterId: DEMO]).at('Users.UserInfo')*.UserId == ['1000', '1002']
    }

    def 'a world of the first format is read, and written in the present one'() {
        given:
        Files.createDirectories(temp.resolve('world'))
        Files.writeString(temp.resolve('world/world.json'), """{
            "roles": ["E-HPC"], "clusterStatus": {}, "nodeStatus": {}, "postScripts": {}, "addedNodes": {"$DEMO": 1},
            "users": {"$DEMO": [], "$HYBRID": ["alice", "bob"]}}""")

        when:
        start(kept())

        then:
        users([:], HYBRID) == ['alice', 'bob'].collect { [AddTime: '2026-01-05T02:00:00', Group: 'users', Name: it] }
        hosts(Role: 'Compute').size() == 5

        when:
        ask('SyncUsers', [ClusterId: HYBRID, RegionId: REGION])
        service.close()
        start(kept())

        then:
        service.users(HYBRID) == ['alice', 'bob', 'carol']
        file().format == 3
        !file().containsKey('users')
    }

    def 'a world of a later format is refused'() {
        given:
        Files.createDirectories(temp.resolve('world'))
        Path file = Files.writeString(temp.resolve('world/world.json'), '{"format": 4}')

        when:
        start(kept())

        then:
        LocalServiceException e = thrown()
        e.message == "$file has format 4 of a later version; this version reads up to format 3"
    }

    def '#action is refused: #code, #message'() {
        given:
        start()
        add(ada0001: 'users', 'grace.h': 'wheel')
        List before = users()

        expect:
        refusal(action, [ClusterId: DEMO] + parameters) == [status, code, message.toString()]
        users() == before
        passwords() == [true, false]

        where:
        action                | parameters                                                                     | status | code | message
        'AddUsers'            | user(1, 'linus01') + user(2, 'ada0001')                                        | 406    | 'AgentError.Account.UserAlreadyExist' | "user 'ada0001' exists in cluster $DEMO"
        'AddUsers'            | user(1, 'linus01') + user(2, 'linus01')                                        | 400    | 'InvalidParams' | "user 'linus01' must be given once, is given twice"
        'AddUsers'            | user(1, 'ada')                                                                 | 400    | 'InvalidParams' | 'User[1].Name must be 6 to 30 characters, is 3'
        'AddUsers'            | user(1, 'linus01', FIRST, 'root')                                              | 400    | 'InvalidParams' | "User[1].Group must be users or wheel, is 'root'"
        'AddUsers'            | user(1, 'linus01', 'abc')                                                      | 400    | 'InvalidParams' | 'User[1].Password must be 8 to 30 characters'
        'AddUsers'            | user(1, 'linus01', 'open-sesame')                                              | 400    | 'InvalidParams' | 'User[1].Password must be made of at least 3 of: upper-case letters, lower-case letters, digits, other characters'
        'AddUsers'            | [:]                                                                            | 400    | 'MissingParameter' | 'User must be given'
        'AddUsers'            | ['User.1.Name': 'linus01', 'User.1.Password': FIRST]                           | 400    | 'InvalidParams' | 'User[1].Group must be given'
        'DeleteUsers'         | ['User.1.Name': 'ada0001', 'User.2.Name': 'grace']                             | 406    | 'AgentError.Account.UserNotExist' | "user 'grace' not found in cluster $DEMO; did you mean 'grace.h'?"
        'ModifyUserGroups'    | ['User.1.Name': 'ada0001', 'User.1.Group': 'wheel', 'User.2.Name': 'xyz', 'User.2.Group': 'users'] | 406 | 'AgentError.Account.UserNotExist' | "user 'xyz' not found in cluster $DEMO"
        'ModifyUserGroups'    | ['User.1.Name': 'ada0001', 'User.1.Group': 'root']                             | 400    | 'InvalidParams' | "User[1].Group must be users or wheel, is 'root'"
        'ModifyUserGroups'    | ['User.1.Name': 'ada0001']                                                     | 400    | 'InvalidParams' | 'User[1].Group must be given'
        'ModifyUserGroups'    | ['User.1.Group': 'users']                                                      | 400    | 'InvalidParams' | 'User[1].Name must be given'
        'ModifyUserPasswords' | ['User.1.Name': 'ada0001', 'User.1.Password': SECOND, 'User.2.Name': 'xyz', 'User.2.Password': SECOND] | 406 | 'AgentError.Account.UserNotExist' | "user 'xyz' not found in cluster $DEMO"
        'ModifyUserPasswords' | ['User.1.Name': 'ada0001', 'User.1.Password': 'abc']                           | 400    | 'InvalidParams' | 'User[1].Password must be 8 to 30 characters'
        'ListUsersAsync'      | [AsyncId: 't-hz0']                                                             | 400    | 'InvalidParams' | "AsyncId must be an id that ListUsersAsync returned for cluster $DEMO, is t-hz0"
    }

    def 'a request has at most 100 users'() {
        given:
        start()

        expect:
        refusal('AddUsers', (1..101).collectEntries { user(it, "user00$it") } + [ClusterId: DEMO]) ==
                [400, 'InvalidParams', 'User must have 1 to 100 elements, has 101']
        users() == []
    }

    def '#action needs a running cluster with a running manager'() {
        given:
        start()
        add(ada0001: 'users')

        expect:
        refusal(action, [ClusterId: 'nowhere'] + parameters) ==
                [404, 'ClusterNotFound', "there is no cluster nowhere; known: $DEMO, $HYBRID"]

        when:
        service.setClusterStatus(DEMO, 'exception')

        then:
        refusal(action, [ClusterId: DEMO] + parameters) ==
                [403, 'InvalidClusterStatus', "cluster $DEMO must be running, is exception"]

        when:
        service.setClusterStatus(DEMO, 'running')
        service.stopNode(node('manager0'))

        then:
        refusal(action, [ClusterId: DEMO] + parameters) ==
                [404, 'ManagerNotFound', "a manager node of cluster $DEMO must be running, none is"]

        where:
        action                | parameters
        'AddUsers'            | user(1, 'linus01')
        'DeleteUsers'         | ['User.1.Name': 'ada0001']
        'ModifyUserGroups'    | ['User.1.Name': 'ada0001', 'User.1.Group': 'wheel']
        'ModifyUserPasswords' | ['User.1.Name': 'ada0001', 'User.1.Password': SECOND]
        'ListUsers'           | [:]
        'ListUsersAsync'      | [:]
    }

    def 'users of a hybrid cluster come from its data center: #action is refused'() {
        given:
        start()
        ask('SyncUsers', [ClusterId: HYBRID, RegionId: REGION])

        expect:
        refusal(action, [ClusterId: HYBRID] + parameters) ==
                [400, 'InvalidOpt', "users of hybrid cluster $HYBRID are changed in its data center, and copied by SyncUsers"]
        users([:], HYBRID)*.Name == ['alice', 'bob', 'carol']

        where:
        action                | parameters
        'AddUsers'            | user(1, 'linus01')
        'DeleteUsers'         | ['User.1.Name': 'alice']
        'ModifyUserGroups'    | ['User.1.Name': 'alice', 'User.1.Group': 'wheel']
        'ModifyUserPasswords' | ['User.1.Name': 'alice', 'User.1.Password': SECOND]
    }

    def 'of equal requests at once one succeeds, and no other change is lost'() {
        given:
        start()
        def threads = Executors.newFixedThreadPool(8)

        when:
        def tasks = (1..16).collect { i -> { -> add(("user0$i" as String): 'users', shared1: 'users').status } as Callable<Integer> } +
                (1..16).collect { i -> { -> add(("other$i" as String): 'users').status } as Callable<Integer> }
        List<Integer> statuses = threads.invokeAll(tasks)*.get()

        then:
        statuses.take(16).countBy { it } == [200: 1, 406: 15]
        statuses.drop(16) == [200] * 16
        users([PageSize: 50]).size() == 18
        ask('ListUsersAsync', [ClusterId: DEMO, PageSize: 50]).at('Users.UserInfo')*.UserId == (1000..1017)*.toString()

        cleanup:
        threads.shutdownNow()
    }

    private void startAtFixedTime() {
        start(LocalOptions.defaults().withClock(CLOCK))
        client.now = CLOCK.instant()
    }

    private LocalOptions kept() {
        LocalOptions.defaults().withDataDirectory(temp.resolve('world'))
    }

    private Map<String, ?> file() {
        WireClient.JSON.readValue(Files.readString(temp.resolve('world/world.json')), Map)
    }

    private List<Map<String, ?>> users(Map<String, ?> parameters = [:], String cluster = DEMO) {
        ask('ListUsers', [ClusterId: cluster] + parameters).at('Users.UserInfo')
    }

    /** Whether ada0001 has the first and the second password. */
    private List<Boolean> passwords() {
        [FIRST, SECOND].collect { service.hasPassword(DEMO, 'ada0001', it) }
    }

    /** Adds users by name and group. */
    private WireClient.Reply add(Map<String, String> groups) {
        Map<String, String> parameters = [ClusterId: DEMO]
        groups.eachWithIndex { name, group, i -> parameters += user(i + 1, name, FIRST, group) }
        ask('AddUsers', parameters)
    }

    private static Map<String, String> user(int number, String name, String password = FIRST, String group = 'users') {
        [("User.${number}.Name" as String): name, ("User.${number}.Group" as String): group, ("User.${number}.Password" as String): password]
    }
}
