package ehpc.samples

import ehpc.connect.Connection
import java.nio.file.Files
import java.nio.file.Path
import javax.tools.JavaCompiler
import javax.tools.ToolProvider
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The Java on the pages of the manual compiles from its text, and runs on the local service. */
class JavaBlocksSpec extends Specification {

    private static final List<String> PACKAGES = [
        'ehpc', 'ehpc.api', 'ehpc.command', 'ehpc.connect', 'ehpc.journal', 'ehpc.local', 'ehpc.node', 'ehpc.plan', 'ehpc.script', 'java.io',
        'java.nio.file', 'java.time', 'java.util', 'java.util.concurrent'
    ]

    private static final Map<String, List<String>> PRINTED = [
        'dsl/docs/embedding.md': [
            'login0: hi', 'compute[000-003],login0,manager0 (6)\n  hi', '6 nodes, ok', 'compute003', 'true',
            '4 of 4 nodes ok', '{ok=1}', '3: gate.ehpc:1: '
        ],
        'dsl/docs/local-service.md': ['2\n2\n']
    ]

    @AutoCleanup
    @Shared
    Connection connection = Connection.local()

    @TempDir
    Path classes

    def 'block #number of #page compiles and runs'() {
        given:
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()

        when:
        run(java, new PrintStream(bytes, true, 'UTF-8'))

        then:
        bytes.toString('UTF-8').contains(printed)

        where:
        [page, number, java, printed] << blocks()
    }

    def 'what is wrong in a block is seen'() {
        when:
        run('Cluster cluster = connection.cluster("none");', System.out)

        then:
        AssertionError e = thrown()
        e.message.contains('cannot find symbol')
    }

    private void run(String java, PrintStream out) {
        Path source = classes.resolve('Block.java')
        Files.writeString(source, PACKAGES.collect { "import ${it}.*;\n" }.join() +
                'public class Block { public static Connection connection; public static PrintStream out;\n' +
                "public static void run() throws Exception {\n$java} }\n")
        JavaCompiler compiler = ToolProvider.systemJavaCompiler
        ByteArrayOutputStream complaints = new ByteArrayOutputStream()
        int code = compiler.run(null, complaints, complaints,
                '-proc:none', '-cp', System.getProperty('java.class.path'), '-d', classes.toString(), source.toString())
        assert code == 0 : complaints
        new URLClassLoader([classes.toUri().toURL()] as URL[], getClass().classLoader).withCloseable { loader ->
            Class<?> block = loader.loadClass('Block')
            block.getField('connection').set(null, connection)
            block.getField('out').set(null, out)
            block.getMethod('run').invoke(null)
        }
    }

    /** Each block of Java on a page of the manual, but for descriptors of modules, and a text that it prints, where one is known. */
    private static List<List<Object>> blocks() {
        List<List<Object>> found = Pages.blocks('java').findAll { !it[1].startsWith('module ') }.groupBy { it[0] }
                .collectMany { String page, List<List<String>> blocks ->
                    blocks.withIndex().collect { List<String> block, int index ->
                        [page, index + 1, block[1], PRINTED[page]?.getAt(index) ?: '']
                    }
                }
        assert found.size() >= PRINTED.values().sum { it.size() }
        found
    }
}
