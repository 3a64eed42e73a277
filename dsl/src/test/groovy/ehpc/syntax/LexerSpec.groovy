package ehpc.syntax

import ehpc.command.RandomText
import ehpc.edit.Corpus
import groovy.transform.CompileStatic
import groovyjarjarantlr4.v4.runtime.CharStreams
import groovyjarjarantlr4.v4.runtime.Token as GroovyToken
import org.apache.groovy.parser.antlr4.GroovyLangLexer
import org.apache.groovy.parser.antlr4.GroovyLexer
import spock.lang.Specification
import spock.lang.Timeout

/** Any text has tokens that cover it, and those of a right script are the compiler's. */
@Timeout(600)
class LexerSpec extends Specification {

    private static final int TEXTS = Math.max(3_000, (System.getProperty('ehpc.campaign') ?: '0') as int)
    private static final long SEED = Long.getLong('ehpc.seed', new Random().nextLong())

    private static final List<Token.Kind> NAMES = [Token.Kind.WORD, Token.Kind.KEYWORD]

    /** What texts of the language are made of, the beginnings and ends of everything that can be opened among them. */
    private static final List<String> PIECES = [
        'run', 'on', 'nodes', 'x', '$', '${', '$x', '$x.y', '}', '{', '(', ')', '[', ']', '?[', "'", '"', "'''", '"""', '/', '$/', '/$',
        '//', '/*', '*/', '#!', '\\', '\\\\', "\\'", '\\"', '\n', '\r\n', '\r', ' ', '\t', '10', '1.5', '0x1F', '1..3', '10.minutes',
        '.', '..<', '+', '++', '=', '==~', '->', ';', ',', ':', '?', '?.', '*.', '@', '#', '`', '世界', '\ud83d', '😀', '\u0000', 'é']

    def 'tokens of: #text'() {
        expect:
        TokenizedText.of(text).tokens().collect { "${it.kind()} ${it.text()}" as String } == tokens

        where:
        text                   || tokens
        ''                     || []
        "run 'x'"              || ['WORD run', 'BLANK  ', "TEXT 'x'"]
        'def if0 = true'       || ['KEYWORD def', 'BLANK  ', 'WORD if0', 'BLANK  ', 'OPERATOR =', 'BLANK  ', 'KEYWORD true']
        'a.in'                 || ['WORD a', 'OPERATOR .', 'WORD in']
        '10.minutes'           || ['NUMBER 10', 'OPERATOR .', 'WORD minutes']
        '1.5e3+.5'             || ['NUMBER 1.5e3', 'OPERATOR +', 'NUMBER .5']
        '0x1F..<0b11'          || ['NUMBER 0x1F', 'OPERATOR ..<', 'NUMBER 0b11']
        '"a$b.c d"'            || ['TEXT "a', 'INTERPOLATION $', 'WORD b', 'OPERATOR .', 'WORD c', 'TEXT  d"']
        '"${[a]}"'             || ['TEXT "', 'INTERPOLATION ${', 'OPEN [', 'WORD a', 'CLOSE ]', 'INTERPOLATION }', 'TEXT "']
        '"${"${b}"}"'          || ['TEXT "', 'INTERPOLATION ${', 'TEXT "', 'INTERPOLATION ${', 'WORD b', 'INTERPOLATION }', 'TEXT "',
                                   'INTERPOLATION }', 'TEXT "']
        "'\${a}'"              || ["TEXT '\${a}'"]
        '"\\${a}"'             || ['TEXT "\\${a}"']
        "'''a'b'''"            || ["TEXT '''a'b'''"]
        '""" " """"'           || ['TEXT """ " """"']
        '= /a b/'              || ['OPERATOR =', 'BLANK  ', 'TEXT /a b/']
        '= /a\\/b/'            || ['OPERATOR =', 'BLANK  ', 'TEXT /a\\/b/']
        'a /b/ c'              || ['WORD a', 'BLANK  ', 'OPERATOR /', 'WORD b', 'OPERATOR /', 'BLANK  ', 'WORD c']
        '= /$x.*/'             || ['OPERATOR =', 'BLANK  ', 'TEXT /', 'INTERPOLATION $', 'WORD x', 'TEXT .*/']
        '= $/a/b$$/$'          || ['OPERATOR =', 'BLANK  ', 'TEXT $/a/b$$/$']
        '// a'                 || ['COMMENT // a']
        '/* a\n*/b'            || ['COMMENT /* a\n*/', 'WORD b']
        '#!/bin/ehpc\nb'       || ['COMMENT #!/bin/ehpc', 'LINE_END \n', 'WORD b']
        'a \\\r\nb'            || ['WORD a', 'BLANK  ', 'BLANK \\\r\n', 'WORD b']
        "'a\nb"                || ["BROKEN 'a", 'LINE_END \n', 'WORD b']
        '"a${b'                || ['TEXT "a', 'INTERPOLATION ${', 'WORD b']
        "'''a\nb"              || ["BROKEN '''a\nb"]
        '/* a'                 || ['COMMENT /* a']
        'a # b'                || ['WORD a', 'BLANK  ', 'OTHER #', 'BLANK  ', 'WORD b']
        'a?[0]'                || ['WORD a', 'OPEN ?[', 'NUMBER 0', 'CLOSE ]']
    }

