package ehpc.script

import ehpc.EhpcClient
import ehpc.api.Transport
import spock.lang.Specification
import spock.lang.Timeout

/** What is said of a script before anything is sent: the transport is offline, and says so if it is asked. */
class ScriptCheckSpec extends Specification {

    private static final EhpcClient OFFLINE = EhpcClient.create(Transport.OFFLINE, 'cn-hangzhou')

    def 'everything wrong with a script is told at once, in its order'() {
        expect:
        problems('''\
            cluster('ehpc-hz-localdemo1') {
                run 'echo hi'
                rum 'echo hi' on nodes
                postScript 'setup.sh'
                println nods
            }
            foo = 3
            '''.stripIndent()) == [
                "a.ehpc:2:5: run 'echo hi' has no nodes; add: on nodes",
                "a.ehpc:3:5: unknown word 'rum'; did you mean 'run'?",
                "a.ehpc:4:16: post script URL must look like https://host/path, is 'setup.sh'",
                "a.ehpc:5:13: unknown word 'nods'; did you mean 'nodes'?",
                "a.ehpc:7:1: unknown word 'foo'; declare a new variable with def: def foo = ..."]
    }

    def 'a mistake in a block is told at its place'() {
        expect:
        problems("cluster('c1') {\n    $line\n}\n") == ["a.ehpc:2:$column: $message" as String]

        where:
        line                                          || column | message
        "run 'x' on nodes"                            || 9      | 'command must be 2 to 2048 characters, is 1'
        "run '${'x' * 2049}' on nodes"                || 9      | 'command must be 2 to 2048 characters, is 2049'
        "run 'echo hi' on node 'i-1'"                 || 19     | "a node after on must be written as on node('i-1')"
        "run 'echo hi' on nodes timeout 10.minutes"   || 28     | "'timeout' must come before on, which ends the statement"
        "def r = run 'echo hi' on nodes tolerate 5"   || 36     | "'tolerate' must come before on, which ends the statement"
        "nodes.where { it.statsu == 'x' }"            || 22     | "unknown name 'statsu' on Node; did you mean 'status'?"
        'nodes.computee'                              || 11     | "unknown name 'computee' on NodeSet; did you mean 'compute'?"
        "region 'cn-shanghai'"                        || 5      | "'region' is not allowed inside a cluster block"
        "cluster('c2') { }"                           || 5      | "'cluster' is not allowed inside a cluster block"
        "run 'echo hi' on 5"                          || 19     | "'on' expects one set of nodes or a node (on nodes.compute), got a whole number"
        "run 'echo hi' timeout 5 on nodes"            || 19     | "'timeout' expects a duration (timeout 10.minutes), got a whole number"
        'run 5 on nodes'                              || 5      | "'run' expects one text (run 'echo hi' on nodes), got a whole number"
        "run 'echo hi' form '/x' on nodes"            || 19     | "unknown word 'form' in a run statement; did you mean 'from'?"
    }

    def 'a word of a block is told to belong there'() {
        expect:
        problems(text) == expected

        where:
        text                     || expected
        "run 'echo hi' on []"    || ["a.ehpc:1:1: 'run' is only allowed inside a cluster('...') { } block", 'a.ehpc:1:15: on must be followed by its nodes: on nodes']
        'println nodes'          || ["a.ehpc:1:9: 'nodes' is only allowed inside a cluster('...') { } block"]
        "postScrpt 'x'"          || ["a.ehpc:1:1: unknown word 'postScrpt'; did you mean 'postScript'?"]
    }

    def 'a syntax error names its place and what would be right'() {
        expect:
        problems(text) == [message]

        where:
        text                                         || message
        "cluster('c1') {\n  run 'a b\n}\n"           || 'a.ehpc:2:7: a text must end with the quote that began it, on the same line'
        "cluster('c1') {\n  run 'a b' on nodes\n"    || 'a.ehpc:3:1: unexpected end of the script: the { of line 1 is not closed'
        "cluster('c1' {\n}\n"                        || "a.ehpc:1:8: '(' is not closed, or a comma is missing after it"
    }

    def 'a dollar of the shell in double quotes is explained'() {
        expect:
        problems('println "echo $(hostname)"')[0].endsWith(
                "a \$ in double quotes must begin \${...}; for the shell's \$ use single quotes or write \\\$")
    }

    def 'the line and a caret show the place'() {
        when:
        Scripts.compile('a.ehpc', '\tprintln nods')

        then:
        ScriptException e = thrown()
        e.refused
        e.problems()*.format() == ["a.ehpc:1:10: unknown word 'nods'; did you mean 'nodes'? [unknown-word]\n  \tprintln nods\n  \t        ^"]
    }

