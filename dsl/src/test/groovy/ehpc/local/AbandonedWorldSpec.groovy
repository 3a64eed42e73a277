package ehpc.local

import ehpc.local.internal.exec.DirectoryTrees
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Duration
import java.time.Instant
import spock.util.concurrent.PollingConditions

/** Worlds in the directory for temporary files. */
class AbandonedWorldSpec extends LocalSpecification {

    PollingConditions soon = new PollingConditions(timeout: 20)
    List<Path> made = []

    void cleanup() {
        made.findAll { Files.exists(it) }.each { DirectoryTrees.delete(it) }
    }

    def 'the world of a killed service is removed when the next one starts, and no other'() {
        given:
        Process program = new ProcessBuilder(
                "${System.getProperty('java.home')}/bin/java", '-cp', System.getProperty('java.class.path'), KilledServiceProgram.name)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
        Path killed = Path.of(program.inputReader().readLine())
        made << killed
        closedDirectoryIn(killed)
        start()
        Path running = machines.directory.parent
        [killed, running].each { age(it) }

        when: 'it runs'
        start()
        Path abandoned = world { Files.createFile(it.resolve('lock')) }
        start()

        then: 'only what is nobody\'s has gone'
        soon.eventually { assert !Files.exists(abandoned) }
        [killed, running].every { Files.exists(it.resolve('lock')) }

        when: 'it was killed'
        program.destroyForcibly().waitFor()
        start()

        then:
        soon.eventually { assert !Files.exists(killed) }
        Files.exists(running.resolve('lock'))

        cleanup:
        program?.destroyForcibly()
    }

    def 'a directory without a lock is removed, one that was just made is not, and no link is followed'() {
        given:
        Path mine = Files.createDirectories(made('ehpc-spec').resolve('mine'))
        Path link = Path.of("${made[0].parent}/ehpc-local-link-${UUID.randomUUID()}")
        made << Files.createSymbolicLink(link, mine)
        Path old = world { Files.createSymbolicLink(it.resolve('link'), mine) }
        Path young = made('ehpc-local-')

        when:
        start()

        then:
        soon.eventually { assert !Files.exists(old) }
        Files.exists(mine)
        Files.isSymbolicLink(link)
        Files.exists(young)
    }

    def 'a data directory that is refused stays locked for the first service'() {
        given:
        Path world = made('ehpc-spec')
        LocalOptions options = LocalOptions.defaults().withDataDirectory(world)
        start(options)

        when:
        start(options)

        then:
        thrown(LocalServiceException)

        when:
        Process other = new ProcessBuilder(
                "${System.getProperty('java.home')}/bin/java", '-cp', System.getProperty('java.class.path'),
                KilledServiceProgram.name, world.toString())
                .redirectErrorStream(true)
                .start()

        then:
        other.inputReader().text.contains('is in use by another local service')
    }

    private Path made(String prefix) {
        Path path = Files.createTempDirectory(prefix)
        made << path
        path
    }

    private Path world(@DelegatesTo(Path) Closure<?> content) {
        Path path = made('ehpc-local-')
        content.call(path)
        closedDirectoryIn(path)
        age(path)
        path
    }

    private static void closedDirectoryIn(Path world) {
        Path closed = Files.createDirectories(world.resolve('nodes/n1/closed'))
        Files.writeString(closed.resolve('file'), 'x')
        closed.toFile().writable = false
    }

    private static void age(Path directory) {
        Files.setLastModifiedTime(directory, FileTime.from(Instant.now() - Duration.ofHours(2)))
    }
}
