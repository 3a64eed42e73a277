package ehpc.command

import ehpc.api.InputException
import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/**
 * Every position of the grammars of POSIX and bash, inside others: a value there is refused, or it does what a harmless one does, in
 * each shell that is covered. Values would leave a file behind where a shell ran what is in them. More of them: the Maven profile
 * campaign.
 */
@Timeout(7200)
class ShellCorpusSpec extends Specification {

    private static final int ALL = (System.getProperty('ehpc.campaign') ?: '0') as int
    private static final long SEED = Long.getLong('ehpc.seed', new Random().nextLong())
    private static final int BATCH = 350

    private static final List<String> TAKEN = positions('taken')
    private static final List<String> REFUSED = positions('refused')

    /** Whatever a command may stand in or behind; @ is the command. */
    private static final List<String> AROUND = [
        '@', '@', '@\n:', ':; @', '(@\n)', '{ @\n}', 'if true; then @\nfi', 'if true; then :; else\n@\nfi', 'f() {\n@\n}; f',
        'for i in 1; do @\ndone',
        'case a in a) @\n;; esac', 'case a in (b|a) @\n;; *) :;; esac', 'true && {\n@\n}', ': "${HOME:-/root}" ${d%/} $((2 * 4)); @',
        'cat <<E >/dev/null\nx\nE\n@', ": \$'a\\x41'; @", ': "it\'s" # it\'s\n@', 'case a in a) :;; esac; @', '[[ -n a ]] && { @\n}',
        'g=`p a`; @', 'while :; do @\nbreak; done', '((1)); @', 'f() { :; }; f; @', 'x=(a b); @', '! {\n@\n}', 'A=1 p x; @',
        'p a | { @\n}', 'p a & @', 'exec 3>/dev/null; @', 'cat <<\'E\' >/dev/null; {\n$(\nE\n@\n}']

    /** What a value that a shell reads would do: leave a file with the name that stands for MARK. */
    private static final List<String> MARKING = [
        '$(: >MARK)', '`: >MARK`', '; : >MARK;', '\n: >MARK\n', '& : >MARK &', '| : >MARK', "'; : >MARK; '", '"; : >MARK; "', 'x[$(: >MARK)]',
        'x[`: >MARK`]', 'argv[$(: >MARK)]', 'path[$(: >MARK)]', 'x[$(: >MARK)]=1', '-vx[$(: >MARK)]', '-npx[$(: >MARK)]', '-Ax[$(: >MARK)]',
        '-ix[$(: >MARK)]=1', '-px[$(: >MARK)]', '($(: >MARK))', 'x=($(: >MARK))', 'x=x[$(: >MARK)]', '1+x[$(: >MARK)]', '${x[$(: >MARK)]}',
        '\'"\'$(: >MARK)\'"\'', ')$(: >MARK)', '}; : >MARK; {', ';; esac; : >MARK', 'E\n: >MARK\n', '\nE\n: >MARK\n', '\\$(: >MARK)', '\\', "'",
        '"', '\\\'', '>MARK', '<(: >MARK)', '#', '* ]] ; : >MARK #', ']] && : >MARK', '-f', '!', '(', '-eq', 'x -o -v x[$(: >MARK)]', '', ' ', '\n',
        '*(e.: >MARK.)', '@(: >MARK)', '{: >MARK,}', '~+$(: >MARK)', '=: >MARK', '%$(: >MARK)', '+x[$(: >MARK)]', '$((x[$(: >MARK)]))']

    /** A command that does one thing with one value and another with another. */
    private static final Pattern ASKING = ~('\\[\\[? |\\b(test|case|printf|read|exec|command|trap|set|hash|cd|print|source|dirs|kill|wait)\\b|' +
            '[<>] ?\\S*\\{}|\\$[$!]|~|(^|[\\n;&|({!]|\\b(do|then|else|if|while|until|time|builtin)) *(\\S*\\{}|\\. )')

    private static final Pattern BACKGROUND = ~'[^&<>|]&([^&>]|$)'

    @TempDir
    Path directory

    def 'a value is taken in #position'() {
        expect:
        rendered(position) { 'a value' }.contains("'a value'")

        where:
        position << TAKEN
    }

    def 'a value is refused in #position'() {
        when:
        rendered(position) { 'a value' }

        then:
        InputException e = thrown()
        e.message.startsWith('a ${...} is not allowed ')
        e.message.endsWith(', or write ${raw(...)} to insert it as shell code')

        where:
        position << REFUSED
    }

    def 'a number is taken where shells compute: #position'() {
        expect:
        rendered(position) { number }.contains("'$number'")

        where:
        position                       | number
        'exit {}'                      | 3
        '[ 1 -lt {} ]'                 | 2L
        '[[ {} -eq 1 ]]'               | 4
        'printf %d {}'                 | -5
        'n={}; echo $((n * 2))'        | 7
        'RANDOM={}'                    | 8G
        'set -- {}; shift {}'          | 1
        'for n in {}; do (( n )); done' | 6
    }

    def 'a number that is no number of Java counts as text'() {
        when:
        rendered('exit {}') { new Odd() }

        then:
        InputException e = thrown()
        e.message == 'a ${...} is not allowed after exit: a shell runs or computes the text there; ' +
                'write ${... as int} for a number, or write ${raw(...)} to insert it as shell code'
    }

