package ehpc.samples

import ehpc.repl.Main
import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/**
 * The commands on the pages. In a block {@code console}, each {@code $ ehpc ...} is called and prints the lines below it, where
 * {@code ...} stands for any text. A block {@code groovy NAME.ehpc} or {@code yaml NAME.yaml} is a file for the commands
 * of its page. In a block {@code sh}, what calls ehpc is called as well.
 */
class ConsoleBlocksSpec extends Specification {

    @Shared
    @TempDir
    Path home

    @TempDir
    Path folder

    def 'the commands on #page print what the page says'() {
        given:
        files(page)

        expect:
        calls.each { List<String> call ->
            Called called = ehpc(call[0])
            assert called.output ==~ pattern(call[1]), "${call[0]}:\n$called.output"
        }

        where:
        [page, calls] << consoles()
    }

    def '#command on #page ends with #code'() {
        expect:
        ehpc(command).code == code

        where:
        [page, command, code] << shellCommands()
    }

    def 'the shell commands on #page are right for bash'() {
        given:
        Process bash = new ProcessBuilder('bash', '-n').redirectErrorStream(true).start()

        when:
        bash.outputStream.withCloseable { it << script }
        String output = bash.inputStream.text

        then:
        output == ''
        bash.waitFor() == 0

        where:
        [page, script] << Pages.blocks('sh')
    }

    def 'the page about the command line has every command and option'() {
        given:
        String page = Pages.text('repl/docs/command-line.md')
        List<String> commands = (ehpc('ehpc --help').output =~ /(?m)^  ([a-z]+)(?:, [a-z]+)* {2,}/).collect { it[1] }
        Set<String> options = ([''] + commands).collectMany { ehpc("ehpc $it --help").output.findAll(/(?<![\w-])--[a-z][a-z-]+/) } as Set

        expect:
        commands.size() >= 8
        commands.findAll { !page.contains("`ehpc $it") } == []
        options.findAll { !(page =~ /`(?:-\w`, `)?$it(?: [A-Z]+)?`/) } == [] as Set
        page.findAll(/(?m)^\| `(?:-\w`, `)?--[a-z-]+/)*.replaceAll(/.*`/, '').findAll { !(it in options) } == []
    }

    def 'the page about the shell has every command'() {
        given:
        String page = Pages.text('repl/docs/shell.md')
        List<String> commands = (ehpc('ehpc help shell').output =~ /(?m)^  (\/[a-z]+)/).collect { it[1] }

        expect:
        commands.size() >= 10
        commands.findAll { !(page =~ /\| .*`$it\b.* \|/) } == []
    }

    def 'output that differs is seen'() {
        expect:
        !(ehpc('ehpc --version').output ==~ pattern('ehpc 0\n'))
        ehpc('ehpc --version').output ==~ pattern('ehpc ...\n')
    }

    private Called ehpc(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream()
        ByteArrayOutputStream err = new ByteArrayOutputStream()
        List<String> words = line.findAll(/'[^']*'|\S+/).drop(1)*.replace("'", '').collect { placed(it) }
        int code = Main.run(words as String[], new ByteArrayInputStream(new byte[0]), out, err,
                [HOME: home.toString(), ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true'])
        new Called(code, [out, err]*.toString('UTF-8').join('').replace("$folder/", '').replace('../samples', 'samples'))
    }

    /** The word, where it names a file with the folder that it lies in. */
    private String placed(String word) {
        word.startsWith('samples/') ? "../$word" : word ==~ /[\w-]+\.(?:ehpc|json|yaml)/ ? folder.resolve(word) : word
    }

    private void files(String page) {
        (Pages.text(page) =~ /(?sm)^```(?:groovy|yaml) ([\w-]+\.(?:ehpc|yaml))\n(.*?)^```/).each {
            Files.writeString(folder.resolve(it[1] as String), it[2] as String)
        }
    }

    private static Pattern pattern(String expected) {
        Pattern.compile(expected.split(/\Q...\E/, -1).collect { Pattern.quote(it) }.join('(?s:.*?)'))
    }

    /** The commands of each page with consoles, each with what it prints. */
    private static List<List<Object>> consoles() {
        Pages.blocks('console').groupBy { it[0] }.collect { String page, List<List<String>> blocks ->
            [page, blocks.collectMany { (it[1] =~ /(?sm)^\$ ([^\n]*)\n(.*?)(?=^\$ |\z)/).collect { call -> [call[1], call[2]] } }]
        }
    }

    /** What calls ehpc in the blocks for a shell, and its exit code: a call that needs an account has none. */
    private static List<List<Object>> shellCommands() {
        Pages.blocks('sh').collectMany { List<String> block ->
            block[1].findAll(/(?m)(?<=^|\()(?:repl\/bin\/)?ehpc [^|#)\n]+/)*.strip().collect { [block[0], it, it.contains('--region') ? 3 : 0] }
        }
    }

    private static final class Called {

        final int code
        final String output

        Called(int code, String output) {
            this.code = code
            this.output = output
        }
    }
}
