package ehpc.local.internal.exec

import java.nio.channels.ServerSocketChannel
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class MachineViewSpec extends Specification {

    @TempDir
    Path temporary

    def 'the machine is shown but for what a node has of its own'() {
        when:
        def view = MachineView.of([], temporary)
        def shown = view.directories() + view.links().keySet()

        then:
        shown.contains(Path.of('/usr'))
        shown.contains(Path.of('/etc'))
        shown.every { it.nameCount == 1 && Files.exists(it) }
        !shown.any { it.toString() in ['/root', '/home', '/tmp', '/run', '/proc', '/dev'] }
        view.links().every { link, target -> Files.readSymbolicLink(link).toString() == target }
        view.ownPlaces().containsAll(['/root', '/home', '/tmp', '/dev/shm'])
    }

    def 'nothing that a machine needs is hidden (#home)'() {
        expect:
        MachineView.of([Path.of(home)], temporary).hidden() == MachineView.of([], temporary).hidden()

        where:
        home << ['/', '/usr', '/etc', '/var', '/nonexistent', '/root', '/home/somebody', '/tmp/x']
    }

    @Requires({ Files.isWritable(Path.of('/srv')) })
    def 'homes and the world are hidden where they really are'() {
        given:
        def place = Files.createTempDirectory(Path.of('/srv'), 'ehpc-spec')
        def home = Files.createDirectories(place.resolve('data/home'))
        def world = Files.createDirectories(home.resolve('world'))
        def other = Files.createDirectories(place.resolve('other'))
        def link = Files.createSymbolicLink(place.resolve('link'), place.resolve('data'))

        expect:
        MachineView.of([link.resolve('home'), other], world).hidden().findAll { it.startsWith(place) } as Set == [home, other] as Set

        cleanup:
        DirectoryTrees.delete(place)
    }

    @Requires({ Files.isWritable(Path.of('/var/lib')) })
    def 'services that listen below /var are out of reach'() {
        given:
        def place = Files.createTempDirectory(Path.of('/var/lib'), 'ehpc-spec')
        def server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        server.bind(UnixDomainSocketAddress.of(place.resolve('socket')))

        expect:
        MachineView.of([], temporary).hidden().contains(place)

        when:
        def nodes = NodeLab.open(way)

        then:
        nodes.output("ls -A $place; ls -d $place") == "$place\n"

        cleanup:
        nodes?.close()
        server?.close()
        DirectoryTrees.delete(place)

        where:
        way << ['bubblewrap, root', 'unshare, root']
    }
}