    def 'checking does not take Groovy away'() {
        when:
        StringBuilder out = new StringBuilder()
        ScriptRun script = Scripts.compile('a.ehpc', '''\
            import java.util.regex.Pattern
            def names = ['a', 'b']
            names.each { println it.toUpperCase() }
            def f = { x -> x.length() }
            println f('abc')
            for (n in names) { print n }
            def m = [a: 1, b: [c: 2]]
            println m.a
            int twice(int x) { x * 2 }
            println twice(4)
            class P { String q; def hi() { "hi $q" } }
            println new P(q: 'z').hi()
            println "${10.minutes} ${5.percent}"
            println(('a1b2' =~ /\\d/).collect { it } + Pattern.quote('x').length())
            println args
            printf '%s-%d%n', 'x', 1
            '''.stripIndent()).over(OFFLINE)
        script.output(out).args(['one', '-x']).run()

        then:
        out.toString() == 'A\nB\n3\nab1\n8\nhi z\nPT10M 5%\n[1, 2, 5]\n[one, -x]\nx-1\n'
    }

    def 'what the static compiler cannot do is left to run time'() {
        given:
        StringBuilder out = new StringBuilder()

        when:
        Scripts.compile('a.ehpc', text).over(OFFLINE).output(out).run()

        then:
        out.toString() == expected

        where:
        text                                                                             || expected
        "def m = 'a 1.2' =~ /(\\d)\\.(\\d)/; println m[0][1]"                             || '1\n'
        'def f = { l -> l[0] }; println f([7])'                                          || '7\n'
        'def sub(a, b) { a - b }; println sub(3, 1)'                                     || '2\n'
        "def c = [a: [k: 5], b: 'x']; println c.a.k"                                     || '5\n'
    }

    @Timeout(300)
    def 'static checking that a script asks for itself is told where it refuses what a script may do'() {
        expect:
        problems("@groovy.transform.$annotation\n$code\n") == places.collect {
            "a.ehpc:$it: @CompileStatic and @TypeChecked are not allowed: a script is checked without them" as String
        }

        where:
        annotation      | code                                                  || places
        'CompileStatic' | 'int f(int x) { x + 1 }'                              || []
        'CompileStatic' | 'def f(x) { x.foo() }'                                || ['2:12']
        'TypeChecked'   | 'def f(x) { x.foo() }'                                || ['2:12']
        'CompileStatic' | 'class A { def f(Object x) { new HashMap(x) } }'      || ['2:29']
    }

    def 'what a script may raise is told, whatever it is'() {
        when:
        Scripts.compile('a.ehpc', text).over(OFFLINE).run()

        then:
        ScriptException e = thrown()
        e.message == message

        where:
        text                              || message
        "throw new Exception('x')"        || 'a.ehpc:1: the script raised Exception: x'
        "new File('/nope/x').text"        || 'a.ehpc:1: file is missing or cannot be read: /nope/x (No such file or directory)'
        "Class.forName('nope')"           || 'a.ehpc:1: the script raised ClassNotFoundException: nope'
    }

    def 'what a script prints goes to its output, in blocks too'() {
        given:
        StringBuilder out = new StringBuilder()

        when:
        Scripts.compile('a.ehpc', '''\
            def say(x) { println "<$x>" }
            [1].each { n ->
                print n
                println()
                println([n, [a: null]])
                printf '%d-%s%n', n, 'x'
                [2].each { println it; say it }
            }
            '''.stripIndent()).over(OFFLINE).output(out).run()

        then:
        out.toString() == '1\n[1, [a:null]]\n1-x\n2\n<2>\n'
    }

    def 'what a script raises is told with its line'() {
        when:
        Scripts.compile('a.ehpc', "\ndef f = { throw new IllegalStateException('no') }\nf()\n").over(OFFLINE).run()

        then:
        ScriptException e = thrown()
        e.message == 'a.ehpc:2: the script raised IllegalStateException: no'
        !e.refused
        e.cause instanceof IllegalStateException
        !e.soFar().changed()
    }

    def 'an empty script does nothing'() {
        expect:
        Scripts.compile('a.ehpc', text).over(OFFLINE).run().value() == null

        where:
        text << ['', '\n', '// nothing\n', '#!/usr/bin/env ehpc\n']
    }

    private static List<String> problems(String text) {
        try {
            Scripts.compile('a.ehpc', text)
            return []
        } catch (ScriptException e) {
            return e.problems()*.toString()
        }
    }

    def 'a sign before #word is told, where the compiler itself would fail'() {
        when:
        Scripts.compile('a.ehpc', "[1, 2].sort { -$word }")

        then:
        def wrong = thrown(ScriptException)
        wrong.problems()*.toString() == ['a.ehpc: a sign must come before a number or a name, not before null, true or false']

        where:
        word << ['null', 'true', 'false']
    }
}
