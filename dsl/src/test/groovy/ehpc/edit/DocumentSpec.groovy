package ehpc.edit

import ehpc.script.InteractiveSession
import ehpc.script.SessionContext
import spock.lang.Specification

/** All that is found out about a text is found out once. */
class DocumentSpec extends Specification {

    def 'one Tab compiles once, and whoever asks after it compiles nothing: #text'() {
        given:
        Document document = new Document(text, SessionContext.EMPTY)

        when:
        Completion first = document.complete(text.length(), KnownNames.EMPTY)

        then:
        document.compilations() == 1
        document.complete(text.length(), KnownNames.EMPTY) == first
        document.compilations() == 1

        where:
        text << [
            '', 'clus', 'images.', "cluster('c') { nod", "cluster('c') { run 'x' on nodes.", "cluster('c') { run 'x' on ",
            "cluster('c') {\n    def r = run 'x' on nodes\n    r.", 'def a = 1\nprintln "${a', 'api.', "cluster('c') { nodes['", 'api.listNodes(',
            "cluster('c') { nodes - ", "cluster('c') { nodes - 'a' - 'c", "cluster('c') { nodes.queue(", "cluster('c') { nodes[",
            "cluster('c') { nodes.where { it.status == ",
            "cluster('c') { nodes.where { it.name == 'c", "def m = [a: 1]\nm['", 'def x = ',
        ]
    }

    def 'a Tab that needs no types compiles nothing: #text'() {
        given:
        Document document = new Document(text, SessionContext.EMPTY)

        when:
        document.complete(text.length(), KnownNames.EMPTY)

        then:
        document.compilations() == 0

        where:
        text << ["cluster('", "cluster('c') { run 'x' ", 'api.listNodes(clusterId: \'', 'import java.', '// ', '12']
    }

    def 'a text is read once up to its end, and once more up to the word at its end, however many look at it'() {
        given:
        Document document = new Document(text, SessionContext.EMPTY)

        when:
        2.times {
            document.tokens()
            document.completeness()
            document.hint(text.length())
            document.complete(text.length(), KnownNames.EMPTY)
        }

        then:
        document.readings() == readings

        where:
        text                                | readings
        "cluster('c') { run 'x' on nodes."  | 1
        "cluster('c') { run 'x' on nodes.c" | 2
    }

    def 'a complete text is checked once'() {
        given:
        Document document = new Document('def a = 1\n  aa + 1', SessionContext.EMPTY)

        expect:
        document.diagnostics() == [new Diagnostic(12, 14, "unknown word 'aa'")]
        document.diagnostics().is(document.diagnostics())
        document.compilations() == 1
    }

    def 'what is not complete is not checked'() {
        given:
        Document document = new Document('f(aa', SessionContext.EMPTY)

        expect:
        document.diagnostics() == []
        document.compilations() == 0
    }

    def 'it is that of a text in a session, until either changes'() {
        given:
        InteractiveSession session = new InteractiveSession()
        SessionContext before = session.context()
        Document document = new Document('a', before)

        when:
        session.use('ehpc-hz-1')

        then:
        document.isOf('a', before)
        !document.isOf('ab', before)
        !document.isOf('a', session.context())
    }
}
