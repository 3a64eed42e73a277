package ehpc.dsl

import ehpc.TestService
import ehpc.script.InteractiveSession
import ehpc.script.ScriptException
import ehpc.script.Scripts
import spock.lang.Specification

/** What branches of {@code parallel} see of the script's variables, and what they do to them. */
class BranchVariablesSpec extends Specification {

    private static final String IDS = "def ids = ['c1', 'c2', 'c3', 'c4']\n"

    private final TestService service = new TestService(2)
    private final StringBuilder out = new StringBuilder()

    def 'a block sees its variables as they were when it was named: #what'() {
        when:
        run(IDS + text)

        then:
        out.toString() == 'c1: 0\nc2: 1\nc3: 2\nc4: 3\n'

        where:
        what                      | text
        'for, in'                 | 'parallel { for (c in ids) { cluster(c) { println "$id: ${ids.indexOf(c)}" } } }'
        'for, with an index'      | 'parallel { for (i, c in ids) { cluster(c) { println "$id: $i" } } }'
        'for, counting'           | 'parallel { for (int i = 0; i < 4; i++) { cluster(ids[i]) { println "$id: $i" } } }'
        'while'                   | 'parallel { int i = 0; while (i < 4) { cluster(ids[i]) { println "$id: $i" }; i++ } }'
        'while, around'           | 'def i = 0\nparallel { while (i < 4) { cluster(ids[i]) { println "$id: $i" }; i += 1 } }'
        'do while'                | 'parallel { int i = 0; do { cluster(ids[i]) { println "$id: $i" }; i++ } while (i < 4) }'
        'each'                    | 'def i = 0\nparallel { ids.each { c -> cluster(c) { println "$id: $i" }; i++ } }'
        'a block in the block'    | 'parallel { for (c in ids) { cluster(c) { [c].each { println "$id: ${ids.indexOf(it)}" } } } }'
        'a block that is called'  | 'parallel { for (c in ids) { def work = { println "$c: ${ids.indexOf(c)}" }; cluster(c) { work() } } }'
        'a block that is given'   | 'parallel { for (c in ids) { def work = { println "$id: ${ids.indexOf(c)}" }; cluster(c, work) } }'
        'a method around'         | 'def all(l) { for (c in l) { cluster(c) { println "$id: ${l.indexOf(c)}" } } }\nparallel { all(ids) }'
        'a lambda'                | 'parallel { ids.forEach(c -> { cluster(c) { println "$id: ${ids.indexOf(c)}" } }) }'
    }

    def 'what branches change they share, a statement at a time: #text'() {
        given:
        int times = 200

        when:
        run("""
            def ids = (1..8).collect { 'c' + it }
            def total = 0
            def list = []
            def map = [:]
            def add = { -> total += 1 }
            parallel { ids.each { c -> cluster(c) { for (i in 1..$times) { $text } } } }
            println total + list.size() + map.size() + (map.n ?: 0)
            """)

        then:
        out.toString() == "${8 * times + extra}\n"

        where:
        text                                          | extra
        'total += 1'                                  | 0
        'total++'                                     | 0
        'if (i > 0) total = total + 1'                | 0
        'list << i'                                   | 0
        'list.add(i)'                                 | 0
        '[i].each { list << it }'                     | 0
        'add()'                                       | 0
        'map["$c $i"] = i'                            | 0
        'map.n = (map.n ?: 0) + 1'                    | 1
    }

    def 'a value that takes a while to ask for is added whole'() {
        when:
        run(IDS + 'def total = 0\nparallel { ids.each { cluster(it) { total += nodes.size() } } }\nprintln total')

        then:
        out.toString() == '8\n'
    }

    def 'a field is shared by the branches, in methods too'() {
        when:
        run('''\
            import groovy.transform.Field
            @Field int total = 0
            def add() { total += 1 }
            parallel { (1..8).each { cluster('c' + it) { for (i in 1..100) { add() } } } }
            println total
            '''.stripIndent())

        then:
        out.toString() == '800\n'
    }

    def 'what could not be meant is refused: #text'() {
        when:
        Scripts.compile('x.ehpc', IDS + text)

        then:
        ScriptException e = thrown()
        e.problems()*.message() == [message]

        where:
        text                                                                            || message
        'parallel { for (int i = 0; i < 4; i++) { cluster(ids[i]) { i = 5 } } }'        || "'i' $AROUND = i"
        'parallel { int i = 0; while (i < 4) { cluster(ids[i]) { i += 2 }; i++ } }'     || "'i' $AROUND = i"
        'def n = 0\nparallel { ids.each { cluster(it) { if (n++ > 1) println n } } }'   || "'n' $OWN"
        'def l = []\nparallel { ids.each { cluster(it) { def ok = l.add(1) } } }'       || "'l' $OWN"
    }

    private static final String AROUND = 'must not be changed here: parallel changes it outside of the block, which runs later; ' +
            'use a variable of the block: def mine'
    private static final String OWN = 'must be changed in a separate statement here, as branches of parallel share it'

    def 'entries of a shell mean the same'() {
        given:
        InteractiveSession session = new InteractiveSession()

        when:
        ["def ids = ['c1', 'c2']", 'def total = 0',
         'parallel { for (c in ids) { cluster(c) { println "$id: $c"; total += 1 } } }', 'println total'].each {
            session.compile(it).over(service.ehpc()).output(out).run()
        }

        then:
        out.toString() == 'c1: c1\nc2: c2\n2\n'
    }

    private void run(String text) {
        Scripts.compile('x.ehpc', text).over(service.ehpc()).output(out).run()
    }
}
