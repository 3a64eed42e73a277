package ehpc.repl.internal.terminal

import spock.lang.Specification

class TerminalStreamSpec extends Specification {

    private static final String ESCAPE = '\u001B'

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream()
    private final TerminalStream stream = new TerminalStream(terminal)

    def 'colours, line ends and tabs pass, other control and invisible characters are escaped'() {
        when:
        stream.write("$ESCAPE[1;31mred$ESCAPE[0m\r\na\rb\u202Ec$ESCAPE[2Jd\u0007\te節\u2028\n".getBytes('UTF-8'))

        then:
        shown() == "$ESCAPE[1;31mred$ESCAPE[0m\r\na\\rb\\u202ec\\u001b[2Jd\\u0007\te節\\u2028\n"
    }

    def 'a text may come byte by byte'() {
        when:
        "$ESCAPE[31m節\uD83D\uDE00$ESCAPE[0m\r\n\u202E$ESCAPE]0;x\r".getBytes('UTF-8').each { stream.write(it) }
        stream.end()

        then:
        shown() == "$ESCAPE[31m節\uD83D\uDE00$ESCAPE[0m\r\n\\u202e\\u001b]0;x\\r"
    }

    def 'a long text passes completely'() {
        given:
        String line = "節$ESCAPE[31m.\u202E$ESCAPE[0m"

        when:
        stream.write((line * 5000).getBytes('UTF-8'))
        stream.close()

        then:
        shown() == line.replace('\u202E', '\\u202e') * 5000
    }

    def 'bytes that are no UTF-8 are shown as such: #bytes'() {
        when:
        stream.write(bytes as byte[])
        stream.end()

        then:
        shown() == text

        where:
        bytes              || text
        [0x61, 0xFF, 0x62] || 'a\uFFFDb'
        [0x61, 0xC2]       || 'a\uFFFD'
        [0xE2, 0x80]       || '\uFFFD'
        [0xC2, 0x9B, 0x4A] || '\\u009bJ'
    }

    private String shown() {
        terminal.toString('UTF-8')
    }
}