    def 'a value that is the name of a command counts as that name'() {
        when:
        Command.of(['', ' ', ''], [name, 'touch x'])

        then:
        InputException e = thrown()
        e.message.startsWith("a \${...} is not allowed after $name: ")

        where:
        name << ['eval', 'let', 'exit']
    }

    @Requires(value = { Shells.has(data.shell[0]) }, reason = 'the shell is not on this machine')
    def 'no value is read by #shell'() {
        given:
        Random random = new Random(SEED)
        int wanted = Math.max(700, ALL.intdiv(Shells.COVERED.size()))
        int done = 0

        when:
        while (done < wanted) {
            List<Trial> trials = []
            for (int tries = 0; trials.size() < BATCH && tries < 4 * BATCH; tries++) {
                Trial trial = trial(random, done + tries)
                if (trial.hostile) {
                    trials.add(trial)
                }
            }
            check(shell, trials)
            done += trials.size()
        }

        then:
        done >= wanted

        where:
        shell << Shells.COVERED
    }

    @Requires(value = { Shells.has('dash') }, reason = 'dash is not on this machine')
    def 'the comparison notices a value that is read'() {
        given:
        Trial trial = new Trial('p {}', ['; : >MARK;'])
        trial.hostile = 'p a; : >MARK;'

        when:
        check(['dash'], [trial])

        then:
        AssertionError e = thrown()
        e.message.contains('left its mark')
    }

    /** Each position that takes values comes up, one after the other; now and then one that refuses them. */
    private static Trial trial(Random random, int i) {
        String position = random.nextInt(8) == 0 ? REFUSED[random.nextInt(REFUSED.size())] : TAKEN[i % TAKEN.size()]
        String template = AROUND[random.nextInt(AROUND.size())].replace('@', position)
        if (random.nextInt(3) == 0) {
            template = AROUND[random.nextInt(AROUND.size())].replace('@', template)
        }
        List<String> values = (0..template.count('{}')).collect { MARKING[random.nextInt(MARKING.size())] }
        new Trial(template, values)
    }

    private void check(List<String> shell, List<Trial> trials) {
        Path here = Files.createTempDirectory(directory, 'trials')
        List<List<String>> given = records(shell, here, 'h', trials*.hostile)
        List<List<String>> wanted = records(shell, here, 'w', trials*.harmless)
        List<String> wrong = []
        trials.eachWithIndex { Trial trial, int i ->
            List<String> inStead = wanted[i].collect { trial.inStead(it) }.toSorted()
            if (Files.exists(here.resolve("h$i/MARK"))) {
                wrong << Shells.visible(trial.hostile) + ' left its mark'
            } else if (trial.compares() && given[i] != inStead) {
                wrong << Shells.visible("$trial.hostile gave $trial.template ${given[i]}, wanted $inStead" as String)
            }
        }
        here.toFile().deleteDir()
        if (wrong) {
            throw new AssertionError("$shell, -Dehpc.seed=$SEED: ${wrong.take(20).join('\n')}" as Object)
        }
    }

    private static List<List<String>> records(List<String> shell, Path here, String kind, List<String> texts) {
        Shells.records(shell, here, kind, texts, Shells.recorder(shell), '\u001e')*.collect { it.replace('\u001d', '\n') }
    }

    private static String rendered(String position, Closure value) {
        List<String> fixed = position.split(/\{}/, -1) as List<String>
        ShellTemplate.render(fixed, (1..<fixed.size()).collect { value() })
    }

    private static List<String> positions(String name) {
        ShellCorpusSpec.getResource("/ehpc/shell/${name}.txt").readLines('UTF-8')
                .findAll { it && !it.startsWith('# ') || it.startsWith('# {}') }
                .collect { it.replace('\\n', '\n').replace('\\t', '\t') }
    }

    /** One template with values, and the same with a harmless word for each. */
    private static class Trial {
        final String template
        final Map<String, String> valueOf = [:]
        String hostile
        String harmless

        Trial(String template, List<String> values) {
            this.template = template
            List<String> fixed = template.split(/\{}/, -1) as List<String>
            (0..<(fixed.size() - 1)).each { int i -> valueOf["QqVALUE${i}qQ" as String] = values[i] }
            try {
                harmless = ShellTemplate.render(fixed, valueOf.keySet() as List)
                hostile = ShellTemplate.render(fixed, valueOf.values() as List)
            } catch (InputException e) {
                assert e.message.startsWith('a ${...} is not allowed ')
            }
        }

        /** Whether the same happens with every value: not where the command asks for it, and not where a part may end after the shell. */
        boolean compares() {
            !(template =~ ASKING || template =~ BACKGROUND)
        }

        String inStead(String record) {
            valueOf.inject(record) { String text, String word, String value -> text.replace(word, value) }
        }
    }

    /** A number of somebody's own, which says of itself whatever it likes. */
    private static class Odd extends Number {
        @Override
        int intValue() {
            1
        }

        @Override
        long longValue() {
            1
        }

        @Override
        float floatValue() {
            1
        }

        @Override
        double doubleValue() {
            1
        }

        @Override
        String toString() {
            'x[$(touch x)]'
        }
    }
}
