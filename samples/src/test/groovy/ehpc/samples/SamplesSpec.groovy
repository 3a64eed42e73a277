package ehpc.samples

import ehpc.connect.Connection
import ehpc.connect.ConnectionOptions
import ehpc.local.LocalOptions
import ehpc.local.SchedulerMode
import ehpc.local.Transitions
import ehpc.script.CompiledScript
import ehpc.script.ScriptException
import ehpc.script.ScriptRun
import ehpc.script.Scripts
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Every sample runs on a local service of its own and prints what lies in expected/. A sample that needs arguments or secrets has a
 * comment with the command line that runs it, and is run like that.
 */
class SamplesSpec extends Specification {

    private static final String RUN = /(?m)^\/\/ ((?:[A-Z]+=\S+ )*)ehpc --local run (--yes )?(\S+\.ehpc)(.*)$/

    @AutoCleanup
    @Shared
    Connection connection = Connection.local()

    @AutoCleanup
    Connection own

    @TempDir
    Path folder

    def 'a sample script prints what is expected'() {
        given:
        StringBuilder out = new StringBuilder()

        when:
        started(script).output(out).run()

        then:
        out.toString() == Files.readString(expected(script))

        where:
        script << scripts()
    }

    def 'a sample says how to run it, with --yes if that is needed'() {
        given:
        CompiledScript compiled = Scripts.compile(script)
        List<String> line = commandLine(script)

        expect:
        line == null || line[3] == script.fileName.toString()
        (line?.get(2) != null) == !compiled.destroyingWords().empty

        where:
        script << scripts()
    }

    def 'the sweep prints the same with the queue of the service'() {
        given:
        StringBuilder out = new StringBuilder()

        when:
        started(Path.of('sweep.ehpc'), LocalOptions.defaults().withScheduler(SchedulerMode.BUILT_IN)).output(out).run()

        then:
        out.toString() == Files.readString(Path.of('expected', 'sweep.txt'))
    }

    def 'a cluster whose post script fails is deleted, and the sample fails'() {
        given:
        Path setup = Files.writeString(folder.resolve('setup.sh'), 'test "$HOSTNAME" != compute000 || exit 3\n')

        when:
        started(Path.of('up.ehpc')).args(["file:$setup".toString()]).output(new StringBuilder()).run()

        then:
        ScriptException e = thrown()
        e.message.contains('node compute000: post script 1')
        own.ehpc().clusters()*.name == ['localdemo1', 'localhybrid']
    }

    def 'new settings that fail on too many nodes are not declared for new nodes'() {
        given:
        Path setup = Files.writeString(folder.resolve('setup.sh'), 'echo "no disk"; exit 3\n')
        StringBuilder out = new StringBuilder()

        when:
        started(Path.of('rollout.ehpc')).args([setup.toString(), 'https://example.com/setup.sh', '2']).output(out).run()

        then:
        ScriptException e = thrown()
        e.message.contains('too many nodes failed')
        out.toString() == '''\
            version 2: 0 of 4 nodes ok, 3 failed, 1 not-run
            compute[000-002] (3) failed: exit code 3
              no disk
            compute003 (1) not-run: stopped after 3 nodes that are not ok, 1 tolerated
            '''.stripIndent()
        own.ehpc().cluster('ehpc-hz-localdemo1').postScripts() == []
    }

    def 'each expected output belongs to a sample'() {
        expect:
        list('expected', '.txt')*.fileName*.toString()*.replace('.txt', '') ==
                scripts()*.fileName*.toString()*.replace('.ehpc', '')
    }

    def 'the embedding program does the same work in both ways'() {
        given:
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()
        PrintStream out = new PrintStream(bytes, true, 'UTF-8')

        when:
        Hello.throughJava(connection, out)
        Hello.throughScript(connection, out)

        then:
        bytes.toString('UTF-8') == '''\
            compute000: hi
            compute001: hi
            compute002: hi
            compute003: hi
            login0: hi
            manager0: hi
            compute[000-003],login0,manager0 (6)
              hi
            6 of 6 nodes ok
            '''.stripIndent()
    }

    def 'the planning program shows a plan and does what it says'() {
        given:
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()

        when:
        Planned.through(connection, new PrintStream(bytes, true, 'UTF-8'))
        String out = bytes.toString('UTF-8')

        then:
        out.startsWith('plan of hello.ehpc in cn-hangzhou\n')
        out.endsWith('\ncompute[000-003],login0,manager0 (6)\n  hi\n')
    }

    /** The run of a sample on a new service, with the arguments and the environment of its command line. */
    private ScriptRun<?> started(Path script, LocalOptions options = LocalOptions.defaults()) {
        own = Connection.open(ConnectionOptions.defaults().local(options.withTransitions(Transitions.atOnce())))
        List<String> line = commandLine(script) ?: ['', '', '', '', '']
        Map<String, String> environment = line[1].tokenize(' ').collectEntries { it.split('=') as List }
        List<String> arguments = line[4].replace('"', '').replace('$PWD', Path.of('').toAbsolutePath().toString()).tokenize(' ')
        Scripts.compile(script).over(own.ehpc()).environment(environment).args(arguments)
    }

    /** The parts of the command line in the comment of a sample, or null: the text, variables, --yes, the script and the arguments. */
    private static List<String> commandLine(Path script) {
        (Files.readString(script) =~ RUN).collect { it as List<String> }[0]
    }

    private static List<Path> scripts() {
        list('.', '.ehpc')
    }

    private static Path expected(Path script) {
        Path.of('expected', script.fileName.toString().replace('.ehpc', '.txt'))
    }

    private static List<Path> list(String directory, String ending) {
        Files.list(Path.of(directory)).withCloseable { files -> files.filter { it.toString().endsWith(ending) }.toList().sort(false) }
    }
}
