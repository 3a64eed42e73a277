package ehpc.command

import ehpc.TestService
import ehpc.api.InputException
import ehpc.api.Secret
import ehpc.node.NodeRole
import ehpc.node.NodeSet
import spock.lang.Specification

class CommandSpec extends Specification {

    private static final String EMPTY = 'a list in a command must not be empty, as this would change the meaning of the command; ' +
            'write ${... ?: raw(\'\')} to insert no word'

    private static final String PLAIN = 'a value in a command must be a text, a number, a path, a node or a flat list of these, '

    private static final String MORE = 'a shell could read it as more than one word'
    private static final String RUN = 'a shell runs or computes the text there'
    private static final String KEPT = 'its value is quoted already'
    private static final String ENDS = 'a new line in it would end the comment'
    private static final String STAY = 'its quotes would remain'
    private static final String FIRST = 'write f=${...} first and "$f" here'
    private static final String LATER = 'write f=${...} first and \'"$f"\' here, in single quotes'
    private static final String NAME = 'write the name itself'
    private static final String INDEX = 'write the index'
    private static final String COMPUTE = 'compute it in the script'
    private static final String NUMBER = 'write ${... as int} for a number'
    private static final String FORMAT = 'write printf %s ${...}'
    private static final String OPERATOR = 'write the operator itself, such as = or -f'
    private static final String TICKS = 'write $(...) instead of backticks'
    private static final String LINE = 'write it as one line'
    private static final String AWAY = 'remove the backslash'
    private static final String END = 'close the quotes before it and open them again after it'
    private static final String END_OR_FIRST = 'close the quotes before it, or write f=${...} first and $f here'
    private static final String OUT = 'remove it'
    private static final String IN_DOCUMENT = 'write f=${...} first and $f here, with an unquoted delimiter'

    def 'literal text reaches the shell untouched'() {
        given:
        String text = $/awk '{print $1}' /etc/passwd | grep "$(id -un)"/$

        expect:
        Command.of(text).text() == text
    }

    def 'a command must be 2 to 2048 characters'() {
        when:
        Command.of(text)

        then:
        InputException e = thrown()
        e.message == message

        where:
        text          || message
        'x'           || 'command must be 2 to 2048 characters, is 1'
        ''            || 'command must be 2 to 2048 characters, is 0'
        'x' * 2049    || 'command must be 2 to 2048 characters, is 2049'
        null          || 'command must be given, is null'
        'a\u0000b'    || 'command must not contain a NUL character'
        '   '         || 'command must not be blank'
    }

    def 'the bounds count characters, not UTF-16 units'() {
        expect:
        Command.of('😀' * 2048).bytes() == 4 * 2048
        Command.of('ok').text() == 'ok'
    }

    def 'a command of the greatest length is read on a small stack: #part'() {
        given:
        String text = part * (2000.intdiv(part.length()))
        String outcome = null
        Thread small = new Thread(null, {
            try {
                Command.of([text + '\n: ', ''], ['v'])
                outcome = 'read'
            } catch (InputException | StackOverflowError e) {
                outcome = e.class.simpleName
            }
        }, 'small', 256 * 1024)

        when:
        small.start()
        small.join()

        then:
        outcome in ['read', 'InputException']

        where:
        part << ['x', 'x ', "'x' ", '"x" ', ' -eq ', 'a -lt b ', 'x\n', '$x ', '${x} ', '$(date) ', '`date` ', '((', 'a=b ', 'a[1]=2 ', '[ -v x ] ',
                 'f() { x; }\n', 'for i in 1; do x; done\n', 'printf %s x\n', 'read x\n', '<<E\nE\n', '# x\n', '\\x',
                 '{a,b} ', '&& x ', '| x ', 'declare -i x ', 'declare -x -r ', 'export a ']
    }

    def 'a value is one word of the shell, whatever it holds'() {
        expect:
        shell(Command.of(['printf "%s" ', ''], [value])) == value.toString()

        where:
        value << ['plain', '', 'two words', "it's", '"', '$HOME', '$(id)', '`id`', '; rm -rf /', 'a\nb', '*', '-rf', '~', '\\',
                  "'", "''", '\\\'', '!x', '\t', '#x', '{a,b}', '$\'\\n\'', 42, 2.5, true, new File('/a b').toPath(),
                  'é 北京 😀']
    }

    def 'a list is one word for each element'() {
        expect:
        shell(Command.of(['printf "<%s>" ', ''], [['a b', "c'd", '']])) == "<a b><c'd><>"
    }

