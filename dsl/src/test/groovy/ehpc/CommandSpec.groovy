package ehpc

import spock.lang.Specification

class CommandSpec extends Specification {

    private static final String PLAIN = 'a value in a command must be a text, a number, a path, a node or a flat list of these, '

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

    def 'a value is refused where it would not stay one word'() {
        when:
        Command.of([before, after], ['x'])

        then:
        InputException e = thrown()
        e.message == "a \${...} must not stand $where: its value is quoted already; " +
                'take it out, or write ${raw(...)} to have it read as shell'

        where:
        before                          | after      || where
        "echo '"                        | "'"        || "inside '...'"
        'echo "'                        | '"'        || 'inside "..."'
        'echo "a $(b '                  | ')"'       || 'inside "..."'
        'echo "}" "'                    | '"'        || 'inside "..."'
        'echo a # '                     | ''         || 'in a comment'
        'echo a;# '                     | ''         || 'in a comment'
        'echo ${#PATH} "lines:\n}'      | '"'        || 'inside "..."'
        'echo \\'                       | ''         || 'behind a backslash'
        'echo $'                        | ''         || 'behind a $'
        'echo `'                        | '`'        || 'behind `'
        'x=`true `#\'\n'                | ' \''      || "inside '...'"
        'echo $(( 1 + '                 | ' ))'      || 'behind $(( or $['
        'echo $[ '                      | ' ]'       || 'behind $(( or $['
        '"$((echo a) | sed "s/a/'       | '/")"'     || 'behind $(( or $['
        'if (( '                        | ' > 5 ))'  || 'behind (('
        'for ((i=0;i<'                  | ';i++))'   || 'behind (('
        'echo ${x:-'                    | '}'        || 'behind ${ of the shell'
        'echo "${x:-don\'t}" \'}" '     | ' \''      || "inside '...'"
        "echo \$'it\\'s "               | "'"        || "behind \$'"
        'cat <<END\n'                   | '\nEND'    || 'behind <<'
        'cat <\\\n<END\n'               | '\nEND'    || 'behind a line that goes on with \\'
        'echo a \\\n# it\'s\necho \''   | '\''       || 'behind a line that goes on with \\'
        'echo $\\\n'                    | ''         || 'behind a line that goes on with \\'
        '(cd /tmp)# it\'s\necho \''     | '\''       || 'behind )#'
        'echo $(case x in x) echo '     | ';; esac)' || 'behind case'
        'a['                            | ']=1'      || 'behind a ['
        'a[1+'                          | ']=1'      || 'behind a ['
        '[[ 1 -lt '                     | ' ]]'      || 'behind [['
        'let '                          | ''         || 'behind let'
        'unset '                        | ''         || 'behind unset'
        'echo a) '                      | ''         || 'behind a ) that closes nothing'
    }

    def 'a value is taken behind whatever has ended'() {
        expect:
        Command.of([before, ''], ['x y']).text() == before + "'x y'"

        where:
        before << [
            "echo 'a' ", 'echo "a" ', 'echo $(date) ', 'echo ${x} ${#x} $? $1 ', 'a # c\necho ', 'echo a#', '(cd /; ls ',
            'echo $(ls ', "echo 'a'\\''b' ", '[ -n ', 'echo x[1] ', 'read a; echo ', 'f() { echo ', 'echo "$(echo "a")" ']
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

    def 'a list must stand alone'() {
        when:
        Command.of([before, after], [['a', 'b']])

        then:
        InputException e = thrown()
        e.message == 'a ${...} that holds a list must stand alone, with a blank on both sides'

        where:
        before     | after
        'echo --x=' | ''
        'echo '    | '.log'
    }

    def 'an empty list leaves no word'() {
        expect:
        Command.of(['echo ', ' end'], [[]]).text() == 'echo  end'
    }

    private static String shell(Command command) {
        Process sh = new ProcessBuilder('/bin/sh', '-c', command.text()).redirectErrorStream(true).start()
        sh.outputStream.close()
        new String(sh.inputStream.readAllBytes(), 'UTF-8')
    }
}
