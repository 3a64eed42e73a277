package ehpc.syntax

import ehpc.edit.Corpus
import spock.lang.Specification

/** Whether a text is whole, what it waits for, and where its next line begins. */
class CompletenessSpec extends Specification {

    def 'needs #missing: #text'() {
        when:
        Completeness completeness = Completeness.of(text)

        then:
        completeness.missing().name() == missing
        completeness.open() == open
        completeness.indent() == indent
        completeness.closingIndent() == closing

        where:
        text                                       | missing      | open      | indent | closing
        ''                                         | 'NOTHING'    | ''        | 0      | 0
        'clusters'                                 | 'NOTHING'    | ''        | 0      | 0
        "run 'x' on nodes"                         | 'NOTHING'    | ''        | 0      | 0
        "cluster('c') {"                           | 'BRACKET'    | '{'       | 4      | 0
        "cluster('c') {\n    run 'x' on nodes"     | 'BRACKET'    | '{'       | 4      | 0
        "cluster('c') {\n    run 'x' on nodes\n}"  | 'NOTHING'    | ''        | 0      | 0
        "cluster('c') {\n    if (a) {"             | 'BRACKET'    | '{'       | 8      | 4
        "cluster('c') {\n    if (a) {\n    }"      | 'BRACKET'    | '{'       | 4      | 0
        'api.setQueue(node: [['                    | 'BRACKET'    | '['       | 4      | 0
        'api.setQueue(\n    node: ['               | 'BRACKET'    | '['       | 8      | 4
        'def x = [1,'                              | 'BRACKET'    | '['       | 4      | 0
        'x.each { y ->'                            | 'BRACKET'    | '{'       | 4      | 0
        'x.each { y +'                             | 'BRACKET'    | '{'       | 8      | 0
        'def x = y +'                              | 'OPERAND'    | '+'       | 4      | 0
        'def x ='                                  | 'OPERAND'    | '='       | 4      | 0
        'nodes.'                                   | 'OPERAND'    | '.'       | 4      | 0
        'waves 1,'                                 | 'OPERAND'    | ','       | 4      | 0
        'x instanceof'                             | 'OPERAND'    | 'instanceof' | 4   | 0
        'x++'                                      | 'NOTHING'    | ''        | 0      | 0
        'import java.util.*'                       | 'NOTHING'    | ''        | 0      | 0
        'def x = [] as List<String>'               | 'NOTHING'    | ''        | 0      | 0
        "run 'x' on"                               | 'NODES'      | 'on'      | 4      | 0
        "run 'x' on // all"                        | 'NODES'      | 'on'      | 4      | 0
        "run('x') timeout"                         | 'VALUE'      | 'timeout' | 4      | 0
        "run 'x' from '/d' waves"                  | 'VALUE'      | 'waves'   | 4      | 0
        "run 'x' tolerate"                         | 'VALUE'      | 'tolerate' | 4     | 0
        "def r = run 'x' on"                       | 'NODES'      | 'on'      | 4      | 0
        "cluster('c') {\n    run 'x' on"           | 'BRACKET'    | '{'       | 8      | 0
        "run 'x'"                                  | 'NOTHING'    | ''        | 0      | 0
        'on'                                       | 'NOTHING'    | ''        | 0      | 0
        'def on'                                   | 'NOTHING'    | ''        | 0      | 0
        'if (a)'                                   | 'BODY'       | 'if'      | 4      | 0
        'if (a) { } else'                          | 'BODY'       | 'else'    | 4      | 0
        'for (x in y)'                             | 'BODY'       | 'for'     | 4      | 0
        'do { } while (a)'                         | 'NOTHING'    | ''        | 0      | 0
        'f(a)'                                     | 'NOTHING'    | ''        | 0      | 0
        "run 'x"                                   | 'LINE_QUOTE' | "'"       | 0      | 0
        'run "x'                                   | 'LINE_QUOTE' | '"'       | 0      | 0
        'x = /a'                                   | 'LINE_QUOTE' | '/'       | 0      | 0
        "run 'x\n"                                 | 'NOTHING'    | ''        | 0      | 0
        "f(run 'x\n"                               | 'NOTHING'    | ''        | 0      | 0
        "run '''x"                                 | 'QUOTE'      | "'''"     | 0      | 0
        'run """x ${a} b'                          | 'QUOTE'      | '"""'     | 0      | 0
        'x = $/a'                                  | 'QUOTE'      | '$/'      | 0      | 0
        'run """x ${a'                             | 'BRACKET'    | '${'      | 4      | 0
        '/* a'                                     | 'COMMENT'    | '/*'      | 0      | 0
        '// a ('                                   | 'NOTHING'    | ''        | 0      | 0
        "'('"                                      | 'NOTHING'    | ''        | 0      | 0
        'x \\'                                     | 'LINE'       | '\\'      | 4      | 0
        'f(a]'                                     | 'NOTHING'    | ''        | 0      | 0
        'f(a))'                                    | 'NOTHING'    | ''        | 0      | 0
    }

    def 'a text that waits for more wants a line, but not one whose quote ends with the line'() {
        expect:
        ['{', 'a +', "'''", "'a", 'a', 'a)'].collect { Completeness.of(it).wantsLine() } == [true, true, true, false, false, false]
        ['{', 'a +', "'''", "'a", 'a', 'a)'].collect { Completeness.of(it).complete } == [false, false, false, false, true, true]
    }

    def 'a sentence over several lines is joined, and nothing else'() {
        expect:
        TokenizedText.of(text).joined() == joined

        where:
        text                                       | joined
        "run 'x' on\n    nodes"                    | "run 'x' on\\\n    nodes"
        "run 'x' timeout  \r\n10.minutes on\nnodes" | "run 'x' timeout  \\\r\n10.minutes on\\\nnodes"
        "run 'x' on // all\nnodes"                 | "run 'x' on // all\nnodes"
        'def x =\n1'                               | 'def x =\n1'
        "c {\n  run 'x' on\n  nodes\n}\n"          | "c {\n  run 'x' on\\\n  nodes\n}\n"
        "'''run 'x' on\nnodes'''"                  | "'''run 'x' on\nnodes'''"
    }

    def 'every script of the corpus is whole, and none of its lines is joined'() {
        expect:
        Completeness.of(script).complete
        TokenizedText.of(script).joined() == script

        where:
        [name, script] << Corpus.right().collect { [it.key, it.value] }
    }
}