    def 'values may be glued to text and to each other'() {
        expect:
        shell(Command.of(['printf "<%s>" --name=', '', '.log'], ['a b', 'c d'])) == '<--name=a bc d.log>'
    }

    def 'raw text is taken as shell'() {
        expect:
        Command.of(['ls ', ' ', ''], [new Raw('*.txt'), '*.txt']).text() == "ls *.txt '*.txt'"
    }

    def 'a value is refused where it would not be one word of data, with the way out'() {
        when:
        Command.of([before, after], ['x'])

        then:
        InputException e = thrown()
        e.message == "a \${...} is not allowed $where: $why; $help, or write \${raw(...)} to insert it as shell code"

        where:
        before                        | after         || where                                                 | why  | help
        "echo '"                      | "'"           || "inside '...'"                                        | KEPT | END
        'echo "'                      | '"'           || 'inside "..."'                                        | KEPT | END_OR_FIRST
        'echo "}" "'                  | '"'           || 'inside "..."'                                        | KEPT | END_OR_FIRST
        'echo "\\"'                   | '"'           || 'inside "..."'                                        | KEPT | END_OR_FIRST
        'echo "${x:-'                 | '}"'          || 'inside "..."'                                        | KEPT | END_OR_FIRST
        'echo a # '                   | ''            || 'in a comment'                                        | ENDS | OUT
        'echo a;# '                   | ''            || 'in a comment'                                        | ENDS | OUT
        '(cd /tmp)#'                  | ''            || 'in a comment'                                        | ENDS | OUT
        'echo a |# '                  | ''            || 'in a comment'                                        | ENDS | OUT
        '(cd /tmp)# it\'s\necho \''   | '\''          || "inside '...'"                                        | KEPT | END
        'echo ${#PATH} "lines:\n}'    | '"'           || 'inside "..."'                                        | KEPT | END_OR_FIRST
        'echo "${x:-don\'t}" \'}" '   | ' \''         || "inside '...'"                                        | KEPT | END
        'echo \\'                     | ''            || 'after a backslash'                                   | MORE | AWAY
        'echo $'                      | ''            || 'after a $'                                           | MORE | FIRST
        'echo `'                      | '`'           || 'after `'                                             | MORE | TICKS
        'x=`true `#\'\n'              | ' \''         || "inside '...'"                                        | KEPT | END
        'echo $(( 1 + '               | ' ))'         || 'after $(( or $['                                     | MORE | COMPUTE
        'echo $[ '                    | ' ]'          || 'after $(( or $['                                     | MORE | COMPUTE
        '"$((echo a) | sed "s/a/'     | '/")"'        || 'after $(( or $['                                     | MORE | COMPUTE
        'if (( '                      | ' > 5 ))'     || 'after (('                                            | MORE | COMPUTE
        'for ((i=0;i<'                | ';i++))'      || 'after (('                                            | MORE | COMPUTE
        'echo ${x:-'                  | '}'           || 'after ${ of the shell'                               | MORE | FIRST
        "echo \$'it\\'s "             | "'"           || "after \$'"                                           | MORE | FIRST
        'cat <<END\n'                 | '\nEND'       || 'in a here-document'                                  | STAY | IN_DOCUMENT
        'cat <<< '                    | ''            || 'after <<'                                            | MORE | FIRST
        'cat <\\\n<END\n'             | '\nEND'       || 'after a line continued with \\'                      | MORE | LINE
        'echo a \\\n# it\'s\necho \'' | '\''          || 'after a line continued with \\'                      | MORE | LINE
        'echo $\\\n'                  | ''            || 'after a line continued with \\'                      | MORE | LINE
        'echo $(case x in x) echo '   | ';; esac)'    || 'after case'                                          | MORE | FIRST
        '"$(case x in x) echo " '     | ' ";; esac)"' || 'inside "..."'                                        | KEPT | END_OR_FIRST
        'a['                          | ']=1'         || 'after a ['                                           | RUN  | INDEX
        'a[1+'                        | ']=1'         || 'after a ['                                           | RUN  | INDEX
        'a[b[1]+'                     | ']=1'         || 'after a ['                                           | RUN  | INDEX
        'a[$(id -u)+'                 | ']=1'         || 'after a ['                                           | RUN  | INDEX
        'a["$(id)"+'                  | ']=1'         || 'after a ['                                           | RUN  | INDEX
        'a=(['                        | ']=1)'        || 'after a ['                                           | RUN  | INDEX
        'a[1 + '                      | ']=1'         || 'after an unclosed [ in a word'                       | MORE | FIRST
        'ls {a,'                      | '}'           || 'in one word with a {'                                | MORE | FIRST
        'ls '                         | '{a,b}'       || 'in one word with a {'                                | MORE | FIRST
        'ls $(ls '                    | '{a,b})'      || 'in one word with a {'                                | MORE | FIRST
        'exec {'                      | '}>f'         || 'in one word with a {'                                | MORE | FIRST
        '[[ 1 -lt '                   | ' ]]'         || 'after -lt of [['                                     | RUN  | NUMBER
        '[[ a =~ '                    | ' ]]'         || 'after [[ without a fixed operator before it'         | RUN  | OPERATOR
        'let '                        | ''            || 'after let'                                           | RUN  | COMPUTE
        'unset '                      | ''            || 'after unset'                                         | RUN  | NAME
        '\\eval '                     | ''            || 'after eval'                                          | RUN  | LATER
        "e'va'l "                     | ''            || 'after eval'                                          | RUN  | LATER
        'A=1 2>&1 >f command eval '   | ''            || 'after eval'                                          | RUN  | LATER
        'if ! read '                  | ''            || 'after read'                                          | RUN  | NAME
        '2>f read '                   | ''            || 'after read'                                          | RUN  | NAME
        'trap '                       | ' EXIT'       || 'after trap'                                          | RUN  | LATER
        'alias '                      | ''            || 'after alias'                                         | MORE | FIRST
        'alias e=\'echo "\'\ne '      | ' "'          || 'after alias'                                         | MORE | FIRST
        'printf '                     | ' x'          || 'after printf without a fixed format before it'       | RUN  | FORMAT
        'printf -v'                   | ' x'          || 'after printf without a fixed format before it'       | RUN  | FORMAT
        'printf -v '                  | ' x'          || 'after printf without a fixed format before it'       | RUN  | FORMAT
        '[ -v '                       | ' ]'          || 'after [ without a fixed operator before it'          | RUN  | OPERATOR
        'test ! -v '                  | ''            || 'after test without a fixed operator before it'       | RUN  | OPERATOR
        'test "$x" '                  | ''            || 'after test without a fixed operator before it'       | RUN  | OPERATOR
        'x=+(#\'\n'                   | '\')'         || 'after +('                                            | MORE | FIRST
        'echo $(a # it\'s\n'          | ')'           || 'after a comment inside $(...)'                       | MORE | FIRST
        'echo a) '                    | ''            || 'after an unmatched )'                                | MORE | FIRST
    }

