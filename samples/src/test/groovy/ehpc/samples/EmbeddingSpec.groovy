package ehpc.samples

import java.nio.file.Files
import java.nio.file.Path
import java.util.jar.Attributes
import java.util.jar.JarFile
import java.util.jar.JarOutputStream
import java.util.jar.Manifest
import java.util.zip.Deflater
import java.util.zip.ZipEntry
import javax.tools.ToolProvider
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** The library on a module path, and in one jar of everything, each in a JVM of its own. */
@Timeout(180)
class EmbeddingSpec extends Specification {

    private static final String PAGE = Files.readString(Path.of('..', 'dsl', 'docs', 'embedding.md'))

    private static final String SCRIPT = '''\
        cluster('ehpc-hz-localdemo1') { run "echo ${'a b'}" timeout 10.seconds on nodes.login }
        println api.listRegions().regions.regionInfo*.regionId
        def unknown = [2]
        println unknown.collect { it.minutes }
        '''.stripIndent()

    private static final String PRINTED = 'login0 (1)\n  a b\n[cn-hangzhou]\n[PT2M]\n'

    /** What the tests bring along, and no program that embeds the library has. */
    private static final List<String> OF_TESTS = [
        'spock', 'junit', 'opentest4j', 'apiguardian', 'hamcrest', 'archunit', 'geantyref', 'surefire', 'ehpc-repl', 'picocli', 'jline',
        'snakeyaml', 'dataformat', 'java-diff-utils', 'common-j'
    ]

    @Shared
    @TempDir
    Path folder

    def 'on the module path, with the words of the page'() {
        given:
        Path lib = Files.createDirectories(folder.resolve('lib'))
        parts().each { Path part ->
            if (Files.isDirectory(part)) {
                jar(lib.resolve('ehpc-dsl.jar'), [part], ['Automatic-Module-Name': moduleName()])
            } else {
                Files.copy(part, lib.resolve(part.fileName))
            }
        }
        Path module = write('module-info.java', block('java\nmodule '))
        Path host = write('h/Host.java', "package h;\n${program('Host')}")
        compiled('-p', lib, '-d', folder.resolve('mods/host'), module, host)
        List<String> words = block('sh\njava ').split(/\s+/).drop(1).collect {
            it == 'lib:mods' ? [lib, folder.resolve('mods')].join(File.pathSeparator) : it
        }

        expect:
        run(words) == PRINTED
    }

    def 'in one jar, which keeps of each file that of the #which library'() {
        given:
        Path classes = Files.createDirectories(folder.resolve(which))
        compiled('-cp', parts().join(File.pathSeparator), '-d', classes, write('Flat.java', program('Flat')))
        Path all = folder.resolve("${which}.jar")
        jar(all, (which == 'first' ? parts() : parts().reverse()) + [classes], ['Main-Class': 'Flat', 'Multi-Release': 'true'])

        expect:
        run(['-jar', all.toString()]) == PRINTED

        where:
        which << ['first', 'last']
    }

    private static String program(String name) {
        """
        import ehpc.connect.Connection;
        import ehpc.script.Scripts;
        public class $name {
            public static void main(String[] args) {
                try (Connection connection = Connection.local()) {
                    Scripts.compile("s.ehpc", args[0]).over(connection.ehpc()).run();
                }
            }
        }
        """
    }

    /** The library and all that it needs: jars, and folders of classes. */
    private static List<Path> parts() {
        System.getProperty('java.class.path').split(File.pathSeparator).toList().findAll { String entry ->
            OF_TESTS.every { !entry.split('/').last().contains(it) } && (entry.endsWith('.jar') || entry.endsWith('dsl/target/classes'))
        }.collect { Path.of(it) }
    }

    private static String moduleName() {
        (Files.readString(Path.of('..', 'dsl', 'pom.xml')) =~ /<module.name>(.*)<\/module.name>/)[0][1]
    }

    /** What stands in the block that begins so, with its beginning. */
    private static String block(String beginning) {
        String rest = PAGE.split('```' + beginning, 2)[1]
        beginning.readLines().drop(1).join('\n') + rest.split('```', 2)[0]
    }

    private Path write(String name, String text) {
        Path file = folder.resolve('src').resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }

    private static void compiled(Object... words) {
        ByteArrayOutputStream complaints = new ByteArrayOutputStream()
        int code = ToolProvider.systemJavaCompiler.run(null, complaints, complaints, *(['-proc:none'] + words*.toString()))
        assert code == 0 : complaints
    }

    private String run(List<String> words) {
        Process process = new ProcessBuilder([Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), '-Xmx512m'] + words + SCRIPT)
                .redirectErrorStream(true).directory(folder.toFile()).start()
        process.outputStream.close()
        process.inputStream.getText('UTF-8')
    }

    /** One jar of several, or of folders: of files of one name the first. */
    private static void jar(Path jar, List<Path> parts, Map<String, String> attributes) {
        Manifest manifest = new Manifest()
        manifest.mainAttributes.put(Attributes.Name.MANIFEST_VERSION, '1.0')
        attributes.each { name, value -> manifest.mainAttributes.putValue(name, value) }
        Set<String> there = ['META-INF/MANIFEST.MF'] as Set
        new JarOutputStream(Files.newOutputStream(jar), manifest).withCloseable { JarOutputStream out ->
            out.level = Deflater.NO_COMPRESSION
            parts.each { part ->
                files(part) { String name, InputStream content ->
                    if (!(name =~ /^META-INF\/[^\/]*\.(SF|RSA|DSA)$/) && name != 'module-info.class' && there.add(name)) {
                        out.putNextEntry(new ZipEntry(name))
                        content.transferTo(out)
                        out.closeEntry()
                    }
                }
            }
        }
    }

    private static void files(Path part, Closure<?> each) {
        if (Files.isDirectory(part)) {
            Files.walk(part).withCloseable { all ->
                all.filter { Files.isRegularFile(it) }.forEach { Path file ->
                    Files.newInputStream(file).withCloseable { each(part.relativize(file).join('/'), it) }
                }
            }
        } else {
            new JarFile(part.toFile()).withCloseable { JarFile jar ->
                jar.entries().findAll { !it.directory }.each { entry -> jar.getInputStream(entry).withCloseable { each(entry.name, it) } }
            }
        }
    }
}
