package ehpc.local.internal.exec

import ehpc.local.ExecutionMode
import ehpc.local.ExecutionUnavailableException
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class MachineChoiceSpec extends Specification {

    static final String INSTALL = '; install bubblewrap (the program bwrap)'
    static final String ALLOW = '; allow user namespaces, which bubblewrap needs'

    /** What a command finds that runs as it is; whoever is not root does not even get to look. */
    static final String NOT_ISOLATED = NodeLab.HERE.root()
            ? 'the host name of a command is not its own'
            : "working directory '/root' not found on the node, or not accessible"

    @TempDir
    Path world

    def 'the machines that are chosen for this machine run commands and say how'() {
        given:
        def machines = NodeMachines.create(ExecutionMode.HOST, world.resolve('new/world'))

        when:
        def exit = run(machines, 'echo hi; pwd')

        then:
        new String(exit.output()) == "hi\n${world.toRealPath()}/new/world/nodes/i-1/root\n"
        machines.describe() == "not isolated: plain processes of this machine, as user ${NodeLab.HERE.user()} of this machine"
        Files.list(world.resolve('new/world')).map { it.fileName.toString() }.toList() == ['nodes']

        cleanup:
        machines?.close()
    }

    @Requires({ NodeLab.works('bubblewrap, root') || NodeLab.works('bubblewrap, a user') })
    def 'bubblewrap comes first'() {
        given:
        def machines = MachineChoice.machines(ExecutionMode.AUTO, world, NodeLab.HERE)

        expect:
        machines.describe().startsWith('isolated by bubblewrap (')
        new String(run(machines, 'pwd; uname -n').output()) == '/root\ncompute000\n'

        cleanup:
        machines?.close()
    }

    @Requires({ NodeLab.works('unshare, root') })
    def 'without bubblewrap the kernel\'s namespaces do'() {
        given:
        def machines = MachineChoice.machines(ExecutionMode.AUTO, world, here(programs: { it == 'bwrap' ? Optional.empty() : NodeLab.HERE.find(it) }))

        expect:
        machines.describe() == "isolated by the kernel's namespaces (unshare), as a user id per cluster"
        new String(run(machines, 'pwd; uname -n').output()) == '/root\ncompute000\n'

        cleanup:
        machines?.close()
    }

    def 'without any isolation, being inside a container is enough'() {
        given:
        def machines = MachineChoice.machines(ExecutionMode.AUTO, world, here(programs: { Optional.empty() }, insideContainer: true, user: 1))

        expect:
        machines.describe() == 'not isolated: plain processes of this machine, as user 1 of this machine'

        cleanup:
        machines?.close()
    }

    @Requires({ NodeLab.works('plain, a user id per node') })
    def 'inside a container, root gives each node a user id of its own'() {
        given:
        def machines = MachineChoice.machines(ExecutionMode.CONTAINER, world, here(insideContainer: true))

        expect:
        machines.describe() == 'not isolated: plain processes of this machine, as a user id per cluster, without root inside'
        new String(run(machines, 'id -u').output()).trim().toInteger() > 60000

        cleanup:
        machines?.close()
    }

    def 'with nothing that isolates, AUTO refuses and says what was tried and what would help'() {
        when:
        MachineChoice.machines(ExecutionMode.AUTO, world, here(programs: { Optional.empty() }, insideContainer: false))

        then:
        ExecutionUnavailableException e = thrown()
        e.message == 'no isolation of commands works on this machine' +
                " (bubblewrap: program 'bwrap' not found; unshare: program 'setpriv' not found;" +
                ' container: this process does not run inside a container)' + INSTALL
    }

    def 'a mode that was asked for is never replaced by another (#mode)'() {
        when:
        MachineChoice.machines(mode, world, here(programs: { Optional.empty() }, insideContainer: false))

        then:
        ExecutionUnavailableException e = thrown()
        e.message == "execution mode $word does not work on this machine: $reason$INSTALL"

        where:
        mode                     | word         | reason
        ExecutionMode.BUBBLEWRAP | 'bubblewrap' | "program 'bwrap' not found"
        ExecutionMode.UNSHARE    | 'unshare'    | "program 'setpriv' not found"
        ExecutionMode.CONTAINER  | 'container'  | 'this process does not run inside a container'
    }

    def 'a program that is there and does not isolate is not trusted (#what)'() {
        given:
        def bin = Files.createDirectories(world.resolve('bin'))
        def fake = Files.writeString(bin.resolve('bwrap'), "#!/bin/sh\n$script\n")
        fake.toFile().setExecutable(true)

        when:
        MachineChoice.machines(ExecutionMode.BUBBLEWRAP, world, here(
                programs: { it == 'bwrap' ? Optional.of(fake) : NodeLab.HERE.find(it) }, user: 1, insideContainer: false))

        then:
        ExecutionUnavailableException e = thrown()
        e.message == "execution mode bubblewrap does not work on this machine: $reason$ALLOW"

        where:
        what                  | script                                                   || reason
        'it fails'            | 'echo bwrap: no permission to isolate >&2; exit 1'       || 'the command could not be started: bwrap: no permission to isolate'
        'it fails silently'   | 'exit 7'                                                 || 'the command could not be started: exit code 7'
        'it isolates nothing' | 'while [ "$1" != -- ]; do shift; done; shift; exec "$@"' || NOT_ISOLATED
    }

    def 'a world directory that cannot be one is named'() {
        given:
        def file = Files.createFile(world.resolve('file'))

        when:
        NodeMachines.create(ExecutionMode.HOST, file.resolve('world'))

        then:
        ExecutionUnavailableException e = thrown()
        e.message.startsWith("directory $file/world of the local service is not writable: ")
    }

    def 'a node id or host name that is none is refused'() {
        given:
        def machines = NodeMachines.create(ExecutionMode.HOST, world)

        when:
        machines.start(new Machine(node, host, ''), new RequestedCommand('true', '/', Duration.ofSeconds(1)))

        then:
        IllegalArgumentException e = thrown()
        e.message.startsWith(message)

        cleanup:
        machines?.close()

        where:
        node    | host   || message
        '..'    | 'ok'   || 'node id must be like '
        'a/b'   | 'ok'   || 'node id must be like '
        ''      | 'ok'   || 'node id must be like '
        'i-1'   | '-x'   || 'host name must be like '
        'i-1'   | 'a b'  || 'host name must be like '
    }

    def 'a timeout that is none is refused'() {
        when:
        new RequestedCommand('true', '/', timeout)

        then:
        IllegalArgumentException e = thrown()
        e.message == "timeout must be more than zero, is $timeout"

        where:
        timeout << [Duration.ZERO, Duration.ofSeconds(-1)]
    }

    private static Exit run(NodeMachines machines, String text) {
        machines.start(new Machine('i-1', 'compute000', ''), new RequestedCommand(text, '/root', Duration.ofSeconds(30)))
                .exit().get(60, TimeUnit.SECONDS)
    }

    private static HostProbe here(Map changes) {
        def here = NodeLab.HERE
        new HostProbe(changes.programs ?: here.programs(), changes.user ?: here.user(), here.homes(),
                changes.getOrDefault('insideContainer', here.insideContainer()), here.launcher())
    }
}
