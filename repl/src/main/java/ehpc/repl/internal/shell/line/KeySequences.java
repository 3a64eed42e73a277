package ehpc.repl.internal.shell.line;

import java.io.IOError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/**
 * Keys in the forms of all terminals, whichever {@code TERM} says it is, and what only programs understand, such as where the mouse is or
 * an answer that came late. What is not known is dropped whole. It reads on where the key maps of a reader have found a beginning.
 */
final class KeySequences {

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
            'A', LineReader.UP_LINE_OR_HISTORY,
            'B', LineReader.DOWN_LINE_OR_HISTORY,
            'C', LineReader.FORWARD_CHAR,
            'D', LineReader.BACKWARD_CHAR,
            'Z', LineReader.REVERSE_MENU_COMPLETE);

    private final OpenReader reader;
    private final Map<String, KeyMap<Binding>> keyMaps;
    private final Map<Binding, Report> reports = new HashMap<>();
    private final Binding sequence = new Reference("control-sequence");
    private final Binding pad = new Reference("number-pad");

    /** What the two keys do that begin a report, where no report follows. */
    private record Report(String map, char second, Binding otherwise) {}

    KeySequences(OpenReader reader) {
        this.reader = reader;
        this.keyMaps = reader.getKeyMaps();
        for (String name : List.of(LineReader.EMACS, LineReader.VIINS, LineReader.VICMD)) {
            boolean main = keyMaps.get(LineReader.MAIN) == keyMaps.get(name);
            KeyMap<Binding> map = withoutSequences(name);
            map.bind(sequence, SEQUENCE);
            for (char second : REPORTS.toCharArray()) {
                Binding report = new Reference("report-" + name + second);
                reports.put(report, new Report(name, second, map.getBound(ESCAPE + second)));
                map.bind(report, ESCAPE + second);
            }
            if (main) {
                keyMaps.put(LineReader.MAIN, map);
            }
        }
        keyMaps.get(LineReader.EMACS).bind(pad, PAD); // in vi mode Escape and O are two keys
        KeyMap<Binding> menu = withoutSequences(LineReader.MENU);
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
            boolean ofPad = key.startsWith(PAD) && name.equals(LineReader.EMACS);
            if (!key.startsWith(SEQUENCE) && !ofPad) {
                others.bind(bound, key);
            }
        });
        keyMaps.put(name, others);
        return others;
    }

    /** What is meant by what the key maps have found; empty where it is nothing, and the next key is to be read. */
    Optional<Binding> meaning(Binding read) {
        return read == sequence ? sequence() : read == pad ? pad() : other(read);
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
        if (report.otherwise() == null && !report.map().equals(LineReader.EMACS)) {
            reader.runMacro(String.valueOf(report.second()));
            return Optional.of(new Reference(LineReader.VI_CMD_MODE));
        }
        return Optional.ofNullable(report.otherwise());
    }

    /** Up to {@code BEL} or {@code ESC \}. */
    private void skipReport() {
        int before = 0;
        for (int i = 0; i < LONGEST && isMore(REST_MILLIS); i++) {
            int next = reader.readCharacter();
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
                reader.readCharacter();
            }
            return Optional.empty();
        }
        return key(text);
    }

    private Optional<Binding> key(String text) {
        Optional<ControlSequence.Meaning> meaning = ControlSequence.meaning(text);
        meaning.filter(m -> m.widget().isEmpty()).ifPresent(m -> reader.runMacro(m.keys()));
        return meaning.filter(m -> !m.widget().isEmpty()).map(m -> new Reference(m.widget()));
    }

    /** What stands behind {@code ESC [}, up to its last character. */
    private String rest() {
        StringBuilder text = new StringBuilder();
        boolean ended = false;
        while (!ended && text.length() < LONGEST && isKeyOfText()) {
            char next = (char) reader.readCharacter();
            boolean ofRxvt = next == '$' && text.length() > 0 && text.chars().allMatch(c -> c >= '0' && c <= '9');
            boolean ofConsole = next == '[' && text.isEmpty(); // one more letter
            ended = next >= '@' && !ofConsole || ofRxvt;
            text.append(next);
        }
        return text.toString();
    }

    /** Returns whether the sequence goes on: it may have been cut short, and another key be next. */
    private boolean isKeyOfText() {
        if (!isMore(REST_MILLIS)) {
            return false;
        }
        int next = reader.peekCharacter(REST_MILLIS);
        return next >= ' ' && next <= '~';
    }

    /** Behind {@code ESC O}: the number pad, and the arrows of rxvt. */
    private Optional<Binding> pad() {
        StringBuilder modifiers = new StringBuilder();
        while (isKeyOfText()) {
            char key = (char) reader.readCharacter();
            if (key >= '0' && key <= '9') {
                modifiers.append(key); // of old terminals
            } else if (key >= 'p' && key <= 'y') {
                reader.runMacro(String.valueOf((char) (key - 'p' + '0')));
                return Optional.empty();
            } else if (OF_PAD.containsKey(key)) {
                reader.runMacro(OF_PAD.get(key));
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
            return reader.peekCharacter(millis) >= 0;
        } catch (IOError e) {
            return false; // a signal came: whoever reads next is told
        }
    }
}
