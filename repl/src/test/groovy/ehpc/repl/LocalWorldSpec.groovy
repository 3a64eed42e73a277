package ehpc.repl

import ehpc.local.ExecutionMode
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import ehpc.local.Transitions
import ehpc.repl.internal.render.PrettyJson
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Scripts and {@code ehpc call} change the clusters of the local service and see the changes of each other. */
class LocalWorldSpec extends Specification {

    private static final String DEMO = 'ehpc-hz-localdemo1'
    private static final Map<String, String> PASSWORDS = [PW: 'Open-Sesame-1', NEXT: 'Open-Sesame-2']

    @TempDir
    Path directory

    @AutoCleanup
    LocalService service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

    def 'a script and calls manage users'() {
        given:
        String script = Files.writeString(directory.resolve('users.ehpc'), """\
            cluster('$DEMO') {
                api.addUsers(user: [[name: 'ada0001', group: 'users', password: secret('PW')],
                                    [name: 'grace.h', group: 'wheel', password: secret('PW')]])
                api.modifyUserPasswords(user: [[name: 'ada0001', password: secret('NEXT')]])
                api.listUsers().users.userInfo.each { println "\$it.name: \$it.group" }
            }
            """.stripIndent())

        when:
        Ended ran = ehpc('run', '--yes', script)

        then:
        ran.code() == 0
        ran.out() == 'ada0001: users\ngrace.h: wheel\n'
        service.hasPassword(DEMO, 'ada0001', PASSWORDS.NEXT)
        service.hasPassword(DEMO, 'grace.h', PASSWORDS.PW)

        when:
        List<Ended> calls = [
            ehpc('call', 'ModifyUserGroups', '--ClusterId', DEMO, '--User.1.Name', 'ada0001', '--User.1.Group', 'wheel'),
            ehpc('call', 'DeleteUsers', '--ClusterId', DEMO, '--User.1.Name', 'grace.h'),
            ehpc('call', 'AddUsers', '--ClusterId', DEMO, '--User.1.Name', 'ada0001', '--User.1.Group', 'users',
                    '--User.1.Password', PASSWORDS.PW),
            ehpc('call', 'ListUsers', '--ClusterId', DEMO),
        ]

        then:
        calls*.code() == [0, 0, 3, 0]
        calls[2].err() ==~ /ehpc: AddUsers: AgentError.Account.UserAlreadyExist: user 'ada0001' exists in cluster $DEMO \(request id \S+\)\n/
        PrettyJson.read(calls[3].out()).Users.UserInfo.collect { [it.Name, it.Group] } == [['ada0001', 'wheel']]
        !([ran] + calls).any { (it.out() + it.err()).contains('Sesame') }
    }

    def 'a script and calls manage queues'() {
        given:
        String script = Files.writeString(directory.resolve('queues.ehpc'), """\
            cluster('$DEMO') {
                api.addQueue(queueName: 'gpu')
                api.setQueue(node: [[name: 'compute000'], [name: 'compute003']], queueName: 'gpu')
                println queues*.name
                println nodes.queue('gpu')
            }
            """.stripIndent())

        when:
        Ended ran = ehpc('run', script)

        then:
        ran == new Ended(0, '[workq, gpu]\ncompute[000,003]\n', '')

        when:
        List<Ended> calls = [
            ehpc('call', 'SetQueue', '--ClusterId', DEMO, '--Node.1.Name', 'compute000', '--Node.2.Name', 'compute003', '--QueueName', 'workq'),
            ehpc('call', 'DeleteQueue', '--ClusterId', DEMO, '--QueueName', 'gpu'),
            ehpc('call', 'ListQueues', '--ClusterId', DEMO),
        ]

        then:
        calls*.code() == [0, 0, 0]
        PrettyJson.read(calls[2].out()).Queues.QueueInfo*.QueueName == ['workq']
    }

    def 'a script and calls manage tags'() {
        given:
        String script = Files.writeString(directory.resolve('tags.ehpc'), """\
            def tags = (10..69).collect { [key: 'key' + it, value: 'x'] }
            tags.collate(20).each { api.tagResources(resourceType: 'cluster', resourceId: ['$DEMO'], tag: it) }
            """.stripIndent())

        when:
        Ended ran = ehpc('run', script)

        then:
        ran == new Ended(0, '', '')

        when:
        List<Ended> calls = [
            ehpc('call', 'ListTagResources', '--all-pages', '--ResourceType', 'cluster'),
            ehpc('call', 'UnTagResources', '--ResourceType', 'cluster', '--ResourceId.1', DEMO, '--All', 'true'),
            ehpc('call', 'ListTagResources', '--ResourceType', 'cluster'),
        ]

        then:
        calls*.code() == [0, 0, 0]
        PrettyJson.read(calls[0].out()).TagResources.TagResource*.TagKey == (10..69).collect { "key$it".toString() }
        PrettyJson.read(calls[2].out()).TagResources.TagResource == []
    }

    def 'a script and calls manage clusters and nodes'() {
        given:
        service.close()
        service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST).withTransitions(Transitions.atOnce()))
        String script = Files.writeString(directory.resolve('clusters.ehpc'), """\
            def made = api.createCluster(name: 'made', password: secret('PW'), 'ecsOrder.compute.count': 1)
            cluster(made.clusterId) {
                api.addNodes(count: 2)
                println nodes.compute
                println api.listTasks(archived: true).tasks*.taskType
                run 'echo hi' on nodes.compute
            }
            println clusters*.status
            """.stripIndent())

        when:
        Ended ran = ehpc('run', script)

        then:
        ran.code() == 0
        ran.out() == 'compute[000-002]\n[AddComputes, CreateCluster]\ncompute[000-002] (3)\n  hi\n[running, running, running]\n'

        when:
        List<Ended> calls = [
            ehpc('call', 'StopCluster', '--ClusterId', DEMO),
            ehpc('call', 'DeleteCluster', '--ClusterId', DEMO),
            ehpc('call', 'ListNodes', '--ClusterId', DEMO),
        ]

        then:
        calls*.code() == [0, 0, 3]
        calls[2].err() =~ /ehpc: ListNodes: ClusterNotFound: there is no cluster $DEMO/
    }

    private Ended ehpc(String... words) {
        Map<String, String> keys = [ALIBABA_CLOUD_ACCESS_KEY_ID: service.accessKeyId(), ALIBABA_CLOUD_ACCESS_KEY_SECRET: service.accessKeySecret()]
        List<String> account = ['--region', 'cn-hangzhou', '--endpoint', service.endpoint().toString()]
        Cli.call([env: keys + PASSWORDS], (account + words.toList()) as String[])
    }
}
