package ehpc.repl

import ehpc.api.Catalogue
import ehpc.language.Vocabulary
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The completions of bash, zsh and fish with the scripts of 'ehpc completion'. */
class CompletionSpec extends Specification {

    private static final List<String> COMMANDS = ['run', 'plan', 'check', 'call', 'help', 'whoami', 'completion', 'local']

    @Shared
    @TempDir
    Path directory

    def setupSpec() {
        ['bash', 'zsh', 'fish'].each {
            Ended ended = Cli.call('completion', it)
            assert ended.code() == 0
            Files.writeString(directory.resolve("ehpc.$it"), ended.out())
        }
        Path work = Files.createDirectory(directory.resolve('work'))
        ['deploy.ehpc', 'notes.txt', 'two words.ehpc'].each { Files.writeString(work.resolve(it), '') }
        Files.createDirectory(work.resolve('samples'))
    }

    def 'bash completes "#line" to #wanted'() {
        expect:
        bash(line).containsAll(wanted)
        bash(line).disjoint(unwanted)

        where:
        [line, wanted, unwanted] << cases()
    }

    @Requires({ isThere('zsh') })
    def 'zsh completes "#line" to #wanted'() {
        expect:
        zsh(line).containsAll(wanted)
        zsh(line).disjoint(unwanted)

        where:
        [line, wanted, unwanted] << cases()
    }

    @Requires({ isThere('fish') })
    def 'fish completes "#line" to #wanted'() {
        expect:
        fish(line).containsAll(wanted)
        fish(line).disjoint(unwanted)

        where:
        [line, wanted, unwanted] << cases()
    }

    def 'bash knows all operations, and every parameter of each'() {
        expect:
        bash('ehpc call ').sort() == Catalogue.ehpc().names().sort(false)
        ['ListNodes', 'CreateCluster', 'AddUsers'].every { String name ->
            bash("ehpc call $name --").findAll { it ==~ /--\p{Lu}.*/ }.sort() ==
                    Catalogue.ehpc().operation(name).parameters()*.name()*.replaceFirst('^', '--').sort()
        }
    }

    def 'every word of the language is a topic of help, and every command'() {
        when:
        List<String> topics = bash('ehpc help ')

        then:
        topics.containsAll(Vocabulary.names().findAll { it ==~ /\p{L}+/ })
        topics.containsAll(COMMANDS)
        topics.containsAll(Catalogue.ehpc().names())
    }

    def 'after = bash completes the value alone'() {
        expect:
        bash('ehpc --output=', ['ehpc', '--output', '=']).sort() == ['csv', 'json', 'ndjson', 'table', 'text', 'yaml']
        bash('ehpc --output=nd', ['ehpc', '--output', '=', 'nd']) == ['ndjson']
    }

    @Requires({ isThere('fish') })
    def 'after = fish completes the complete word'() {
        expect:
        fish('ehpc --output=nd') == ['--output=ndjson']
    }

    def 'the script for #shell is one that the shell can read'() {
        when:
        Process process = new ProcessBuilder(shell, '-n', directory.resolve("ehpc.$shell").toString()).redirectErrorStream(true).start()
        process.waitFor(20, TimeUnit.SECONDS)

        then:
        process.inputStream.text == ''
        process.exitValue() == 0

        where:
        shell << ['bash', 'zsh', 'fish'].findAll { isThere(it) }
    }

    @Requires({ isThere('shellcheck') })
    def 'shellcheck finds nothing in the script for bash'() {
        when:
        Process process = new ProcessBuilder('shellcheck', directory.resolve('ehpc.bash').toString()).redirectErrorStream(true).start()
        String said = process.inputStream.text

        then:
        said == ''
    }

    def 'a shell must be given, and be one'() {
        expect:
        Cli.call('completion').err() == 'ehpc: completion expects one shell (bash, zsh or fish), got 0\n'
        Cli.call('completion', 'bash', 'zsh').err() == 'ehpc: completion expects one shell (bash, zsh or fish), got 2\n'
        Cli.call('completion', 'basch').err() == "ehpc: shell must be bash, zsh or fish, is 'basch'; did you mean 'bash'?\n"
        Cli.call('completion', 'ksh').code() == 2
    }

