package ehpc.script

import ehpc.EhpcClient
import ehpc.api.Transport
import spock.lang.Specification

/** Scripts that are longer, deeper or of other characters than most: each compiles, or is refused with the place and the limit. */
class OddShapesSpec extends Specification {

    private static final String PARTS = 'must compile to at most 64 KB, the JVM\'s limit for a method: ' +
            'move parts of it into methods (def part1() { }), and long lists into a file that it reads'

    def 'a thousand parts are nothing special: #what'() {
        given:
        StringBuilder out = new StringBuilder()

        when:
        Scripts.compile('x.ehpc', text).over(EhpcClient.create(Transport.OFFLINE, 'cn-hangzhou')).output(out).run()

        then:
        out.toString() == "$said\n"

        where:
        what                       | text                                                                      || said
        'a map of texts, numbers'  | "println([${join(800) { it % 2 ? "k$it: 'v'" : "k$it: 1" }}].size())"     || 800
        'a map of lists'           | "println([${join(800) { it % 2 ? "k$it: [1]" : "k$it: ['a']" }}].size())" || 800
        'a list of maps'           | "println([${join(500) { "[name: 'h$it', n: $it, l: [1, 'a']]" }}].size())" || 500
        'a list of numbers'        | "println([${join(20_000) { it }}].size())"                                || 20_000
        'a list of texts'          | "println([${join(20_000) { "'h$it'" }}].size())"                          || 20_000
        'a sum of texts'           | "println(('a'${" +\n'b'" * 1000}).size())"                                || 1001
        'a sum of values'          | "def x = 1\nprintln(1${' + x' * 1000})"                                    || 1001
        'a chain'                  | "println 'a'${'\n.trim()' * 1000}"                                        || 'a'
        'a chain on any value'     | "def f = { x -> x${'.trim()' * 200} }\nprintln f('a')"                    || 'a'
        'conditions'               | "def x = true\nprintln x${' && x' * 1000}"                                || true
        'parentheses'              | "println ${'(' * 500}1${')' * 500}"                                       || 1
        'lists in lists'           | "def l = ${'[' * 500}1${']' * 500}\nprintln l.flatten()"                  || '[1]'
        'blocks in blocks'         | "${'if (true) {\n' * 500}println 1\n${'}\n' * 500}"                       || 1
        'statements'               | "def n = 0\n${'n += 1\n' * 3000}println n"                                || 3000
        'a long line'              | "println(('${'a' * 60_000}' + '${'b' * 10_000}').size())"                  || 70_000
    }

    private static String join(int count, Closure<?> part) {
        (0..<count).collect(part).join(', ')
    }

    def 'a script that is over a limit is told which, and where: #message'() {
        when:
        Scripts.compile('x.ehpc', text)

        then:
        ScriptException e = thrown()
        e.problems()*.toString() == ["x.ehpc:$message"]

        where:
        text                                                  || message
        "// x\n${"println 'line'\n" * 11_000}"                || "2:1: the top level of the script $PARTS"
        "def f() {\n${"println 'a'\n" * 11_000}}\nf()"        || "1:1: method 'f' $PARTS"
        "[1].each { }\n[1].each {\n${"println 'a'\n" * 11_000}}" || "2:10: this block $PARTS"
        "def l = [${join(40_000) { "'h$it'" }}]"              || '1:1: the script must have fewer than 65,536 different names, ' +
                'numbers and texts, the JVM\'s limit for a class: read long lists from a file'
        "println '${'a' * 70_000}'"                           || '1:9: a text must have at most 65535 characters, Groovy\'s limit, ' +
                'has 70000; join two with +, or read it from a file'
        "def f(${join(300) { "int p$it" }}) { 1 }"            || ' a method must take at most 255 values, the JVM\'s limit'
        "println ${'(' * 5000}1${')' * 5000}"                 || '1: brackets and operators are nested too deeply: ' +
                'move a part of this into a variable or a method'
    }

    def 'a main method alone is no script: #text'() {
        when:
        Scripts.compile('x.ehpc', text)

        then:
        ScriptException e = thrown()
        e.problems()*.toString() == ["x.ehpc:1:1: $message"]

        where:
        text                                                       || message
        'def main() { println 1 }'                                 || NO_TOP
        'void main(args) { println 1 }'                            || NO_TOP
        'static void main(String[] args) { println 1 }'            || NO_TOP
        'static main() { println 1 }'                              || NO_TOP
        'static void main(String[] args) { println 1 }\nprintln 2' || 'a static method must not be called main: ' +
                'the statements at the top of a script are its main'
    }

    private static final String NO_TOP = 'a script must have statements at its top level: move those of main there, or call main()'

    def 'a main method can be called'() {
        given:
        StringBuilder out = new StringBuilder()

        when:
        Scripts.compile('x.ehpc', 'def main() { println 1 }\nmain()')
                .over(EhpcClient.create(Transport.OFFLINE, 'cn-hangzhou')).output(out).run()

        then:
        out.toString() == '1\n'
    }

    def 'a character that cannot be told apart is called by its name: U+#code'() {
        when:
        Scripts.compile('x.ehpc', "println 1${Character.toString(Integer.parseInt(code, 16))}+ 2")

        then:
        ScriptException e = thrown()
        e.problems()*.toString() == ["x.ehpc:1:10: $said"]

        where:
        code   || said
        '00A0' || 'a no-break space (U+00A0) must be written as a space'
        '3000' || 'an ideographic space (U+3000) must be written as a space'
        '2013' || 'an en dash (U+2013) must be written as -'
        '2212' || 'a minus sign (U+2212) must be written as -'
        'FEFF' || 'a byte order mark (U+FEFF) is not allowed; remove it'
        '200B' || 'a zero width space (U+200B) is not allowed; remove it'
        '00AD' || 'a soft hyphen (U+00AD) is not allowed; remove it'
        '2028' || 'a line separator (U+2028) is not allowed; remove it'
        '202E' || 'a right-to-left override (U+202E) is not allowed; remove it'
        'D83D' || 'a lone surrogate (U+D83D) is not allowed; remove it'
        '00D7' || "unexpected character '×'"
    }

    def 'entries of a shell and what is offered at the cursor have the same room'() {
        given:
        InteractiveSession session = new InteractiveSession()
        String deep = "${'(' * 500}1${')' * 500}"

        expect:
        InteractiveSession.problems("println $deep", session.context()) == []
        InteractiveSession.problems("println ${'(' * 5000}1${')' * 5000}", session.context())*.line() == [1]
        session.compile("def x = 'a'${" + 'b'" * 1000}").over(EhpcClient.create(Transport.OFFLINE, 'cn-hangzhou')).run().declared().x.size() == 1001
    }
}
