package ehpc.script

import ehpc.TestService
import spock.lang.Specification

/** A script's own names beside those of the language: called, or refused by name. */
class OwnNamesSpec extends Specification {

    private final TestService service = new TestService(2)
    private final StringBuilder out = new StringBuilder()

    def 'a method called like a word is refused: #name'() {
        expect:
        problems("def $name() { 1 }") == ["x.ehpc:1:1: a method must have a name of its own, not '$name': " +
                'the language has a word of that name']

        where:
        name << ['run', 'println', 'print', 'printf', 'raw', 'initialize', 'syncUsers', 'node', 'postScript', 'cluster', 'parallel',
                 'region', 'secret', 'sleep', 'getNodes', 'getArgs', 'getEnv', 'getId', 'getApi', 'getInfo', 'getClusters']
    }

    def 'a method called like one of every script or block is refused: #form'() {
        expect:
        problems("def $form { 1 }") == ["x.ehpc:1:1: a method must have a name of its own, not '$name': " +
                'every script or block has a method of that name']

        where:
        form << ['session()', '$runtime()', 'getBinding()', 'setProperty(String a, Object b)', 'invokeMethod(String a, Object b)',
                 'evaluate(String a)', 'runCommand(a)', 'writeLine(a)', 'write(a)', 'getMetaClass()', 'notify()', 'getClass()',
                 'curry(a)', 'memoize()', 'call(a)', 'getOwner()', 'getDelegate()', '$sleep(a)']
        name = form.replaceFirst(/[(].*/, '')
    }

    def 'a method that is called in another way than one of every script is fine: #text'() {
        when:
        Scripts.compile('x.ehpc', text).over(service.ehpc()).output(out).run()

        then:
        out.toString() == 'own\nown\n'

        where:
        text << ['def open(a) { "own" }\nprintln open(1)\n[1].each { println open(it) }',
                 'def enter(a) { "own" }\nprintln enter(1)\n[1].each { println enter(it) }',
                 'def close() { "own" }\nprintln close()\n[1].each { println close() }',
                 'def share(a) { "own" }\nprintln share(1)\n[1].each { println share(it) }']
    }

    def 'a field called like a word is refused'() {
        expect:
        problems('import groovy.transform.Field\n@Field def nodes = [1]\nprintln nodes')[0] ==
                "x.ehpc:2:1: a field must have a name of its own, not 'nodes': the language has a word of that name"
    }

    def 'a label that reads like a word is refused: #text'() {
        expect:
        problems(text)*.replaceFirst(/^x.ehpc:\d+:\d+: /, '') == words.collect {
            "'$it:' is a label, which does nothing; write '$it' without the colon"
        }

        where:
        text                                                  || words
        'region: "cn-hangzhou"'                               || ['region']
        'cluster("c1") {\nrun: "hostname"\non: nodes\n}'      || ['run', 'on']
        'println: "a"'                                        || ['println']
    }

    def 'named arguments of a word are refused: #text'() {
        expect:
        problems("cluster('c1') {\n$text\n}") == ["x.ehpc:2:1: $message"]

        where:
        text                                   || message
        'run(command: "hostname") on nodes'    || "'run' expects one text (run 'echo hi' on nodes), got a map"
        'run(command: "hostname", on: nodes)'  || 'run has no nodes; add: on nodes'
        'node(name: "a")'                      || "'node' expects an id or a name (node('compute000')), got a map"
    }

    def 'what is called is the own one: #text'() {
        when:
        Scripts.compile('x.ehpc', text).over(service.ehpc()).output(out).run()

        then:
        out.toString() == said

        where:
        text                                                                              || said
        'def run = { x -> "own $x" }\nprintln run("a")'                                   || 'own a\n'
        'def run = { x -> "own $x" }\ncluster("c1") { println run("a") }'                 || 'own a\n'
        'cluster("c1") { def syncUsers = { -> "own" }\nprintln syncUsers() }'             || 'own\n'
        'def nodes = [1]\ncluster("c1") { println nodes }'                                || '[1]\n'
        'def f(node) { node("a") }\nprintln f { it + "!" }'                               || 'a!\n'
        'def f(println) { println("a") }\nf { print(it) }'                                || 'a'
        '[1].each { nodes -> println nodes }'                                             || '1\n'
        'import static java.lang.Math.max as run\nprintln run(1, 2)'                      || '2\n'
        'import static java.lang.Math.max as node\ncluster("c1") { println node(1, 2) }'  || '2\n'
        'def nodes(x) { "own $x" }\ncluster("c1") { println nodes(1) }'                   || 'own 1\n'
        'class A { def run(s) { "own $s" }\ndef go() { run("x") } }\nprintln new A().go()' || 'own x\n'
        'def f(Map m) { m }\nprintln f(run: "x", on: 1)'                                  || '[run:x, on:1]\n'
        'run: for (i in 1..2) { for (j in 1..2) { println i; continue run } }'            || '1\n2\n'
        'String toString() { "own" }\nprintln toString()'                                 || 'own\n'
    }

    private static List<String> problems(String text) {
        try {
            Scripts.compile('x.ehpc', text)
            return []
        } catch (ScriptException e) {
            return e.problems()*.toString()
        }
    }
}
