package ehpc.script

import ehpc.Ehpc
import ehpc.api.Transport
import ehpc.script.internal.compile.ClassStore
import ehpc.script.internal.compile.ScriptCompiler
import ehpc.script.internal.source.Source
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
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
        Map<String, byte[]> other = new ScriptCompiler().bytes(new Source('b.ehpc', 'println "from the cache"'))
        new ClassStore(directory).keep(new Source('a.ehpc', 'println 1 + 1'), other)

        then:
        files(directory) == [kept]
        output(Scripts.compile('another name.ehpc', 'println 1 + 1', cache)) == 'from the cache\n'
        output(Scripts.compile('a.ehpc', 'println 1 + 2', cache)) == '3\n'
        files(directory).size() == 2
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
        script.over(Ehpc.over(Transport.OFFLINE, 'cn-hangzhou')).output(out).run()
        out.toString()
    }

    private static List<Path> files(Path directory) {
        Files.list(directory).withCloseable { it.toList().sort(false) }
    }

    private static String permissions(Path file) {
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
    }
}