    /** A line, some of its expected completions, and some unexpected ones. */
    private static List<List> cases() {
        [
            ['ehpc ', COMMANDS + ['deploy.ehpc', 'two words.ehpc'], ['notes.txt', '--local']],
            ['ehpc pl', ['plan'], ['run']],
            ['ehpc --lo', ['--local', '--local-exec'], ['--output']],
            ['ehpc --local c', ['check', 'call', 'completion'], ['run']],
            ['ehpc --output ', ['text', 'table', 'json', 'ndjson', 'csv', 'yaml'], COMMANDS],
            ['ehpc --color n', ['never'], ['auto']],
            ['ehpc --region cn-hang', ['cn-hangzhou'], ['cn-beijing']],
            ['ehpc --local-exec b', ['bubblewrap'], ['host']],
            ['ehpc --output json ca', ['call'], ['json']],
            ['ehpc run ', ['deploy.ehpc'], ['notes.txt', 'call']],
            ['ehpc run --m', ['--maxrc'], ['--local']],
            ['ehpc run --plan n', ['notes.txt'], ['deploy.ehpc']],
            ['ehpc run deploy.ehpc n', ['notes.txt'], ['check']],
            ['ehpc deploy.ehpc n', ['notes.txt'], ['check']],
            ['ehpc run deploy.ehpc --', [], ['--local', '--maxrc']],
            ['ehpc check d', ['deploy.ehpc'], ['notes.txt']],
            ['ehpc plan -o n', ['notes.txt'], ['deploy.ehpc']],
            ['ehpc local --data ', ['samples'], ['notes.txt']],
            ['ehpc call ListN', ['ListNodes', 'ListNodesByQueue'], ['ListQueues']],
            ['ehpc call ListNodes --R', ['--Role'], ['--region', '--HostName']],
            ['ehpc call ListNodes --a', ['--all-pages'], ['--Role']],
            ['ehpc call ListNodes --Role ', ['Compute', 'Login'], ['--Role', 'ListNodes']],
            ['ehpc call ListNodes --Role Compute --S', ['--SortBy'], ['--Role']],
            ['ehpc call ListNodes ', [], ['ListNodes']],
            ['ehpc help wa', ['waves'], ['ListNodes']],
            ['ehpc help ListQ', ['ListQueues'], ['waves']],
            ['ehpc completion ', ['bash', 'zsh', 'fish'], ['ksh']],
        ]
    }

    private static boolean isThere(String program) {
        System.getenv('PATH').split(':').any { Files.isExecutable(Path.of(it, program)) }
    }

    private List<String> bash(String line, List<String> words = null) {
        List<String> parts = words ?: (line.tokenize(' ') + (line.endsWith(' ') ? [''] : []))
        String list = parts.collect { "'$it'" }.join(' ')
        said('bash', '--norc', '-c', """
            . '${directory.resolve('ehpc.bash')}'
            COMP_WORDS=($list) COMP_CWORD=${parts.size() - 1} COMP_LINE='$line' COMP_POINT=${line.length()}
            _ehpc
            printf '%s\\n' "\${COMPREPLY[@]}"
            """.toString()).findAll { it }
    }

    private List<String> fish(String line) {
        said('fish', '--no-config', '-c', """
            source '${directory.resolve('ehpc.fish')}'
            complete -C '$line'
            """.toString())*.replaceFirst('\t.*', '')*.replaceFirst('/$', '')
    }

    /** zsh completes only in its line editor, which requires a pseudo-terminal: the script creates one. */
    private List<String> zsh(String line) {
        Path capture = Path.of(getClass().getResource('capture.zsh').toURI())
        said('zsh', '-f', capture.toString(), directory.resolve('ehpc.zsh').toString(), line)*.replace('\\', '')
    }

    private List<String> said(String... command) {
        Process process = new ProcessBuilder(command).directory(directory.resolve('work').toFile()).redirectErrorStream(true).start()
        process.outputStream.close()
        List<String> lines = process.inputStream.text.readLines()
        assert process.waitFor(30, TimeUnit.SECONDS)
        lines
    }
}
