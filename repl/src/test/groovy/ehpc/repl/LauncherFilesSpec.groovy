package ehpc.repl

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import spock.lang.Specification
import spock.lang.TempDir

/** The directories and files of the launcher. */
class LauncherFilesSpec extends Specification {

    @TempDir
    Path directory

    private FakeTree tree

    def setup() {
        tree = new FakeTree(directory.resolve('outside'), directory.resolve('a tree'))
    }

    def 'a removed working directory is reported in one line'() {
        given:
        tree.call('--version')

        when:
        Ended ended = tree.call(command: ['sh', '-c', '/bin/mkdir gone && cd gone && /bin/rmdir ../gone && exec "$0" x', tree.launcher])

        then:
        ended.code() == 2
        ended.err().readLines().findAll { it.startsWith('ehpc: ') } == ['ehpc: the working directory was removed; change to another one']
        ended.out() == ''
    }

    def 'temporary files are in TMPDIR if it is a writable directory: #name'() {
        given:
        Path there = Files.createDirectories(directory.resolve('a tmp'))
        String value = name.replace('THERE', there.toString())

        expect:
        tree.call(env: [TMPDIR: value], 'x').out().contains("[-Djava.io.tmpdir=$value]") == taken

        where:
        name          | taken
        'THERE'       | true
        'THERE/none'  | false
        'relative'    | false
        ''            | false
    }

    def 'the classes that the launcher starts exist'() {
        when:
        List<String> names = new File(tree.launcher).text.findAll(/\behpc\.repl\.[A-Z]\w+/).unique()

        then:
        names.size() == 2
        names.every { LauncherFilesSpec.classLoader.loadClass(it).getMethod('main', String[]) }
    }

    def 'archives of other versions go when they are many or old'() {
        given:
        tree.call('--version')
        (1..12).each {
            Path other = Files.createFile(tree.target().resolve("classes-17.0.$it-1-1.jsa"))
            Files.setLastModifiedTime(other, FileTime.fromMillis(1_000_000L * it))
        }
        Path half = Files.createFile(tree.target().resolve('classes-17.0.1-1-1.jsa.123'))
        Files.setLastModifiedTime(half, FileTime.fromMillis(0))

        when:
        Files.setLastModifiedTime(tree.target().resolve('lib/ehpc-dsl-1.jar'), FileTime.fromMillis(System.currentTimeMillis() + 1000))
        tree.call('--version')

        then:
        !Files.exists(half)
        tree.target().toFile().list().count { it.endsWith('.jsa') } == 8
        tree.call('x').out().contains('SharedArchiveFile')
    }
}
