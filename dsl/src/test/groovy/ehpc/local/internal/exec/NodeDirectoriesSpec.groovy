package ehpc.local.internal.exec

import java.nio.file.Files
import java.nio.file.LinkOption
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class NodeDirectoriesSpec extends Specification {

    @TempDir
    Path temporary

    def 'a node has its directories, for its user alone'() {
        when:
        def node = new NodeDirectories(temporary.resolve('nodes'), null, false).prepare(machine('n1'))

        then:
        NodeDirectory.PLACES.every { Files.isDirectory(node.at(it)) && permissions(node.at(it)) == 'rwx------' }
        permissions(node.base()) == 'rwx------'
        node.user() == -1
    }

    def 'a link in the place of a directory is refused and not followed'() {
        given:
        def directories = new NodeDirectories(temporary.resolve('nodes'), null, false)
        def node = directories.prepare(machine('n1'))
        def elsewhere = Files.createDirectory(temporary.resolve('elsewhere'))

        when:
        DirectoryTrees.delete(node.base().resolve(place))
        Files.createSymbolicLink(node.base().resolve(place), elsewhere)
        directories.prepare(machine('n1'))

        then:
        IOException e = thrown()
        e.message == "${node.base().resolve(place)} is not a directory"
        Files.list(elsewhere).toList().empty

        where:
        place << ['root', 'tmp', 'var', 'var/tmp', 'dev', 'dev/shm']
    }

    def 'what a node plants in its directories leads nowhere when the next command starts'() {
        given:
        def nodes = NodeLab.open('plain')
        def victim = Files.writeString(temporary.resolve('victim'), 'untouched')

        when:
        nodes.run("mv ~ ~/../moved; ln -s $temporary ~")
        def exit = nodes.start('echo never > ~/victim').exit().get(20, TimeUnit.SECONDS)

        then:
        exit.kind() == Exit.Kind.NOT_STARTED
        NodeLab.text(exit) == "the command could not be started: ${nodes.node('n1')}/root is not a directory"
        Files.readString(victim) == 'untouched'

        cleanup:
        nodes?.close()
    }

    @Requires({ NodeLab.HERE.root() })
    def 'each node has a user id of its own, which it keeps'() {
        given:
        def nodes = temporary.resolve('nodes')

        when:
        def first = directories(nodes)
        def users = ['n1', 'n2', 'n3'].collect { first.prepare(machine(it)).user() }
        def second = directories(nodes)
        def later = ['n4', 'n3', 'n1'].collect { second.prepare(machine(it)).user() }

        then:
        users.toSet().size() == 3
        later.tail() == [users[2], users[0]]
        !users.contains(later[0])
        owner(nodes.resolve('n2/home')) == users[1]
        owner(nodes.resolve('n2')) == 0
    }

    def 'the nodes of a cluster share a home, and have one user id'() {
        given:
        def directories = NodeLab.HERE.root() ? directories(temporary.resolve('nodes'))
                : new NodeDirectories(temporary.resolve('nodes'), null, false)

        when:
        def one = directories.prepare(machine('n1', 'c1'))
        def two = directories.prepare(machine('n2', 'c1'))
        def other = directories.prepare(machine('n3', 'c2'))

        then:
        one.at('/home') == two.at('/home')
        one.at('/home') != other.at('/home')
        one.at('/root') != two.at('/root')
        one.user() == two.user()
        !NodeLab.HERE.root() || one.user() != other.user()
        permissions(one.at('/home')) == 'rwx------'
    }

    @Requires({ NodeLab.HERE.root() })
    def 'directories of another user are given to the node, but not what its links lead to'() {
        given:
        def nodes = temporary.resolve('nodes')
        def before = new NodeDirectories(nodes, null, false).prepare(machine('n1'))
        Files.writeString(before.at('/root').resolve('file'), 'kept')
        Files.createDirectory(before.at('/root').resolve('directory'))
        def victim = Files.createFile(temporary.resolve('victim'))
        Files.createSymbolicLink(before.at('/root').resolve('link'), victim)
        Files.createSymbolicLink(before.at('/root').resolve('directory/up'), temporary)

        when:
        def node = directories(nodes).prepare(machine('n1'))

        then:
        ['file', 'directory', 'link', 'directory/up'].every { owner(node.at('/root').resolve(it)) == node.user() }
        owner(victim) == 0
        owner(temporary) == 0
    }

    def 'a tree is deleted, closed directories and all, and no link in it followed'() {
        given:
        def nodes = NodeLab.open('plain')
        def victim = Files.writeString(temporary.resolve('victim'), 'untouched')

        when:
        nodes.run("mkdir -p ~/a/b/c; ln -s $temporary ~/a/link; ln -s $victim ~/a/b/file; touch ~/a/b/c/x; chmod 0 ~/a/b/c ~/a/b ~/a")
        DirectoryTrees.delete(nodes.node('n1'))
        DirectoryTrees.delete(nodes.node('n1'))

        then:
        !Files.exists(nodes.node('n1'))
        Files.readString(victim) == 'untouched'

        cleanup:
        nodes?.close()
    }

    private static NodeDirectories directories(Path nodes) {
        new NodeDirectories(nodes, UserIds.forWorld(nodes), false)
    }

    private static int owner(Path path) {
        Files.getAttribute(path, 'unix:uid', LinkOption.NOFOLLOW_LINKS) as int
    }

    private static String permissions(Path path) {
        PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
    }

    private static Machine machine(String node, String cluster = '') {
        new Machine(node, node, cluster)
    }
}
