package ehpc.house

import ehpc.script.ScriptCache
import ehpc.script.Scripts
import java.nio.file.Path
import java.util.spi.ToolProvider
import spock.lang.Specification
import spock.lang.TempDir

/** The way to see what a script has become that the page of recipes describes. */
class UnpackSpec extends Specification {

    private static final Path PROGRAM = Sources.ROOT.resolve('dsl/src/debug/Unpack.java')

    @TempDir
    Path folder

    def 'the unpacked classes of a cached script show its renamed words'() {
        given:
        Scripts.compile('a.ehpc', "cluster('c') { run 'echo hi' on nodes }", ScriptCache.in(folder.resolve('scripts')))

        when:
        String printed = run(PROGRAM, *files('scripts'), folder.resolve('classes'))

        then:
        printed.readLines() as Set == files('classes') as Set
        classes().contains('runCommand')
        classes().contains('onAndPrint')
    }

    private static String run(Object... words) {
        String java = Path.of(System.getProperty('java.home'), 'bin', 'java')
        Process process = new ProcessBuilder([java, *words]*.toString()).redirectErrorStream(true).start()
        process.inputStream.text
    }

    private List<String> files(String name) {
        folder.resolve(name).toFile().listFiles()*.path
    }

    private String classes() {
        StringWriter out = new StringWriter()
        PrintWriter writer = new PrintWriter(out)
        ToolProvider.findFirst('javap').get().run(writer, writer, ['-v', '-p', *files('classes')] as String[])
        out
    }
}
