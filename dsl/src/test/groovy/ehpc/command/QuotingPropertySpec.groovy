package ehpc.command

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Any value, through a real shell, comes back byte for byte. More of them: the Maven profile campaign. */
@Timeout(3600)
class QuotingPropertySpec extends Specification {

    private static final int VALUES = (System.getProperty('ehpc.campaign') ?: '10000') as int
    private static final long SEED = Long.getLong('ehpc.seed', new Random().nextLong())
    private static final int BATCH = 2_000

    /** Where a value may stand; {} is the value, {*} a list of it, a second and a third. Each prints words with NUL behind. */
    private static final List<String> PLACES = [
        'p {}', 'p {*}', 'p a{}b', 'p --name={}', 'p x {} "y"', 'A={}; p "$A"', 'for v in {*}; do p "$v"; done',
        '(p {})', '{ p {}; }', 'if true; then p {}; fi', ': && p {} || p no', "p 'a'{}\"b\"", 'f() { p {}; }; f',
        'set -- {*}; p "$@"', 'A=$(p {} >&9); :', 'p a\\ {}', 'p "$(:)"{}', 'p {}{}']

    @TempDir
    Path directory

    @Requires(value = { Shells.has(data.shell[0]) }, reason = 'the shell is not on this machine')
    def 'every value comes back byte for byte through #shell in #locale'() {
        given:
        RandomText texts = new RandomText(SEED)
        int left = VALUES
        int compared = 0

        when:
        while (left > 0) {
            List<String> values = (1..Math.min(left, BATCH)).collect { texts.next() } + RandomText.NASTY
            compared += compare(shell, locale, values)
            left -= BATCH
        }

        then:
        compared > VALUES

        where:
        shell                | locale
        ['dash']             | 'C'
        ['bash', '--norc']   | 'C.UTF-8'
        ['bash', '--posix']  | 'C'
        ['sh']               | 'C.UTF-8'
    }

    def 'every value of the list of hard ones stands in every place'() {
        when:
        int compared = Shells.WANTED.findAll { Shells.has(it[0]) }.sum { shell ->
            PLACES.sum { place -> compare(shell as List<String>, 'C', RandomText.NASTY, place) }
        } as int

        then:
        compared >= RandomText.NASTY.size() * PLACES.size()
    }

    /** Sends the values through the shell, in a random place each or the one given; returns how many. */
    private int compare(List<String> shell, String locale, List<String> values, String onlyPlace = null) {
        Random random = new Random(SEED)
        StringBuilder script = new StringBuilder("p() { printf '%s\\0' \"\$@\"; }\nexec 9>&1\n")
        List<String> wanted = []
        values.eachWithIndex { String value, int i ->
            String place = onlyPlace ?: PLACES[random.nextInt(PLACES.size())]
            List<String> list = [value, values[(i + 1) % values.size()], '']
            script << rendered(place, value, list) << "\nprintf 'end of %s\\0' $i\n"
            wanted << words(place, value, list).collect { it + '\0' }.join('') + "end of $i\0"
        }
        Path file = Files.writeString(Files.createTempFile(directory, 'values', '.sh'), script)
        String out = Shells.run(shell, file, directory, locale)
        if (out != wanted.join('')) {
            report(shell, out, wanted, values)
        }
        values.size()
    }

    private static String rendered(String place, String value, List<String> list) {
        List<String> fixed = place.split(/\{\*?}/, -1) as List<String>
        List values = (place =~ /\{\*?}/).collect { it == '{*}' ? list : value }
        ShellTemplate.render(fixed, values)
    }

    private static List<String> words(String place, String value, List<String> list) {
        switch (place) {
            case { it.contains('{*}') }: return list
            case 'p a{}b': return ["a${value}b" as String]
            case 'p --name={}': return ['--name=' + value]
            case 'p x {} "y"': return ['x', value, 'y']
            case "p 'a'{}\"b\"": return ["a${value}b" as String]
            case 'p a\\ {}': return ['a ' + value]
            case 'p {}{}': return [value + value]
            default: return [value]
        }
    }

    private static void report(List<String> shell, String out, List<String> wanted, List<String> values) {
        int at = 0
        int i = 0
        while (i < wanted.size() && out.startsWith(wanted[i], at)) {
            at += wanted[i].length()
            i++
        }
        String value = i < values.size() ? values[i] : 'none: there is more output than wanted'
        String is = out.substring(at, Math.min(out.length(), at + 200))
        throw new AssertionError("$shell, -Dehpc.seed=$SEED, value ${Shells.visible(value)}: " +
                "wanted ${Shells.visible(wanted[i] ?: 'no more')}, is ${Shells.visible(is)}" as Object)
    }
}
