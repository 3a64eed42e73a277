package ehpc.script

import ehpc.EhpcClient
import ehpc.api.Catalogue
import ehpc.api.Transport
import ehpc.script.internal.compile.ClassPruning
import ehpc.script.internal.compile.ClassStore
import ehpc.script.internal.compile.CompilationContext
import ehpc.script.internal.compile.ScriptCompiler
import ehpc.script.internal.diagnostics.Source
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.nio.file.attribute.PosixFilePermissions
import java.time.Duration
import java.time.Instant
import spock.lang.Specification
import spock.lang.TempDir

class ScriptCacheSpec extends Specification {

    @TempDir
    Path temp

    def 'an unchanged script is taken from the cache, a changed one is compiled'() {
        given:
        Path directory = temp.resolve('a/b')
        ScriptCache cache = ScriptCache.in(directory)

        expect:
        output(Scripts.compile('a.ehpc', 'println 1 + 1', cache)) == '2\n'
        files(directory).size() == 1

        when:
        Path kept = files(directory)[0]
        Map<String, byte[]> other = new ScriptCompiler(CompilationContext.file(Catalogue.ehpc()))
                .bytes(new Source('b.ehpc', 'println "from the cache"'))
        new ClassStore(directory).keep(new Source('a.ehpc', 'println 1 + 1'), other)

        then:
        files(directory) == [kept]
        output(Scripts.compile('another name.ehpc', 'println 1 + 1', cache)) == 'from the cache\n'
        output(Scripts.compile('a.ehpc', 'println 1 + 2', cache)) == '3\n'
        files(directory).size() == 2
    }

    def 'the cache loses what is old, what is more than a thousand, and what was left half made'() {
        given:
        Path directory = Files.createDirectories(temp.resolve('cache'))
        Instant now = Instant.now()
        file(directory, 'f-old', now - Duration.ofDays(31))
        file(directory, 'f-young', now - Duration.ofDays(29))
        file(directory, 'new1.tmp', now - Duration.ofDays(2))
        file(directory, 'new2.tmp', now - Duration.ofHours(2))

        when:
        new ClassPruning(directory).prune(now)

        then:
        files(directory)*.fileName*.toString().toSorted() == ['f-young', 'new2.tmp']

        when:
        (1..1010).each { file(directory, "f-$it", now - Duration.ofMinutes(it)) }
        new ClassPruning(directory).added(directory.resolve('f-1'))

        then:
        files(directory).size() == 1012

        when:
        new ClassPruning(directory).added(directory.resolve('0-1'))

        then:
        files(directory).size() == 1000
        !Files.exists(directory.resolve('f-young'))
        Files.exists(directory.resolve('f-999'))
    }

    def 'what is used stays: its time is that of its last use, to the day'() {
        given:
        Path directory = temp.resolve('cache')
        ScriptCache cache = ScriptCache.in(directory)
        Scripts.compile('a.ehpc', 'println 1', cache)
        Path kept = files(directory)[0]
        FileTime before = FileTime.from(Instant.now() - Duration.ofDays(20))
        Files.setLastModifiedTime(kept, before)

        when:
        Scripts.compile('a.ehpc', 'println 1', cache)

        then:
        Files.getLastModifiedTime(kept) > before
    }

    def 'the cache is for its owner alone'() {
        given:
        Path directory = temp.resolve('cache')
        Scripts.compile('a.ehpc', 'println 1', ScriptCache.in(directory))

        expect:
        permissions(directory) == 'rwx------'
        permissions(files(directory)[0]) == 'rw-------'
    }

    def 'a cache that is broken or cannot be written is none'() {
        given:
        Path directory = temp.resolve('cache')
        ScriptCache cache = ScriptCache.in(directory)
        Scripts.compile('a.ehpc', 'println 1', cache)
        Path kept = files(directory)[0]
        byte[] whole = Files.readAllBytes(kept)

        when:
        Files.write(kept, Arrays.copyOf(whole, length.call(whole.length) as int))

        then:
        output(Scripts.compile('a.ehpc', 'println 1', cache)) == '1\n'
        Files.readAllBytes(kept) == whole
        output(Scripts.compile('a.ehpc', 'println 1', ScriptCache.in(Path.of('/proc/none')))) == '1\n'

        where:
        length << [{ 0 }, { 3 }, { it.intdiv(2) }, { it - 1 }]
    }

    private static String output(CompiledScript script) {
        StringBuilder out = new StringBuilder()
        script.over(EhpcClient.create(Transport.OFFLINE, 'cn-hangzhou')).output(out).run()
        out.toString()
    }

    private static List<Path> files(Path directory) {
        Files.list(directory).withCloseable { it.toList().sort(false) }
    }

    private static String permissions(Path file) {
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
    }

    private static void file(Path directory, String name, Instant time) {
        Files.setLastModifiedTime(Files.createFile(directory.resolve(name)), FileTime.from(time))
    }
}