    def 'two values must not choose the operator of a test'() {
        when:
        Command.of(['[ ', ' ', ' ]'], ['-v', 'a[$(id)]'])

        then:
        InputException e = thrown()
        e.message.startsWith('a ${...} is not allowed after [ without a fixed operator before it:')
    }

    def 'a value is taken after a part that has ended'() {
        expect:
        Command.of([before, ''], ['x y']).text() == before + "'x y'"

        where:
        before << [
            "echo 'a' ", 'echo "a" ', 'echo $(date) ', 'echo ${x} ${#x} $? $1 ', 'a # c\necho ', 'echo a#', '(cd /; ls ',
            'echo $(ls ', "echo 'a'\\''b' ", '[ -n ', '[ a = ', 'echo x[1] ', 'ls f[[:digit:]] ', 'read a; echo ',
            'f() { echo ', 'echo "$(echo "a")" ', 'cat < ', 'cat > ', 'cmd 2>&1 >| ', 'A=', 'export A=', 'a[1]=',
            'for x in ', 'echo please read ', 'echo \\$', 'printf -- ', 'printf %s ', 'echo a{b,c} ', 'if true; then echo ',
            '', 'sudo ', 'a=(1 ', 'cat <(ls ', 'echo $(a; b', '--name=', '/data/', '~/', 'echo "$HOME"/', 'echo "a $(b ', 'case x in ']
    }

