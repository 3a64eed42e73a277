package ehpc.script

import ehpc.connect.Connection
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** What one entry of a shell leaves to the next. */
@Timeout(300)
class SessionSpec extends Specification {

    @AutoCleanup
    @Shared
    Connection connection = Connection.local()

    InteractiveSession session = new InteractiveSession()
    StringBuilder out = new StringBuilder()

    def '#what'() {
        expect:
        said(entries) == output

        where:
        what                                        | entries                                                  || output
        'a variable stays'                          | ['def n = 1', 'println n + 1']                           || '2'
        'a variable is changed by a later entry'    | ['def n = 1', 'n = 5', 'n++', 'println n']               || '6'
        'a variable takes a value of another type'  | ['def n = 1', "n = 'a'\nprintln n.size()", 'println n.toUpperCase()'] || '1\nA'
        'several are declared at once'              | ['def (a, b) = [1, 2]', 'println a + b']                 || '3'
        'a list grows'                              | ['def l = []', 'l << 3', 'l << 4', 'println l']          || '[3, 4]'
        'a block gives a value of another type'     | ['def x = 1; def f = { x = "a" }', 'def y = x + 1; f(); println "$x$y" + x.size()'] || 'a21'
        'a block shares its variable'               | ['def n = 0; def inc = { n++ }', 'inc()', 'inc()', 'println n', 'n = 7', 'inc()\nprintln n'] || '2\n8'
        'a variable is defined anew'                | ['def n = 1', "def n = 'x'", 'println n']                || 'x'
        'from what it was'                          | ['def n = 1', 'def n = n + 1', 'println n']              || '2'
        'from a block that it was'                  | ['def f = { 1 }', 'def f = f() + 1', 'println f']        || '2'
        'a loop and a block see it'                 | ['def n = 0', 'for (i in 1..3) { n += i }', '[1, 2].each { n += it }', 'println n'] || '9'
        'a typed variable'                          | ['int n = 1', 'n += 2', 'println n']                     || '3'
        'a final one'                               | ['final n = 1', 'println n']                             || '1'
        'a later method sees it'                    | ['def n = 1', 'int next() { n++; n }', 'println next()', 'println n'] || '2\n2'
        'a variable may have the name of a word'    | ["def nodes = 'x'", 'println nodes']                     || 'x'
        'a method stays'                            | ['int twice(int x) { x * 2 }', 'println twice(4)']       || '8'
        'a method of no type stays'                 | ['def twice(x) { x * 2 }', 'println twice(4)']           || '8'
        'a method without a value stays'            | ['void say(x) { println x }', 'say(4)']                  || '4'
        'a method has several forms'                | ["def f(int x) { 'int' }", "def f(String x) { 'text' }", "println f(1) + f('')"] || 'inttext'
        'a value may be left out'                   | ['def f(a, b = 2) { a + b }', 'println f(1) + f(1, 1)']  || '5'
        'the latest form counts'                    | ['int f() { 1 }', 'int g() { f() }', 'int f() { 2 }', 'println g()'] || '2'
        'in the entry of the method, too'           | ['int f() { 1 }\nint g() { f() }', 'int f() { 2 }', 'println g()'] || '2'
        'a method calls itself'                     | ['int f(int n) { n < 2 ? 1 : n * f(n - 1) }', 'println f(5)'] || '120'
        'a static method stays'                     | ['static int f(int n) { n + 1 }', 'println f(5)']        || '6'
        'a block calls a method'                    | ['int f(int n) { n + 1 }', 'println([1, 2].collect { f(it) })'] || '[2, 3]'
        'a method is pointed at'                    | ['int f(int n) { n + 1 }', 'println([1, 2].collect(this.&f))'] || '[2, 3]'
        'a class stays'                             | ['class P { String name }', "def p = new P(name: 'x')", 'println p.name'] || 'x'
        'a record stays'                            | ['record P(int x) { }', 'println new P(3).x()']          || '3'
        'an enum stays'                             | ['enum E { A, B }', 'println E.values()', 'println E.A'] || '[A, B]\nA'
        'a class is defined anew'                   | ['class P { int a = 1 }', 'def p = new P()', 'class P { int b = 2 }', 'println p.a + new P().b'] || '3'
        'an import stays'                           | ['import java.time.Period', 'println Period.ofDays(2)']  || 'P2D'
        'an import by another name'                 | ['import java.time.Period as P', 'println P.ofDays(2)']  || 'P2D'
        'a static import'                           | ['import static java.lang.Math.max', 'println max(1, 2)'] || '2'
        'all static ones'                           | ['import static java.lang.Math.*', 'println max(1, 2)']  || '2'
        'a package'                                 | ['import java.time.*', 'println Period.ofDays(2)']       || 'P2D'
        'the last value'                            | ['1 + 1', 'println _ + 1', 'println _1', '[5]', 'println _2 + _1'] || '3\n2\n[5, 2]'
    }

    def 'messages call an entry by its name, and its mistakes keep nothing'() {
        when:
        session.compile('init.ehpc', 'def a = 1\nprintln b')

        then:
        ScriptException wrong = thrown()
        wrong.message.startsWith("init.ehpc:2:9: unknown word 'b'")
        session.context().variables() == []

        when:
        session.compile('init.ehpc', 'def half(x) { x.intdiv(0) }').over(connection.ehpc()).run()
        session.compile('half(1)').over(connection.ehpc()).run()

        then:
        ScriptException failed = thrown()
        failed.message.contains('init.ehpc:1')
    }

    private String said(List<String> entries) {
        entries.each { session.compile(it).over(connection.ehpc()).output(out).environment([:]).run() }
        out.toString().strip()
    }
}
