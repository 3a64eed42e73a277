package ehpc.command

import ehpc.TestService
import ehpc.api.InputException
import ehpc.api.Secret
import ehpc.node.NodeRole
import ehpc.node.NodeSet
import spock.lang.Specification

class CommandSpec extends Specification {

    private static final String EMPTY = 'a list in a command must not be empty, as the command would then mean something else; ' +
            'write ${... ?: raw(\'\')} where no word is meant'

    private static final String PLAIN = 'a value in a command must be a text, a number, a path, a node or a flat list of these, '

    private static final String MORE = 'a shell could read more than one word there'
    private static final String RUN = 'a shell runs or computes the text that it gets there'
    private static final String KEPT = 'its value is quoted already'
    private static final String ENDS = 'a new line in it would end the comment'
    private static final String STAY = 'its quotes would stay'
    private static final String FIRST = 'write f=${...} first and "$f" here'
    private static final String LATER = 'write f=${...} first and \'"$f"\' here, in single quotes'
    private static final String NAME = 'write the name itself'
    private static final String INDEX = 'write the index'
    private static final String COMPUTE = 'compute it in the script'
    private static final String NUMBER = 'write ${... as int} where it is a number'
    private static final String FORMAT = 'write printf %s ${...}'
    private static final String OPERATOR = 'write the operator itself, such as = or -f'
    private static final String TICKS = 'write $(...) in place of the backticks'
    private static final String LINE = 'write it as one line'
    private static final String AWAY = 'take the backslash away'
    private static final String END = 'end the quotes before it and begin them again behind it'
    private static final String END_OR_FIRST = 'end the quotes before it, or write f=${...} first and $f here'
    private static final String OUT = 'take it out'
    private static final String IN_DOCUMENT = 'write f=${...} first and $f here, where the end is not quoted'

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
        'a\u0000b'    || 'command must not hold a NUL character'
        '   '         || 'command must say something, is blank'
    }

    def 'the bounds count characters, not UTF-16 units'() {
        expect:
        Command.of('😀' * 2048).bytes() == 4 * 2048
        Command.of('ok').text() == 'ok'
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
        e.message == "a \${...} must not stand $where: $why; $help, or write \${raw(...)} to have it read as shell"

        where:
        before                        | after         || where                                                  | why  | help
        "echo '"                      | "'"           || "inside '...'"                                         | KEPT | END
        'echo "'                      | '"'           || 'inside "..."'                                         | KEPT | END_OR_FIRST
        'echo "}" "'                  | '"'           || 'inside "..."'                                         | KEPT | END_OR_FIRST
        'echo "\\"'                   | '"'           || 'inside "..."'                                         | KEPT | END_OR_FIRST
        'echo "${x:-'                 | '}"'          || 'inside "..."'                                         | KEPT | END_OR_FIRST
        'echo a # '                   | ''            || 'in a comment'                                         | ENDS | OUT
        'echo a;# '                   | ''            || 'in a comment'                                         | ENDS | OUT
        '(cd /tmp)#'                  | ''            || 'in a comment'                                         | ENDS | OUT
        'echo a |# '                  | ''            || 'in a comment'                                         | ENDS | OUT
        '(cd /tmp)# it\'s\necho \''   | '\''          || "inside '...'"                                         | KEPT | END
        'echo ${#PATH} "lines:\n}'    | '"'           || 'inside "..."'                                         | KEPT | END_OR_FIRST
        'echo "${x:-don\'t}" \'}" '   | ' \''         || "inside '...'"                                         | KEPT | END
        'echo \\'                     | ''            || 'behind a backslash'                                   | MORE | AWAY
        'echo $'                      | ''            || 'behind a $'                                           | MORE | FIRST
        'echo `'                      | '`'           || 'behind `'                                             | MORE | TICKS
        'x=`true `#\'\n'              | ' \''         || "inside '...'"                                         | KEPT | END
        'echo $(( 1 + '               | ' ))'         || 'behind $(( or $['                                     | MORE | COMPUTE
        'echo $[ '                    | ' ]'          || 'behind $(( or $['                                     | MORE | COMPUTE
        '"$((echo a) | sed "s/a/'     | '/")"'        || 'behind $(( or $['                                     | MORE | COMPUTE
        'if (( '                      | ' > 5 ))'     || 'behind (('                                            | MORE | COMPUTE
        'for ((i=0;i<'                | ';i++))'      || 'behind (('                                            | MORE | COMPUTE
        'echo ${x:-'                  | '}'           || 'behind ${ of the shell'                               | MORE | FIRST
        "echo \$'it\\'s "             | "'"           || "behind \$'"                                           | MORE | FIRST
        'cat <<END\n'                 | '\nEND'       || 'in a here-document'                                   | STAY | IN_DOCUMENT
        'cat <<< '                    | ''            || 'behind <<'                                            | MORE | FIRST
        'cat <\\\n<END\n'             | '\nEND'       || 'behind a line that goes on with \\'                   | MORE | LINE
        'echo a \\\n# it\'s\necho \'' | '\''          || 'behind a line that goes on with \\'                   | MORE | LINE
        'echo $\\\n'                  | ''            || 'behind a line that goes on with \\'                   | MORE | LINE
        'echo $(case x in x) echo '   | ';; esac)'    || 'behind case'                                          | MORE | FIRST
        '"$(case x in x) echo " '     | ' ";; esac)"' || 'inside "..."'                                         | KEPT | END_OR_FIRST
        'a['                          | ']=1'         || 'behind a ['                                           | RUN  | INDEX
        'a[1+'                        | ']=1'         || 'behind a ['                                           | RUN  | INDEX
        'a[b[1]+'                     | ']=1'         || 'behind a ['                                           | RUN  | INDEX
        'a[$(id -u)+'                 | ']=1'         || 'behind a ['                                           | RUN  | INDEX
        'a["$(id)"+'                  | ']=1'         || 'behind a ['                                           | RUN  | INDEX
        'a=(['                        | ']=1)'        || 'behind a ['                                           | RUN  | INDEX
        'a[1 + '                      | ']=1'         || 'behind a [ that its word does not close'              | MORE | FIRST
        'ls {a,'                      | '}'           || 'in one word with a {'                                 | MORE | FIRST
        'ls '                         | '{a,b}'       || 'in one word with a {'                                 | MORE | FIRST
        'ls $(ls '                    | '{a,b})'      || 'in one word with a {'                                 | MORE | FIRST
        'exec {'                      | '}>f'         || 'in one word with a {'                                 | MORE | FIRST
        '[[ 1 -lt '                   | ' ]]'         || 'behind -lt of [['                                     | RUN  | NUMBER
        '[[ a =~ '                    | ' ]]'         || 'behind [[ without a fixed operator before it'         | RUN  | OPERATOR
        'let '                        | ''            || 'behind let'                                           | RUN  | COMPUTE
        'unset '                      | ''            || 'behind unset'                                         | RUN  | NAME
        '\\eval '                     | ''            || 'behind eval'                                          | RUN  | LATER
        "e'va'l "                     | ''            || 'behind eval'                                          | RUN  | LATER
        'A=1 2>&1 >f command eval '   | ''            || 'behind eval'                                          | RUN  | LATER
        'if ! read '                  | ''            || 'behind read'                                          | RUN  | NAME
        '2>f read '                   | ''            || 'behind read'                                          | RUN  | NAME
        'trap '                       | ' EXIT'       || 'behind trap'                                          | RUN  | LATER
        'alias '                      | ''            || 'behind alias'                                         | MORE | FIRST
        'alias e=\'echo "\'\ne '      | ' "'          || 'behind alias'                                         | MORE | FIRST
        'printf '                     | ' x'          || 'behind printf without a fixed format before it'       | RUN  | FORMAT
        'printf -v'                   | ' x'          || 'behind printf without a fixed format before it'       | RUN  | FORMAT
        'printf -v '                  | ' x'          || 'behind printf without a fixed format before it'       | RUN  | FORMAT
        '[ -v '                       | ' ]'          || 'behind [ without a fixed operator before it'          | RUN  | OPERATOR
        'test ! -v '                  | ''            || 'behind test without a fixed operator before it'       | RUN  | OPERATOR
        'test "$x" '                  | ''            || 'behind test without a fixed operator before it'       | RUN  | OPERATOR
        'x=+(#\'\n'                   | '\')'         || 'behind +('                                            | MORE | FIRST
        'echo $(a # it\'s\n'          | ')'           || 'behind a comment inside $(...)'                       | MORE | FIRST
        'echo a) '                    | ''            || 'behind a ) that closes nothing'                       | MORE | FIRST
    }

    def 'two values must not choose the operator of a test'() {
        when:
        Command.of(['[ ', ' ', ' ]'], ['-v', 'a[$(id)]'])

        then:
        InputException e = thrown()
        e.message.startsWith('a ${...} must not stand behind [ without a fixed operator before it:')
    }

    def 'a value is taken behind whatever has ended'() {
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
        'a\uD83Db'                     || 'a value in a command must be whole characters, holds half of one'
        ['ok', new Secret('T', 's')]   || "secret 'T' must not be put into a command"
        []                             || EMPTY
        new String[0]                  || EMPTY
        [new Raw('x')]                 || PLAIN + 'is a Raw'
        'a\u0000b'                     || 'a value in a command must not hold a NUL character'
    }

    def 'raw text counts for what stands behind it'() {
        when:
        Command.of(['', '', '', ' x'], [new Raw('echo "'), '$(touch x)', new Raw('"')])

        then:
        InputException e = thrown()
        e.message.startsWith('a ${...} must not stand inside "...":')
    }

    def 'a list must stand alone, even one of a single element'() {
        when:
        Command.of([before, after], [list])

        then:
        InputException e = thrown()
        e.message == "a \${...} that holds a list must $where"

        where:
        before             | after  | list       || where
        'echo --x='        | ''     | ['a', 'b'] || 'stand alone, with a blank on both sides'
        'echo '            | '.log' | ['a', 'b'] || 'stand alone, with a blank on both sides'
        'rm -rf '          | '/'    | ['a']      || 'stand alone, with a blank on both sides'
        'rm -rf '          | '/'    | []         || 'stand alone, with a blank on both sides'
        'x=$(id)'          | ''     | ['a']      || 'stand alone, with a blank on both sides'
        'cat >'            | ' x'   | ['a', 'b'] || 'not stand behind < or >, which take one word'
        'cat 2>'           | ' x'   | ['a', 'b'] || 'not stand behind < or >, which take one word'
        '[ a = '           | ' ]'   | ['a', 'b'] || 'not stand in [ or test, which count their words'
    }

    def 'no word may be meant where a list is empty, when that is said'() {
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
        e.message == 'command must be whole characters, holds half of one'
    }

    private static String shell(Command command) {
        Process sh = new ProcessBuilder('/bin/sh', '-c', command.text()).redirectErrorStream(true).start()
        sh.outputStream.close()
        new String(sh.inputStream.readAllBytes(), 'UTF-8')
    }
}