    def 'values that cannot be words are refused'() {
        when:
        Command.of(['echo ', ''], [value])

        then:
        InputException e = thrown()
        e.message == message

        where:
        value                          || message
        null                           || 'a value in a command must not be null'
        [null]                         || 'a value in a command must not be null'
        new Secret('TOKEN', 's3cr3t')  || "secret 'TOKEN' must not be put into a command"
        Optional.of('a')               || PLAIN + 'is a Optional'
        [['a']]                        || PLAIN + 'is a ArrayList'
        [a: 'b']                       || PLAIN + 'is a map'
        'ab'.toCharArray()             || PLAIN + 'is a char[]'
        'ab'.bytes                     || PLAIN + 'is a byte[]'
        Double.NaN                     || 'a number in a command must be finite, is NaN'
        'a\uD83Db'                     || 'a value in a command must be valid Unicode, contains half of a surrogate pair'
        ['ok', new Secret('T', 's')]   || "secret 'T' must not be put into a command"
        []                             || EMPTY
        new String[0]                  || EMPTY
        [new Raw('x')]                 || PLAIN + 'is a Raw'
        'a\u0000b'                     || 'a value in a command must not contain a NUL character'
    }

    def 'raw text counts for the text after it'() {
        when:
        Command.of(['', '', '', ' x'], [new Raw('echo "'), '$(touch x)', new Raw('"')])

        then:
        InputException e = thrown()
        e.message.startsWith('a ${...} is not allowed inside "...":')
    }

    def 'a list must stand alone, even one of a single element'() {
        when:
        Command.of([before, after], [list])

        then:
        InputException e = thrown()
        e.message == "a \${...} with a list $where"

        where:
        before             | after  | list       || where
        'echo --x='        | ''     | ['a', 'b'] || 'must be a word of its own, with a space on both sides'
        'echo '            | '.log' | ['a', 'b'] || 'must be a word of its own, with a space on both sides'
        'rm -rf '          | '/'    | ['a']      || 'must be a word of its own, with a space on both sides'
        'rm -rf '          | '/'    | []         || 'must be a word of its own, with a space on both sides'
        'x=$(id)'          | ''     | ['a']      || 'must be a word of its own, with a space on both sides'
        'cat >'            | ' x'   | ['a', 'b'] || 'is not allowed after < or >, which take one word'
        'cat 2>'           | ' x'   | ['a', 'b'] || 'is not allowed after < or >, which take one word'
        '[ a = '           | ' ]'   | ['a', 'b'] || 'is not allowed in [ or test, which count their words'
    }

    def 'an empty list may become no word if the script states so'() {
        given:
        List<String> options = []

        expect:
        Command.of(['ls -l ', ' /tmp'], [options ?: new Raw('')]).text() == 'ls -l  /tmp'
    }

    def 'a number is digits and a point in every locale'() {
        given:
        Locale before = Locale.default
        Locale.default = Locale.forLanguageTag('ar-EG-u-nu-arab')

        expect:
        Command.of(['echo ', ''], [number]).text() == "echo '$text'"

        cleanup:
        Locale.default = before

        where:
        number                 || text
        1234567                || '1234567'
        -5L                    || '-5'
        1.50                   || '1.50'
        1e3                    || '1000'
        1e10d                  || '10000000000'
        0.1f                   || '0.1'
        1.0e-7                 || '0.00000010'
        12345678901234567890G  || '12345678901234567890'
        new BigDecimal('1E+999999999') || '1E+999999999'
    }

    def 'arrays, sets, ranges and enums are words too'() {
        expect:
        Command.of(['echo ', ''], [value]).text() == "echo $words"

        where:
        value                             || words
        ['a', 'b'] as String[]            || "'a' 'b'"
        [1, 2] as int[]                   || "'1' '2'"
        new LinkedHashSet<>(['a', 'b'])   || "'a' 'b'"
        (1..3)                            || "'1' '2' '3'"
        NodeRole.LOGIN                    || "'LOGIN'"
        [true, false]                     || "'true' 'false'"
        'c' as char                       || "'c'"
    }

    def 'a node is its name, and a set of nodes a word for each name'() {
        given:
        NodeSet nodes = new TestService(2).cluster().nodes()

        expect:
        Command.of(['ping ', ''], [nodes.first()]).text() == "ping 'compute000'"
        Command.of(['for n in ', '; do ping -c1 $n; done'], [nodes]).text() == "for n in 'compute000' 'compute001'; do ping -c1 \$n; done"
    }

    def 'half of a character is refused in literal text'() {
        when:
        Command.of('echo \uDE00')

        then:
        InputException e = thrown()
        e.message == 'command must be valid Unicode, contains half of a surrogate pair'
    }

    private static String shell(Command command) {
        Process sh = new ProcessBuilder('/bin/sh', '-c', command.text()).redirectErrorStream(true).start()
        sh.outputStream.close()
        new String(sh.inputStream.readAllBytes(), 'UTF-8')
    }
}
