package ehpc.repl.internal.shell.line

import ehpc.connect.ConnectionOptions
import ehpc.edit.Document
import ehpc.repl.internal.result.Format
import ehpc.repl.internal.shell.Settings
import ehpc.repl.internal.shell.ShellAtPrompt
import ehpc.repl.internal.shell.ShellLoop
import ehpc.repl.internal.shell.ShellConfig
import ehpc.repl.internal.shell.command.StandardCommands
import ehpc.repl.internal.terminal.ColorMode
import ehpc.repl.internal.terminal.Console
import ehpc.repl.internal.terminal.Terminals
import java.nio.charset.StandardCharsets
import java.nio.file.Path
import org.jline.terminal.Attributes
import org.jline.terminal.Size
import org.jline.terminal.Terminal
import org.jline.terminal.impl.ExternalTerminal
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** A complete shell with its editor and simulated keys. */
@Timeout(120)
class EditorSpec extends Specification {

    @TempDir
    Path home

    def 'colours, the line below, the check and Tab share one look of the compiler: #text'() {
        when:
        Document document = left(text, '\t')

        then:
        document.compilations() == 1
        document.readings() <= 2

        where:
        text << [
            "cluster('ehpc-hz-localdemo1') { nodes.", "cluster('ehpc-hz-localdemo1') { nodes.where { it.", 'println ',
        ]
    }

    /** What is known of a text when the keys have come to their end. */
    private Document left(String text, String keys) {
        OutputStream nowhere = OutputStream.nullOutputStream()
        Console console = new Console(InputStream.nullInputStream(), nowhere, nowhere, [:], Terminals.NONE)
        ConnectionOptions account = ConnectionOptions.defaults().environment([:]).home(home)
        ShellConfig config = new ShellConfig(console, account, new Settings(Format.TEXT, ColorMode.ALWAYS, false, false), '', true, false, true, true)
        Terminal terminal = new ExternalTerminal(
                null, 'spec', 'xterm-256color', new ByteArrayInputStream((text + keys).bytes), nowhere,
                StandardCharsets.UTF_8, Terminal.SignalHandler.SIG_DFL, false, new Attributes(), Size.of(100, 30))
        ShellAtPrompt shell = null
        ShellLoop.run(config, StandardCommands.all()) { ShellAtPrompt opened ->
            shell = opened
            new Editor(opened, terminal, new HistoryFile(Optional.empty(), 0))
        }
        shell.document(text)
    }
}
