package ehpc.text

import spock.lang.Specification

class MarkedLineSpec extends Specification {

    private static final String SMILE = '\uD83D\uDE00'

    def 'the caret stands below its character: #name'() {
        expect:
        MarkedLine.of(line, column, 80) == shown

        where:
        name                              | line                  | column || shown
        'plain'                           | '    rum it'          | 5      || ['    rum it', '    ^']
        'behind the end'                  | 'ab'                  | 9      || ['ab', '  ^']
        'no column'                       | 'ab  '                | 0      || ['ab']
        'behind a tab'                    | '\ta\tb'              | 4      || ['\ta\tb', '\t \t^']
        'behind double width'             | '節點 x'                | 4      || ['節點 x', '     ^']
        'behind a character of two units' | "$SMILE x"            | 3      || ["$SMILE x", '   ^']
        'behind a mark on a letter'       | 'e\u0301 x'           | 4      || ['e\u0301 x', '  ^']
        'behind what cannot be seen'      | 'a\u202Ex'            | 3      || ['a\\u202ex', '       ^']
        'on what cannot be seen'          | 'a\u202Ex'            | 2      || ['a\\u202ex', ' ^']
    }

    def 'a long line is cut around its caret: #column of #line'() {
        expect:
        MarkedLine.of(line, column, 20) == shown

        where:
        line                                     | column || shown
        'run ' + 'a' * 40                        | 1      || ['run aaaaaaaaaaaaaaa…', '^']
        'a' * 40 + 'X' + 'b' * 40                | 41     || ['…aaaaaaaaaXbbbbbbbb…', '          ^']
        'a' * 40 + 'X'                           | 41     || ['…aaaaaaaaaaaaaaaaaaX', '                   ^']
        '節' * 40 + 'X' + 'b' * 40                | 41     || ['…節節節節Xbbbbbbbb…', '         ^']
        '\t' + 'a' * 40                          | 3      || [' aaaaaaaaaaaaaaaaaa…', '  ^']
        'a' * 40                                 | 0      || ['aaaaaaaaaaaaaaaaaaa…']
    }

    def 'no line is wider than its room, and the caret is in it'() {
        given:
        Random random = new Random(7)
        String signs = "ab \t節e\u0301\u202E$SMILE"
        int[] characters = signs.codePoints().toArray()

        expect:
        (1..2000).every {
            StringBuilder line = new StringBuilder('x')
            random.nextInt(120).times { line.appendCodePoint(characters[random.nextInt(characters.length)]) }
            line.append('y')
            int column = 1 + random.nextInt(line.codePointCount(0, line.length()))
            List<String> shown = MarkedLine.of(line.toString(), column, 40)
            shown.every { TextWidth.of(it) <= 41 } && shown[1].endsWith('^') && !shown[0].contains('\u202E')
        }
    }
}
