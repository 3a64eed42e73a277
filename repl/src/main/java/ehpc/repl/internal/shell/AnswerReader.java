package ehpc.repl.internal.shell;

import java.util.HashMap;
import org.jline.reader.LineReader.Option;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/** Reads one line that is no entry: the answer to a question. */
final class AnswerReader {

    private final Terminal terminal;

    AnswerReader(Terminal terminal) {
        this.terminal = terminal;
    }

    String read(String question) {
        LineReaderImpl reader = new LineReaderImpl(terminal, "ehpc", new HashMap<>());
        reader.option(Option.AUTO_FRESH_LINE, false);
        reader.option(Option.DISABLE_EVENT_EXPANSION, true);
        return reader.readLine(question);
    }
}
