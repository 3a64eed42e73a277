package ehpc.repl.internal.shell.line;

import java.io.IOError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/**
 * JLine's reader, for whatever terminals send that is no text: keys in the forms of all terminals, whichever {@code TERM} says it is, and
 * what only programs understand, such as where the mouse is or an answer that came late. What is not known is dropped whole.
 */
class KeyReader extends LineReaderImpl {

    /** The parts of a key come at once, but a slow line may tear them apart. */
    private static final int REST_MILLIS = 500;

    /** What a terminal reports comes at once; somebody who types Alt-P goes on later. */
    private static final int REPORT_MILLIS = 20;

    private static final int LONGEST = 4_096;
    private static final String ESCAPE = "\u001B";
    private static final String SEQUENCE = ESCAPE + "[";
    private static final String PAD = ESCAPE + "O";
    private static final String REPORTS = "]P_^X";

    /** Keys of the number pad behind {@code ESC O}. */
    private static final Map<Character, String> OF_PAD = Map.of(
            'M', "\r", 'X', "=", 'I', "\t", ' ', " ", 'j', "*", 'k', "+", 'l', ",", 'm', "-", 'n', ".", 'o', "/");

    /** Keys that walk through candidates. */
    private static final Map<Character, String> OF_MENU = Map.of(
            'A', UP_LINE_OR_HISTORY,
            'B', DOWN_LINE_OR_HISTORY,
            'C', FORWARD_CHAR,
            'D', BACKWARD_CHAR,
            'Z', REVERSE_MENU_COMPLETE);

    private final Map<Binding, Report> reports = new HashMap<>();
    private final Binding sequence = new Reference("control-sequence");
    private final Binding pad = new Reference("number-pad");

    /** What the two keys do that begin a report, where no report follows. */
    private record Report(String map, char second, Binding otherwise) {}

    KeyReader(Terminal terminal, Map<String, Object> variables) {
        super(terminal, "ehpc", variables);
        for (String name : List.of(EMACS, VIINS, VICMD)) {
            boolean main = keyMaps.get(MAIN) == keyMaps.get(name);
            KeyMap<Binding> map = withoutSequences(name);
            map.bind(sequence, SEQUENCE);
            for (char second : REPORTS.toCharArray()) {
                Binding report = new Reference("report-" + name + second);
                reports.put(report, new Report(name, second, map.getBound(ESCAPE + second)));
                map.bind(report, ESCAPE + second);
            }
            if (main) {
                keyMaps.put(MAIN, map);
            }
        }
        keyMaps.get(EMACS).bind(pad, PAD); // in vi mode Escape and O are two keys
        KeyMap<Binding> menu = withoutSequences(MENU);
        OF_MENU.forEach((last, widget) -> menu.bind(new Reference(widget), SEQUENCE + last, PAD + last));
    }

    /** Leaves out the keys that the terminal's description names: in the map they would hide others that begin alike. */
    private KeyMap<Binding> withoutSequences(String name) {
        KeyMap<Binding> map = keyMaps.get(name);
        KeyMap<Binding> others = new KeyMap<>();
        others.setUnicode(map.getUnicode());
        others.setNomatch(map.getNomatch());
        others.setAmbiguousTimeout(map.getAmbiguousTimeout());
        map.getBoundKeys().forEach((key, bound) -> {
            boolean ofPad = key.startsWith(PAD) && name.equals(EMACS);
            if (!key.startsWith(SEQUENCE) && !ofPad) {
                others.bind(bound, key);
            }
        });
        keyMaps.put(name, others);
        return others;
    }

    @Override
    public Binding readBinding(KeyMap<Binding> keys, KeyMap<Binding> local) {
        while (true) {
            Binding read = super.readBinding(keys, local);
            Optional<Binding> meant = read == sequence ? sequence() : read == pad ? pad() : other(read);
            if (read == null || meant.isPresent()) {
                return meant.orElse(null);
            }
        }
    }

    private Optional<Binding> other(Binding read) {
        Report report = reports.get(read);
        return report == null ? Optional.ofNullable(read) : report(report);
    }

    private Optional<Binding> report(Report report) {
        if (isMore(REPORT_MILLIS)) {
            skipReport();
            return Optional.empty();
        }
        if (report.otherwise() == null && !report.map().equals(EMACS)) {
            runMacro(String.valueOf(report.second()));
            return Optional.of(new Reference(VI_CMD_MODE));
        }
        return Optional.ofNullable(report.otherwise());
    }

    /** Up to {@code BEL} or {@code ESC \}. */
    private void skipReport() {
        int before = 0;
        for (int i = 0; i < LONGEST && isMore(REST_MILLIS); i++) {
            int next = readCharacter();
            if (next == 7 || before == 27 && next == '\\') {
                return;
            }
            before = next;
        }
    }

    private Optional<Binding> sequence() {
        String text = rest();
        if (text.equals("M")) {
            for (int i = 0; i < 3 && isMore(REPORT_MILLIS); i++) { // where the mouse is
                readCharacter();
            }
            return Optional.empty();
        }
        return key(text);
    }

    private Optional<Binding> key(String text) {
        Optional<ControlSequence.Meaning> meaning = ControlSequence.meaning(text);
        meaning.filter(m -> m.widget().isEmpty()).ifPresent(m -> runMacro(m.keys()));
        return meaning.filter(m -> !m.widget().isEmpty()).map(m -> new Reference(m.widget()));
    }

    /** What stands behind {@code ESC [}, up to its last character. */
    private String rest() {
        StringBuilder text = new StringBuilder();
        boolean ended = false;
        while (!ended && text.length() < LONGEST && isKeyOfText()) {
            char next = (char) readCharacter();
            boolean ofRxvt = next == '$' && text.length() > 0 && text.chars().allMatch(c -> c >= '0' && c <= '9');
            boolean ofConsole = next == '[' && text.isEmpty(); // one more letter
            ended = next >= '@' && !ofConsole || ofRxvt;
            text.append(next);
        }
        return text.toString();
    }

    /** Whether the sequence goes on: it may have been cut short, and another key be next. */
    private boolean isKeyOfText() {
        if (!isMore(REST_MILLIS)) {
            return false;
        }
        int next = peekCharacter(REST_MILLIS);
        return next >= ' ' && next <= '~';
    }

    /** Behind {@code ESC O}: the number pad, and the arrows of rxvt. */
    private Optional<Binding> pad() {
        StringBuilder modifiers = new StringBuilder();
        while (isKeyOfText()) {
            char key = (char) readCharacter();
            if (key >= '0' && key <= '9') {
                modifiers.append(key); // of old terminals
            } else if (key >= 'p' && key <= 'y') {
                runMacro(String.valueOf((char) (key - 'p' + '0')));
                return Optional.empty();
            } else if (OF_PAD.containsKey(key)) {
                runMacro(OF_PAD.get(key));
                return Optional.empty();
            } else if (key >= 'a' && key <= 'd') {
                return key("1;5" + Character.toUpperCase(key));
            } else {
                return key((modifiers.isEmpty() ? "" : "1;" + modifiers) + key);
            }
        }
        return Optional.empty();
    }

    private boolean isMore(int millis) {
        try {
            return peekCharacter(millis) >= 0;
        } catch (IOError e) {
            return false; // a signal came: whoever reads next is told
        }
    }
}
