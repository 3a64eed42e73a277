package ehpc.local

import com.sun.net.httpserver.HttpServer
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.TempDir

/** New nodes run the post scripts of their cluster, as real processes. */
class PostScriptSpec extends LifecycleSpecification {

    @Shared
    HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)

    @Shared
    @TempDir
    Path temp

    @Shared
    @AutoCleanup
    LocalService real

    void setupSpec() {
        web.createContext('/') { exchange ->
            Map<String, String> scripts = [
                '/args.sh' : 'echo "$HOSTNAME: $#" >> order; for one; do echo "[$one]"; echo "$one" >> order; done',
                '/first.sh': '#!/bin/sh\necho first >> order\n# ' + 'x' * 100_000 + '\necho end >> order\n',
                '/fail.sh' : 'echo about to fail; [ "$HOSTNAME" != "$1" ] || exit 7',
            ]
            String script = scripts[exchange.requestURI.path]
            byte[] body = (script ?: 'nothing here').bytes
            exchange.sendResponseHeaders(script ? 200 : 404, body.length)
            exchange.responseBody.withCloseable { it.write(body) }
        }
        web.start()
        real = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST).withTransitions(Transitions.atOnce())
                .withDataDirectory(temp.resolve('world')))
    }

    void cleanupSpec() {
        web.stop(0)
    }

    void setup() {
        service = real
        client = new WireClient(service.endpoint())
    }

    def 'new nodes run all scripts in order, with their arguments'() {
        given:
        set([[url('first.sh'), ''], [url('args.sh?Signature=secret'), '-h "two words" \'$HOME\' a\\ b']])

        when:
        WireClient.Reply answer = ask('AddNodes', [ClusterId: DEMO, Count: 2])
        Map<String, ?> task = ended(answer)
        List<String> ids = answer.at('InstanceIds.InstanceId')
        List<Path> homes = ids.collect { temp.resolve("world/nodes/nodes/$it/root") }

        then:
        task.subMap('Status', 'Errors') == [Status: 'Success', Errors: '[]']
        statuses().toUnique() == ['running']
        homes.collect { Files.readAllLines(it.resolve('order')) } == ['compute004', 'compute005'].collect {
            ['first', 'end', "$it: 4".toString(), '-h', 'two words', '$HOME', 'a b']
        }
        homes.every { it.toFile().list().toList() == ['order'] }
        log(ids[0]) == "post script 1 (${url('first.sh')})\npost script 2 (${url('args.sh')})\n[-h]\n[two words]\n[\$HOME]\n[a b]\n"
    }

    def 'with Sync, the answer comes after the scripts'() {
        given:
        set([[url('first.sh'), '']])

        when:
        WireClient.Reply answer = ask('AddNodes', [ClusterId: DEMO, Count: 2, Sync: true])

        then:
        task(answer).Status == 'Success'
    }

    def 'a node whose script fails is in exception, the others are running, and the task says why'() {
        given:
        String added = next()
        set([[url('fail.sh'), added], [url('first.sh'), '']])

        when:
        WireClient.Reply answer = ask('AddNodes', [ClusterId: DEMO, Count: 2])
        Map<String, ?> task = ended(answer)
        List<String> ids = answer.at('InstanceIds.InstanceId')

        then:
        task.Status == 'PartialFail'
        errors(task) == ["node $added: post script 1 (${url('fail.sh')}) ended with exit code 7: about to fail".toString()]
        ask('ListNodes', [ClusterId: DEMO, PageSize: 100]).at('Nodes.NodeInfo').findAll { it.Id in ids }*.Status == ['exception', 'running']
        log(ids[0]).readLines()[-2..-1] == ['about to fail', "post script 1 (${url('fail.sh')}) ended with exit code 7: about to fail".toString()]
        !Files.exists(temp.resolve("world/nodes/nodes/${ids[0]}/root/order"))
    }

    def 'a script that cannot be had fails all nodes: #script'() {
        given:
        set([[script.startsWith('http') ? script : url(script), '']])

        when:
        Map<String, ?> task = ended(ask('AddNodes', [ClusterId: DEMO, Count: 2]))

        then:
        task.Status == 'Failed'
        errors(task).every { it =~ message }

        where:
        script                    | message
        'missing.sh'              | /post script 1 \(.*missing.sh\) could not be downloaded: HTTP status 404/
        'http://me:secret@127.0.0.1:1/x.sh?key=secret' | /post script 1 \(http:..127.0.0.1:1.x.sh\) could not be read: java.net.ConnectException/
    }

    def 'a reset node loses its files and runs the scripts again'() {
        given:
        set([])
        String id = ask('AddNodes', [ClusterId: DEMO, Count: 2]).at('InstanceIds.InstanceId')[0]
        Path home = temp.resolve("world/nodes/nodes/$id/root")
        String command = ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'echo mine > mine', 'Instance.1.Id': id]).body.CommandId
        waitFor(command)
        boolean there = Files.exists(home.resolve('mine'))
        set([[url('first.sh'), '']])

        when:
        WireClient.Reply answer = ask('ResetNodes', [ClusterId: DEMO, 'Instance.1.Id': id])
        Map<String, ?> task = ended(answer)

        then:
        there
        task.subMap('Status', 'TaskType') == [Status: 'Success', TaskType: 'ResetComputes']
        home.toFile().list().toList() == ['order']
    }

    def 'a new cluster runs scripts of file URLs and paths on all its nodes, and a failing manager is a cluster in exception'() {
        given:
        Path file = Files.writeString(temp.resolve('on this machine.sh'), 'echo "$1" >> order')
        Files.writeString(temp.resolve('plain.sh'), '[ "$HOSTNAME" = login0 ] && echo plain >> order')

        when:
        WireClient.Reply answer = ask('CreateCluster', NEW + [
            'PostInstallScript.1.Url': file.toUri(), 'PostInstallScript.1.Args': 'hello',
            'PostInstallScript.2.Url': temp.resolve('plain.sh')])
        String id = answer.body.ClusterId
        Map<String, ?> task = ended(answer, id)
        Map<String, String> nodes = ask('ListNodes', [ClusterId: id]).at('Nodes.NodeInfo').collectEntries { [it.HostName, it.Id] }

        then:
        ask('GetPostScripts', [ClusterId: id, RegionId: REGION]).body.PostInstallScripts*.Args == ['hello', '']
        task.Status == 'PartialFail'
        errors(task) == ["node manager0: post script 2 (${temp.resolve('plain.sh')}) ended with exit code 1".toString()]
        clusterStatus(id) == 'exception'
        Files.readAllLines(temp.resolve("world/nodes/nodes/${nodes.login0}/root/order")) == ['hello', 'plain']
    }

    def 'deleted nodes leave no files'() {
        given:
        set([[url('first.sh'), '']])
        WireClient.Reply addition = ask('AddNodes', [ClusterId: DEMO, Count: 2])
        ended(addition)
        String id = addition.at('InstanceIds.InstanceId')[0]
        boolean there = Files.exists(temp.resolve("world/nodes/nodes/$id/root"))

        when:
        ended(ask('DeleteNodes', [ClusterId: DEMO, 'Instance.1.Id': id]))
        waitFor(ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'true', 'Instance.1.Id': node('login0')]).body.CommandId)

        then:
        there
        !Files.exists(temp.resolve("world/nodes/nodes/$id"))
    }

    def 'scripts that were running when the service ended have failed'() {
        given:
        LocalOptions options = LocalOptions.defaults().withTransitions(Transitions.atOnce()).withDataDirectory(temp.resolve('other'))
        start(options)
        ask('SetPostScripts', [ClusterId: DEMO, RegionId: REGION, 'PostInstallScripts.1.Url': url('first.sh')])
        machines.holding = true
        WireClient.Reply answer = ask('AddNodes', [ClusterId: DEMO, Count: 2])
        List<String> before = statuses()[4..5]
        service.close()

        when:
        start(options)
        Map<String, ?> task = task(answer)

        then:
        before == ['initing', 'initing']
        task.Status == 'Failed'
        errors(task) == ['compute004', 'compute005'].collect { "node $it: the local service stopped while post scripts ran".toString() }
        statuses()[4..5] == ['exception', 'exception']
    }

    private String url(String name) {
        "http://127.0.0.1:${web.address.port}/$name"
    }

    private String next() {
        int last = hosts(Role: 'Compute', PageSize: 100).findAll { it ==~ /compute\d+/ }.collect { it[7..-1] as int }.max()
        String.format(Locale.ROOT, 'compute%03d', last + 1)
    }

    private void set(List<List<String>> scripts) {
        Map<String, String> parameters = [ClusterId: DEMO, RegionId: REGION]
        scripts.eachWithIndex { script, i ->
            parameters["PostInstallScripts.${i + 1}.Url".toString()] = script[0]
            parameters["PostInstallScripts.${i + 1}.Args".toString()] = script[1]
        }
        assert ask('SetPostScripts', parameters).status == 200
    }

    private static List<String> errors(Map<String, ?> task) {
        WireClient.JSON.readValue(task.Errors as String, List).toSorted()
    }

    private String log(String id) {
        Files.readString(temp.resolve("world/nodes/nodes/$id/post-scripts.log"))
    }
}
