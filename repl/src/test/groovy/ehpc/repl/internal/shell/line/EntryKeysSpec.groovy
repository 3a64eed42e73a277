package ehpc.repl.internal.shell.line

import ehpc.edit.Document
import ehpc.script.SessionContext
import java.nio.charset.StandardCharsets
import java.nio.file.Path
import java.time.Instant
import java.util.function.Function
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

/** The effect of keys on an entry. */
@Timeout(300)
class EntryKeysSpec extends Specification {

    private static final Map<String, String> KEYS = [
        '<Enter>': '\r', '<Alt-Enter>': '\u001B\r', '<Up>': '\u001B[A', '<Down>': '\u001B[B', '<Right>': '\u001B[C',
        '<Left>': '\u001B[D', '<Tab>': '\t', '<Paste>': '\u001B[200~', '<Pasted>': '\u001B[201~', '<C-d>': '\u0004', '<C-z>': '\u001A',
        '<Bell>': '\u0007',
    ]

    private static final Function<String, Document> DOCUMENTS = { String text -> new Document(text, SessionContext.EMPTY) }

    @TempDir
    Path directory

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream()
    private List<String> earlier = []
    private String below = ''
    private boolean atOnce
    private boolean vi
    private Size size = Size.of(80, 24)

    def 'a terminal that does not know its size shows the entry all the same: #columns, #rows'() {
        given:
        size = Size.of(columns, rows)

        expect:
        entered("'seen'<Enter>") == "'seen'"
        shown.toString().replaceAll(/\u001B\[[0-9;?]*[a-zA-Z]/, '').contains("> 'seen'")

        where:
        columns | rows
        0       | 0
        80      | 0
        0       | 24
    }

    def 'Ctrl-Z reports a missing program, and the entry continues'() {
        expect:
        entered('6 *<C-z> 7<Enter>') == '6 * 7'
        shown.toString().contains("Ctrl-Z failed: program '$directory/sh' cannot be started")
    }

    def 'Enter runs a complete entry, otherwise it begins an indented line: #typed'() {
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

    def 'keys do the same in the forms of all terminals: #what'() {
        expect:
        keys.collectEntries { [it, entered("ab cd${it.replace('ESC', '\u001B')}X<Enter>")] } == keys.collectEntries { [it, entry] }

        where:
        what              | entry    | keys
        'Home'            | 'Xab cd' | ['ESC[H', 'ESCOH', 'ESC[1~', 'ESC[7~', 'ESC[1;5H', 'ESC[1;2H', 'ESC[7^', 'ESC[7$', 'ESC[7@', 'ESC[1;129H']
        'End'             | 'ab cdX' | ['F', 'OF', '4~', '8~', '1;5F', '8^', '8$'].collect { 'ESC[H' + (it == 'OF' ? 'ESCOF' : "ESC[$it") }
        'Delete'          | 'Xb cd'  | ['ESC[HESC[3~', 'ESC[HESC[3;2~']
        'Ctrl-Delete'     | 'X cd'   | ['ESC[HESC[3;5~', 'ESC[HESC[3^', 'ESC[HESC[3;3~']
        'Left'            | 'ab cXd' | ['ESC[D', 'ESCOD', 'ESC[1;2D', 'ESC[d']
        'Ctrl-Left'       | 'ab Xcd' | ['ESC[1;5D', 'ESCOd', 'ESC[1;3D', 'ESCO5D', 'ESC[1;7D']
        'Ctrl-Right'      | 'ab Xcd' | ['ESC[1;5C', 'ESCOc', 'ESC[1;3C', 'ESCO5C'].collect { 'ESC[H' + it }
        'the number pad'  | 'ab cd1+X' | ['ESCOqESCOk']
        'Shift-A'         | 'ab cdAX' | ['ESC[97;2u', 'ESC[97:65;2u', 'ESC[27;2;97~', 'ESC[65u', 'ESC[27;2;65~']
        'Ctrl-A'          | 'Xab cd' | ['ESC[97;5u', 'ESC[27;5;97~', 'ESC[97;5:1u']
        'Alt-B'           | 'ab Xcd' | ['ESC[98;3u', 'ESC[27;3;98~', 'ESCb']
        'Shift-Enter'     | 'ab cd\nX' | ['ESC[13;2u', 'ESC[27;2;13~', 'ESC[27;5;13~', 'ESC\r']
    }

    def 'a sequence that is no key leaves no text: #text'() {
        expect:
        entered("ab${text.replace('ESC', '\u001B')}c<Enter>") == 'abc'

        where:
        text << [
            'ESC[25~', 'ESC[1;5A', 'ESC[1;6P', 'ESCOP', 'ESCOS', 'ESC[15;5~', 'ESC[[A', 'ESC[23$', 'ESC[5~', 'ESC[2;5~ESC[2~ESC[2~', 'ESC[E', 'ESC[G',
            'ESC[I', 'ESC[O', 'ESC[M !!', 'ESC[<0;10;20M', 'ESC[<0;10;20m', 'ESC[32;10;20M', 'ESC[?64;1;2c', 'ESC[>41;354;0c', 'ESC[12;40R',
            'ESC[?2026;2$y', 'ESC[?1u', 'ESC[97;5:3u', 'ESC[57358u', 'ESC[57441;2u', 'ESC[99;9u', 'ESC]11;rgb:0000/0000/0000ESC\\',
            'ESC]11;rgb:0000/0000/0000\u0007', 'ESCP>|XTerm(354)ESC\\', 'ESC_Gi=31;OKESC\\', 'ESC[99999999999999u', 'ESC[27;5;99999999999~',
        ]
    }

    def 'in vi mode Escape stays a key of its own'() {
        given:
        vi = true

        expect:
        entered(keys.replace('ESC', '\u001B')) == entry

        where:
        keys                              | entry
        'abESC[HX<Enter>'                 | 'Xab'
        'abESC[25~ESC[1;5ADcESC[IX<Enter>' | 'abDcX'
        'ab cdESC0xix<Enter>'             | 'xb cd'
    }

    def 'Alt-Enter begins a line in a complete entry'() {
        expect:
        entered('def a = 1<Alt-Enter>def b = 2<Enter>') == 'def a = 1\ndef b = 2'
    }

    def 'a pasted text is one entry, run with Enter, without control characters'() {
        expect:
        entered('<Paste>a = 1\r\n\tb<Bell>\u001B[31mc\n}\n<Pasted><Enter>') == 'a = 1\n    b[31mc\n}'
        entered("<Paste>x = '''\n\ta\tb\n'''<Pasted><Enter>") == "x = '''\n\ta\tb\n'''"
        entered('<Paste>a<Pasted><Paste>b<Pasted><Enter>') == 'ab'
        entered('<Paste>a\u0085b\u009B31mc\u202Ed\u2066e\u200Ff é€😀<Pasted><Enter>') == 'ab31mcdef é€😀'
    }

    def 'a text pasted key by key keeps its indent: #what'() {
        given:
        atOnce = true

        expect:
        entered(text.replace('\n', '<Enter>') + '<Enter>') == text

        where:
        what                   | text
        'a block'              | 'if (x) {\n  y {\n    z\n  }\n}'
        'brackets'             | 'f(\n  1,\n      [\n  ],\n   )'
        'content'              | "x = '''\n  }\n a\n]\n'''"
        'a sentence'           | "run 'x' on\n  nodes"
        'an else of its own'   | 'if (x) {\n    y\n}\nelse {\n    z\n}'
        'a catch'              | 'try {\n}\ncatch (e) {\n}\nfinally {\n}'
        'chained calls'        | '[1]\n    .each { }\n  ?.size()\n*.x'
    }

    def 'after a terminal has marked a paste, fast keys count as typed'() {
        given:
        atOnce = true

        expect:
        entered('<Paste>a {<Pasted><Enter>b<Enter>}<Enter>') == 'a {\n    b\n}'
        entered('<Paste>1<Pasted><Enter>.x<Enter>', 2) == ['1', '.x']
    }

    def 'a paste that ends with a command is complete'() {
        expect:
        entered('<Paste>def a = 1\n/use b<Pasted><Enter>') == 'def a = 1\n/use b'
        entered('<Paste>f(\n/use b<Pasted>/)<Enter>') == 'f(\n/use b/)'
    }

    def 'tabs that are pasted key by key are blanks, in quotes they are content'() {
        given:
        atOnce = true

        expect:
        entered("a {<Enter><Tab>b<Enter><Tab><Tab>'''<Enter><Tab>c'''<Tab>// d<Enter>}<Enter>") == "a {\n    b\n        '''\n\tc'''    // d\n}"
    }

    def 'a text pasted after a complete entry is another entry'() {
        given:
        atOnce = true

        expect:
        entered('a {<Enter>}<Enter>b<Enter>', 2) == ['a {\n}', 'b']
        entered('1<Enter>elsewhere<Enter><Enter>.5<Enter>', 4) == ['1', 'elsewhere', '', '.5']
        entered('/use a<Enter>.b<Enter>', 2) == ['/use a', '.b']
    }

    def 'Up and Down recall the entries with the same beginning'() {
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

    def 'the last entry that begins with the text is suggested, and accepted with the right arrow'() {
        given:
        earlier = ["run 'a' on nodes", "run 'b' on nodes", 'one {\n    two\n}']

        expect:
        entered('run<Right><Enter>') == "run 'b' on nodes"
        entered('run<Left><Right><Enter>') == 'run'
        entered('one<Right><Enter>') == 'one {\n    two\n}'
        entered('two<Right><Enter>') == 'two'
    }

    def 'the line below a text is erased when the text runs'() {
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
        entered(typed, 1).first()
    }

    private List<String> entered(String typed, int entries) {
        String keys = KEYS.inject(typed) { String text, name, key -> text.replace(name, key) }
        Terminal terminal = new ExternalTerminal(
                null, 'spec', 'xterm-256color', new ByteArrayInputStream(keys.getBytes('UTF-8')), shown, StandardCharsets.UTF_8,
                Terminal.SignalHandler.SIG_DFL, false, attributes(), size)
        OpenReader reader = reader(terminal)
        HistoryFile file = new HistoryFile(Optional.of(directory.resolve('history')), 100)
        EntryHistory history = new EntryHistory(file)
        earlier.each { history.add(Instant.EPOCH, it) }
        earlier = []
        reader.history = history
        PrefixHistory earlierEntries = new PrefixHistory(reader)
        new EntryKeys(reader, DOCUMENTS, { false }).suspendable(attributes(), ["$directory/sh".toString()])
        reader.show({ earlierEntries.suggested() }, { below ? Optional.of(new AttributedString(below)) : Optional.empty() })
        reader.parser = new EntryCompleter(null)
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        reader.option(LineReader.Option.BRACKETED_PASTE, true)
        reader.keyMaps.put(LineReader.MAIN, reader.keyMaps[vi ? LineReader.VIINS : LineReader.EMACS])
        List<String> texts = (1..entries).collect { reader.readLine('> ') }
        terminal.close()
        texts
    }

    /** All simulated keys arrive at once; without atOnce, the reader sees no waiting key, as with a slow typist. */
    private OpenReader reader(Terminal terminal) {
        Map<String, Object> variables = [(LineReader.BLINK_MATCHING_PAREN): 0]
        atOnce ? new OpenReader(terminal, variables) : new OpenReader(terminal, variables) {

            @Override
            boolean isKeyWaiting(int millis) { false }
        }
    }

    private static Attributes attributes() {
        Attributes attributes = new Attributes()
        attributes.setControlChar(Attributes.ControlChar.VEOF, 4)
        attributes
    }
}
