package ehpc.local

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

class PersistenceSpec extends LocalSpecification {

    @TempDir
    Path temp

    def 'a data directory keeps the world'() {
        given:
        start(kept())
        ask('InitializeEHPC', [RegionId: REGION])
        ask('SetPostScripts', [ClusterId: DEMO, RegionId: REGION, 'PostInstallScripts.1.Url': 'https://a/ü'])
        service.stopNode(node('compute001'))
        service.setClusterStatus(HYBRID, 'exception')
        String id = ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'say grün', Timeout: 77]).body.CommandId
        waitFor(id)
        List before = results(id)
        service.close()

        when:
        start(kept())

        then:
        refusal('InitializeEHPC', [RegionId: REGION])[1] == 'EntityAlreadyExists.RoleError'
        ask('GetPostScripts', [ClusterId: DEMO, RegionId: REGION]).body.PostInstallScripts == [[Args: '', Url: 'https://a/ü']]
        ask('ListNodes', [ClusterId: DEMO, HostName: 'compute001']).at('Nodes.NodeInfo')*.Status == ['stopped']
        ask('DescribeCluster', [ClusterId: HYBRID]).at('ClusterInfo.Status') == 'exception'
        ask('ListCommands', [ClusterId: DEMO]).at('Commands.Command') ==
                [[CommandContent: 'say grün', CommandId: id, Timeout: '77', WorkingDir: '/root']]
        results(id) == before
        before*.Message.toUnique() == ['grün', 'node compute001 must be running, is stopped']

        when:
        String next = ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'say more']).body.CommandId

        then:
        next != id
        ask('ListCommands', [ClusterId: DEMO]).at('Commands.Command')*.CommandId == [next, id]
    }

    def 'a command that ran when the service ended has been killed'() {
        given:
        start(kept())
        String id = ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'hold', 'Instance.1.Id': node('login0')]).body.CommandId
        new PollingConditions(timeout: 10).eventually { assert machines.held.size() == 1 }
        service.close()

        when:
        start(kept())

        then:
        results(id).collect { [it.InvokeRecordStatus, it.ExitCode, it.Message] } ==
                [['Finished', 137, 'the local service stopped before the command ended']]
    }

    def 'what a crash left half written is dropped'() {
        given:
        start(kept())
        String id = ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hi']).body.CommandId
        waitFor(id)
        service.close()
        Path file = temp.resolve('world/commands/00000001.jsonl')
        List<String> lines = Files.readAllLines(file)
        Files.writeString(file, lines[0..-2].join('\n') + '\n' + lines[-1][0..20])

        when:
        start(kept())

        then:
        results(id)*.Message == ['hi'] * 5 + ['the local service stopped before the command ended']

        when:
        service.close()
        start(kept())

        then:
        results(id)*.Message == ['hi'] * 5 + ['the local service stopped before the command ended']
    }

    def 'a directory belongs to one service at a time'() {
        given:
        start(kept())

        when:
        start(kept())

        then:
        LocalServiceException e = thrown()
        e.message == "data directory ${temp.resolve('world')} is in use by another local service"
    }

    def 'a directory that cannot be one is refused'() {
        given:
        Path file = Files.writeString(temp.resolve('file'), 'x')

        when:
        start(LocalOptions.defaults().withDataDirectory(file))

        then:
        LocalServiceException e = thrown()
        e.message.startsWith("data directory $file is not a writable directory (")
    }

    def 'files that are none of ours are refused: #name'() {
        given:
        Files.createDirectories(temp.resolve('world/commands'))
        Files.writeString(temp.resolve("world/$name"), content, StandardOpenOption.CREATE)

        when:
        start(kept())

        then:
        LocalServiceException e = thrown()
        e.message == "${temp.resolve("world/$name")} is damaged; $remedy"

        where:
        name               | content | remedy
        'world.json'       | '{'     | 'remove its directory to start with an empty one'
        'commands/1.jsonl' | 'x\n'   | 'remove it to discard the command'
    }

    def 'without a data directory nothing stays, whatever a command left there'() {
        given:
        start()
        waitFor(ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hi']).body.CommandId)
        Path closedDirectory = Files.createDirectories(machines.directory.resolve('node/closed'))
        Files.writeString(closedDirectory.resolve('file'), 'x')
        Files.createSymbolicLink(closedDirectory.resolve('link'), temp)
        closedDirectory.toFile().writable = false

        when:
        service.close()

        then:
        machines.closed
        !Files.exists(machines.directory.parent)
        Files.exists(temp)
    }

    private LocalOptions kept() {
        LocalOptions.defaults().withDataDirectory(temp.resolve('world'))
    }
}
