package ehpc.repl.internal.shell.line;

import java.util.HashMap;
import org.jline.reader.LineReader.Option;
import org.jline.terminal.Terminal;

/** Reads the answer to a question, one line. */
final class AnswerReader {

    private final OpenReader reader;

    AnswerReader(Terminal terminal) {
        reader = new OpenReader(terminal, new HashMap<>());
        reader.option(Option.AUTO_FRESH_LINE, false);
        reader.option(Option.DISABLE_EVENT_EXPANSION, true);
    }

    String read(String question) {
        return reader.readLine(question);
    }

    /** Shows complete lines above the question. May be called by any thread. */
    void show(String lines) {
        reader.printAbove(lines);
    }
}
