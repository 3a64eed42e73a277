package ehpc.script

import spock.lang.Specification

/** A value that was lost in the text of a command is found, wherever it was lost; what is not certain is let pass. */
class PlainTextSpec extends Specification {

    def 'a value lost in #what is told'() {
        given:
        String script = "def f = args[0]\n${before}\ncluster('c1') {\n    run $text on nodes\n}\n"

        expect:
        problems(script) == ["s.ehpc:$line:$column: a command must not be built as plain text: $how; write " + better +
                ', which keeps each value one word, or run raw(...) to insert a value as shell code' as String]

        where:
        what                      | before                                 | text                   || how
        'a sum'                   | ''                                     | "'rm ' + f"            || "'+' joins it from values"
        'a sum of templates'      | ''                                     | '"rm ${f}" + "x"'      || "'+' joins it from values"
        'a variable with a sum'   | "def c = 'rm ' + f"                    | 'c'                    || "'+' joins it from values"
        'a growing text'          | "def c = 'rm '\nc += f"                | 'c'                    || "'+=' joins it from values"
        'a String variable'       | 'String c = "rm ${f}"'                 | 'c'                    || "the type String of 'c' makes its \${...} plain text"
        'a cast'                  | ''                                     | '("rm ${f}" as String)' || 'as String makes its ${...} plain text'
        'trim()'                  | ''                                     | '"rm ${f}".trim()'     || "'trim' makes its \${...} plain text"
        'trim() of a variable'    | 'def c = "rm ${f}"'                    | 'c.trim()'             || "'trim' makes its \${...} plain text"
        'stripIndent()'           | ''                                     | '"""rm ${f}""".stripIndent()' || "'stripIndent' makes its \${...} plain text"
        'toString()'              | ''                                     | '"rm ${f}".toString()' || "'toString' makes its \${...} plain text"
        'String.format'           | ''                                     | "String.format('rm %s', f)" || "'format' joins it from values"
        'join'                    | "def l = ['rm', f]"                    | "l.join(' ')"          || "'join' joins it from values"
        'replace'                 | ''                                     | "'rm X'.replace('X', f)" || "'replace' joins it from values"
        'concat'                  | ''                                     | "'rm '.concat(f)"      || "'concat' joins it from values"
        'a builder'               | "def b = new StringBuilder('rm ')\nb << f" | 'b.toString()'     || "'toString' joins it from values"
        'a method'                | "def c(x) { 'rm ' + x }"               | 'c(f)'                 || "'+' joins it from values"
        'a method of type String' | 'String c(x) { "rm ${x}" }'            | 'c(f)'                 || "the return type String of 'c' makes its \${...} plain text"
        'a choice'                | ''                                     | "(f ? 'rm ' + f : 'ls')" || "'+' joins it from values"
        better = text == "'rm ' + f" ? 'run "rm ${f}"' : 'run "... ${value} ..."'
        line = 4 + before.count('\n')
        column = text.startsWith('(') ? 10 : 9
    }

    def 'a parameter of type String loses the values of what it is given'() {
        expect:
        problems('''\
            def go(String c) { run c on nodes }
            cluster('c1') { go("rm ${args[0]}") }
            '''.stripIndent())[0].startsWith('s.ehpc:1:24: a command must not be built as plain text: ' +
                "the type String of 'c' makes its \${...} plain text; ")
    }

    def 'a text that keeps its values, or has none, passes'() {
        expect:
        problems("def f = args[0]\n${before}\ncluster('c1') { run $text on nodes }\n") == []

        where:
        before                                  | text
        ''                                      | '"rm ${f}"'
        'def c = "rm ${f}"'                     | 'c'
        'def c(x) { "rm ${x}" }'                | 'c(f)'
        ''                                      | "'rm ' + 'x'"
        ''                                      | 'f'
        ''                                      | "raw('rm ' + f)"
        "def l = ['cd /tmp', 'ls']"             | "l.join(' && ')"
        "def l = ['ls', 'id']"                  | 'l[0]'
        "String c = 'ls'"                       | 'c'
        "def m = [a: 'ls -l']"                  | 'm.a'
        'def go(String c) { c }'                | "go('ls')"
    }

    def 'the form to use instead takes quotes out that stood around the value'() {
        expect:
        problems("def f = 'x'\ncluster('c1') { run $sum on nodes }\n")[0].contains("; write run $better, ")

        where:
        sum                                      || better
        "'grep \"' + f + '\" /tmp/log'"          || '"grep ${f} /tmp/log"'
        "'cat ' + f + ' | wc -l'"                || '"cat ${f} | wc -l"'
        "'echo \$HOME ' + f.trim()"              || '"echo \\$HOME ${f.trim()}"'
    }

    private static List<String> problems(String text) {
        try {
            Scripts.compile('s.ehpc', text)
            return []
        } catch (ScriptException e) {
            return e.problems()*.toString()
        }
    }
}
