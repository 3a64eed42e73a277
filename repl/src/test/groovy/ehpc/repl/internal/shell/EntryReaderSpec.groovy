package ehpc.repl.internal.shell

import java.nio.charset.StandardCharsets
import java.nio.file.Path
import java.time.Instant
import java.util.function.BiFunction
import org.jline.reader.EndOfFileException
import org.jline.reader.LineReader
import org.jline.terminal.Attributes
import org.jline.terminal.Size
import org.jline.terminal.Terminal
import org.jline.terminal.impl.ExternalTerminal
import org.jline.utils.AttributedString
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Keys and what they make of an entry. */
@Timeout(30)
class EntryReaderSpec extends Specification {

    private static final Map<String, String> KEYS = [
        '<Enter>': '\r', '<Alt-Enter>': '\u001B\r', '<Up>': '\u001B[A', '<Down>': '\u001B[B', '<Right>': '\u001B[C',
        '<Left>': '\u001B[D', '<Paste>': '\u001B[200~', '<Pasted>': '\u001B[201~', '<C-d>': '\u0004', '<Bell>': '\u0007',
    ]

    @TempDir
    Path directory

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream()
    private List<String> earlier = []
    private String below = ''

    def 'Enter runs what is whole, and goes on in a new line with its indent otherwise: #typed'() {
        expect:
        entered(typed) == entry

        where:
        typed                                                 | entry
        '1 + 1<Enter>'                                         | '1 + 1'
        'if (x) {<Enter>y<Enter>}<Enter>'                      | 'if (x) {\n    y\n}'
        'f(1,<Enter>2)<Enter>'                                | 'f(1,\n    2)'
        'a {<Enter>b {<Enter>c<Enter>}<Enter>}<Enter>'         | 'a {\n    b {\n        c\n    }\n}'
        "run 'x' on<Enter>nodes<Enter>"                       | "run 'x' on\n    nodes"
        'println 1 +<Enter>2<Enter>'                          | 'println 1 +\n    2'
        '1 + 1<Left><Left><Enter>'                               | '1 + 1'
        "println 'a!b !!'<Enter>"                              | "println 'a!b !!'"
        '/set x {<Enter>'                                      | '/set x {'
        ':set (<Enter>'                                        | ':set ('
    }

    def 'Alt-Enter begins a line in what is whole'() {
        expect:
        entered('def a = 1<Alt-Enter>def b = 2<Enter>') == 'def a = 1\ndef b = 2'
    }

    def 'what is pasted is one entry, run with Enter, and steers nothing'() {
        expect:
        entered('<Paste>a = 1\r\n\tb<Bell>\u001B[31mc\n}\n<Pasted><Enter>') == 'a = 1\n    b[31mc\n}'
    }

    def 'Up and Down walk through what begins as the text does'() {
        given:
        earlier = ['run 1', 'println 2', 'run 3', 'run 3']

        expect:
        entered(keys) == entry

        where:
        keys                        | entry
        '<Up><Enter>'                 | 'run 3'
        '<Up><Up><Enter>'              | 'println 2'
        'run<Up><Up><Enter>'           | 'run 1'
        'run<Up><Up><Up><Enter>'        | 'run 1'
        'run<Up><Up><Down><Enter>'      | 'run 3'
        'run<Up><Up><Down><Down><Enter>' | 'run'
        'pri<Up><Enter>'              | 'println 2'
        'x<Up><Enter>'                | 'x'
    }

    def 'an entry of several lines is walked through line by line first'() {
        given:
        earlier = ['older', 'a {\n  b\n}']

        expect:
        entered('<Up><Up><Up><Up><Enter>') == 'older'
    }

    def 'the last entry that begins with the text is suggested, and taken with the right arrow'() {
        given:
        earlier = ["run 'a' on nodes", "run 'b' on nodes", 'one {\n    two\n}']

        expect:
        entered('run<Right><Enter>') == "run 'b' on nodes"
        entered('run<Left><Right><Enter>') == 'run'
        entered('one<Right><Enter>') == 'one {\n    two\n}'
        entered('two<Right><Enter>') == 'two'
    }

    def 'what stands below a text is gone when it is run'() {
        given:
        below = 'a hint'

        when:
        entered('x<Enter>')

        then:
        String all = shown.toString('UTF-8')
        all.contains('a hint')
        all.lastIndexOf('\u001B[J') > all.lastIndexOf('a hint') || all.lastIndexOf('\u001B[K') > all.lastIndexOf('a hint')
    }

    def 'Ctrl-D ends on an empty line only'() {
        when:
        entered('<C-d>')

        then:
        thrown(EndOfFileException)
        entered('ab<Left><C-d><Enter>') == 'a'
    }

    private String entered(String typed) {
        String keys = KEYS.inject(typed) { String text, name, key -> text.replace(name, key) }
        Terminal terminal = new ExternalTerminal(
                null, 'spec', 'xterm-256color', new ByteArrayInputStream(keys.getBytes('UTF-8')), shown, StandardCharsets.UTF_8,
                Terminal.SignalHandler.SIG_DFL, false, attributes(), Size.of(80, 24))
        BiFunction<String, Integer, Optional<AttributedString>> line = { text, cursor ->
            below ? Optional.of(new AttributedString(below)) : Optional.empty()
        }
        EntryReader reader = new EntryReader(terminal, [(LineReader.BLINK_MATCHING_PAREN): 0], line)
        HistoryFile file = new HistoryFile(Optional.of(directory.resolve('history')), 100)
        EntryHistory history = new EntryHistory(file)
        earlier.each { history.add(Instant.EPOCH, it) }
        earlier = []
        reader.history = history
        reader.parser = new Completing(null)
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        reader.option(LineReader.Option.BRACKETED_PASTE, true)
        String text = reader.readLine('> ')
        terminal.close()
        text
    }

    private static Attributes attributes() {
        Attributes attributes = new Attributes()
        attributes.setControlChar(Attributes.ControlChar.VEOF, 4)
        attributes
    }
}
