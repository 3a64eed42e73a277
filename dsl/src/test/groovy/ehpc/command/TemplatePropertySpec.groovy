package ehpc.command

import ehpc.api.InputException
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/**
 * Whatever shell text stands around a value: either the text is refused, or it does with any value what it does with a harmless
 * one, the value in the harmless one's stead. Commands write down each argument that they get.
 */
@Timeout(3600)
class TemplatePropertySpec extends Specification {

    private static final int TEMPLATES = Math.max(500, ((System.getProperty('ehpc.campaign') ?: '0') as int).intdiv(10))
    private static final long SEED = Long.getLong('ehpc.seed', new Random().nextLong())
    private static final int BATCH = 500
    private static final String VALUE = '{}'

    /**
     * Text that means something to a shell, and places for a value among it. No output and no variable that could hold a value
     * gets back into the text unquoted: what the shell splits there was its author's doing.
     */
    private static final List<String> PIECES = [
        VALUE, VALUE, VALUE, VALUE, ' ', ' ', ' ', ' ', '\n', '\n', 'p ', 'p ', 'p ', 'p a ', '; ', ';', '&& ', '|| ', "'", "'",
        '"', '"', '`', '$(', '$(p ', ')', ')', '(', '((', '))', '#', ' # ', '\\', '\\\n', '\\\\', '$', '${u}', '${u:-', '}', '{',
        '{ ', '{a,', '[', '[ ', ' ]', ']', '[[ ', ' ]]', 'y=', 'y[', 'y=(', '=', '<', '> ', '2>&- ', '<<E\n', '\nE\n', '<<<', '$\'',
        '$"', '$((', '$[', '!', '~', '+(', 'case ', ' in ', ';;', ' esac', 'if ', 'then ', 'fi', 'for u in ', 'do ', 'done', 'f() ',
        'test ', '-v ', 'eval ', 'a', '-', ',', '%s', '\t', '\r', "it's", '"$(', ')"', '&&\n', '\'\\\'\'']

    /** Whole sentences, so that enough is accepted. */
    private static final List<String> SENTENCES = [
        'p {}', 'p {} {}', 'p a{}b', 'x={}; p "$x"', 'p "$(p {})"', 'p $(p {} | cat)', 'if [ -n {} ]; then p {}; fi', 'p > {}',
        'p <<E\nE', 'for x in {} {}; do p "$x"; done', 'p "a" {}', "p 'b' {} 'c'", '(p {}; p {})', 'f() { p {}; }; f', 'p a # {}',
        'p a # it\'s\np {}', 'p "{}"', 'case x in {}) p;; esac', 'set -- {}; p "$@"', 'p {} && p {}', '[ {} = {} ] && p {}', 'p \\{}',
        'p ${x:-{}}', '{}', '{} p', 'x=({}); p {}', 'p x[{}]', 'p {a,{}}', 'p ~{}', 'p "~"{}', 'p a#{}', '! p {}', 'p {}\\\np']

    @TempDir
    Path directory

    @Requires(value = { Shells.has(data.shell[0]) }, reason = 'the shell is not on this machine')
    def 'a template is refused, or a value is one argument of it, in #shell'() {
        given:
        Random random = new Random(SEED)
        RandomText texts = new RandomText(SEED)
        texts.slash = false
        int accepted = 0
        int refused = 0

        when:
        while (accepted < TEMPLATES) {
            List<Trial> trials = []
            while (trials.size() < BATCH) {
                Trial trial = trial(random, texts)
                trial.refused() ? refused++ : trials.add(trial)
            }
            check(shell, trials)
            accepted += trials.size()
        }

        then:
        refused > TEMPLATES / 10

        where:
        shell << [['dash'], ['bash', '--norc']]
    }

    @Requires(value = { Shells.has('dash') }, reason = 'dash is not on this machine')
    def 'the comparison notices a value that is not quoted'() {
        given:
        Trial trial = new Trial(['p ', ''], ['x; p INJECTED'])
        trial.hostile = 'p x; p INJECTED'

        when:
        check(['dash'], [trial])

        then:
        AssertionError e = thrown()
        e.message.contains('INJECTED')
    }

    private static Trial trial(Random random, RandomText texts) {
        StringBuilder text = new StringBuilder()
        (1 + random.nextInt(3)).times {
            text << (random.nextInt(3) > 0 ? SENTENCES[random.nextInt(SENTENCES.size())] : soup(random))
            text << ['\n', '; ', ' '][random.nextInt(3)]
        }
        List<String> fixed = text.toString().split(/\{}/, -1) as List<String>
        List<String> values = (0..<(fixed.size() - 1)).collect { int i ->
            String value = RandomText.cut(texts.next(), 50)
            random.nextInt(3) == 0 ? "${value}Zq$i" as String : "Zq$i$value" as String
        }
        new Trial(fixed, values)
    }

    private static String soup(Random random) {
        String text = (0..random.nextInt(10)).collect { PIECES[random.nextInt(PIECES.size())] }.join('')
        text.replaceAll(/\$+(?=[A-Za-z0-9_@*$])/, '').replace('<(', '< (')
    }

    private void check(List<String> shell, List<Trial> trials) {
        Path here = Files.createTempDirectory(directory, 'trials')
        List<List<String>> hostile = records(shell, here, 'h', trials*.hostile)
        List<List<String>> harmless = records(shell, here, 'w', trials*.harmless)
        trials.eachWithIndex { Trial trial, int i ->
            List<String> given = hostile[i]
            List<String> wanted = harmless[i].collect { trial.inStead(it) }.toSorted()
            if (given != wanted) {
                throw new AssertionError("$shell, -Dehpc.seed=$SEED: ${Shells.visible(trial.hostile)}\n gave   " +
                        "${given.collect { Shells.visible(it) }}\n wanted ${wanted.collect { Shells.visible(it) }}" as Object)
            }
        }
    }

    private static List<List<String>> records(List<String> shell, Path here, String kind, List<String> texts) {
        Shells.records(shell, here, kind, texts, 'p() { printf \'%s\\0\' "$# $*|" "$@" >&9; }\n', '\0')
    }

    /** One template with values, and the same with a harmless word for each. */
    static class Trial {
        final Map<String, String> valueOf = [:]
        String hostile
        String harmless

        Trial(List<String> fixed, List<String> values) {
            values.eachWithIndex { String value, int i -> valueOf["QqVALUE${i}qQ" as String] = value }
            try {
                harmless = ShellTemplate.render(fixed, valueOf.keySet() as List)
                hostile = ShellTemplate.render(fixed, values)
            } catch (InputException e) {
                assert e.message.startsWith('a ${...} is not allowed ')
            }
        }

        boolean refused() {
            hostile == null
        }

        String inStead(String record) {
            valueOf.inject(record) { String text, String word, String value -> text.replace(word, value) }
        }
    }
}