    def 'any text has tokens that cover it, and so has each of its beginnings'() {
        given:
        Random random = new Random(SEED)
        RandomText texts = new RandomText(SEED)

        expect:
        (1..TEXTS).every { int i ->
            String text = i % 10 == 0 ? texts.next() : pieces(random)
            covers(text) && beginnings(text, random).every { covers(it) }
        }
    }

    def 'every beginning of #name has tokens that cover it'() {
        expect:
        (0..script.length()).every { covers(script.substring(0, it)) }

        where:
        [name, script] << Corpus.right().collect { [it.key, it.value] }
    }

    def 'the words and texts of #name are those that the compiler sees'() {
        expect:
        ours(script) == groovys(script)

        where:
        [name, script] << Corpus.right().collect { [it.key, it.value] }
    }

    private static String pieces(Random random) {
        (0..random.nextInt(25)).collect { PIECES[random.nextInt(PIECES.size())] }.join('')
    }

    private static List<String> beginnings(String text, Random random) {
        (1..3).collect { text.substring(0, random.nextInt(text.length() + 1)) }
    }

    @CompileStatic
    private static boolean covers(String text) {
        int at = 0
        for (Token token : TokenizedText.of(text).tokens()) {
            if (token.from() != at || token.to() <= at) {
                throw new AssertionError("-Dehpc.seed=$SEED: gap at $at of ${text.inspect()}" as Object)
            }
            at = token.to()
        }
        if (at != text.length()) {
            throw new AssertionError("-Dehpc.seed=$SEED: ends at $at of ${text.inspect()}" as Object)
        }
        true
    }

    /** Where each word stands, and each text or part of one. */
    private static List<String> ours(String text) {
        TokenizedText.of(text).tokens().findAll { it.kind() in NAMES || it.kind() == Token.Kind.TEXT }
                .collect { "${it.kind() in NAMES ? 'word' : 'text'} ${it.from()} ${it.text()}" as String }
    }

    private static List<String> groovys(String text) {
        new GroovyLangLexer(CharStreams.fromString(text)).allTokens.collect { piece(it, text) }.findAll()
    }

    /** The compiler's tokens have the dollar of a value at the end of the part before it, and no part that is empty. */
    private static String piece(GroovyToken token, String text) {
        int from = token.startIndex
        int to = token.stopIndex + 1
        switch (GroovyLexer.VOCABULARY.getSymbolicName(token.type)) {
            case ['GStringBegin', 'GStringPart']:
                return to - from > 1 ? "text $from ${text.substring(from, to - 1)}" : null
            case ['GStringEnd', 'StringLiteral']:
                return "text $from ${text.substring(from, to)}"
            case ['GStringPathPart', 'NOT_IN', 'NOT_INSTANCEOF']:
                return "word ${from + 1} ${text.substring(from + 1, to)}"
            case ['NL', 'RollBackOne', 'EOF']:
                return null
            default:
                String own = text.substring(from, to)
                return Character.isJavaIdentifierStart(own.charAt(0)) ? "word $from $own" : null
        }
    }
}
