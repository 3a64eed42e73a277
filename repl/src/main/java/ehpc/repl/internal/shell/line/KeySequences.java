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
 * Keys in the forms of all terminals, regardless of {@code TERM}, and sequences for programs, such as reports of the mouse or a late reply.
 * An unknown sequence is dropped completely. Reading starts after the key maps of a reader have matched a beginning.
 */
final class KeySequences {

    /** The maximum pause within a key, for slow connections. */
    private static final int REST_MILLIS = 500;

    /** The maximum pause within a report; a user who pressed Alt-P types the next key later. */
    private static final int REPORT_MILLIS = 20;

    private static final int LONGEST = 4_096;
    private static final String ESCAPE = "\u001B";
    private static final String SEQUENCE = ESCAPE + "[";
    private static final String KEYPAD = ESCAPE + "O";
    private static final String REPORTS = "]P_^X";

    /** Keys of the keypad after {@code ESC O}. */
    private static final Map<Character, String> KEYPAD_KEYS = Map.of(
            'M', "\r", 'X', "=", 'I', "\t", ' ', " ", 'j', "*", 'k', "+", 'l', ",", 'm', "-", 'n', ".", 'o', "/");

    /** Keys that select a candidate. */
    private static final Map<Character, String> MENU_KEYS = Map.of(
            'A', LineReader.UP_LINE_OR_HISTORY,
            'B', LineReader.DOWN_LINE_OR_HISTORY,
            'C', LineReader.FORWARD_CHAR,
            'D', LineReader.BACKWARD_CHAR,
            'Z', LineReader.REVERSE_MENU_COMPLETE);

    private final OpenReader reader;
    private final Map<String, KeyMap<Binding>> keyMaps;
    private final Map<Binding, Report> reports = new HashMap<>();
    private final Binding sequence = new Reference("control-sequence");
    private final Binding keypad = new Reference("number-pad");

    /** The action of the two keys that begin a report, if no report follows. */
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
        keyMaps.get(LineReader.EMACS).bind(keypad, KEYPAD); // in vi mode, Escape and O are two keys
        KeyMap<Binding> menu = withoutSequences(LineReader.MENU);
        MENU_KEYS.forEach((last, widget) -> menu.bind(new Reference(widget), SEQUENCE + last, KEYPAD + last));
    }

    /** Removes the keys of the terminal's description from a map, where they would hide others with the same beginning. */
    private KeyMap<Binding> withoutSequences(String name) {
        KeyMap<Binding> map = keyMaps.get(name);
        KeyMap<Binding> others = new KeyMap<>();
        others.setUnicode(map.getUnicode());
        others.setNomatch(map.getNomatch());
        others.setAmbiguousTimeout(map.getAmbiguousTimeout());
        map.getBoundKeys().forEach((key, bound) -> {
            boolean ofKeypad = key.startsWith(KEYPAD) && name.equals(LineReader.EMACS);
            if (!key.startsWith(SEQUENCE) && !ofKeypad) {
                others.bind(bound, key);
            }
        });
        keyMaps.put(name, others);
        return others;
    }

    /** Returns the meaning of a binding from the key maps; empty if there is none, and the next key must be read. */
    Optional<Binding> meaning(Binding read) {
        return read == sequence ? sequence() : read == keypad ? keypad() : other(read);
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

    /** Skips a report up to {@code BEL} or {@code ESC \}. */
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
            for (int i = 0; i < 3 && isMore(REPORT_MILLIS); i++) { // the position of the mouse
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

    /** Reads the rest after {@code ESC [}, up to its last character. */
    private String rest() {
        StringBuilder text = new StringBuilder();
        boolean ended = false;
        while (!ended && text.length() < LONGEST && isKeyOfText()) {
            char next = (char) reader.readCharacter();
            boolean ofRxvt = next == '$' && text.length() > 0 && text.chars().allMatch(c -> c >= '0' && c <= '9');
            boolean ofConsole = next == '[' && text.isEmpty(); // one more letter follows
            ended = next >= '@' && !ofConsole || ofRxvt;
            text.append(next);
        }
        return text.toString();
    }

    /** Returns whether the sequence continues; an incomplete one may be followed by another key. */
    private boolean isKeyOfText() {
        if (!isMore(REST_MILLIS)) {
            return false;
        }
        int next = reader.peekCharacter(REST_MILLIS);
        return next >= ' ' && next <= '~';
    }

    /** Reads the rest after {@code ESC O}: keys of the keypad, and the arrows of rxvt. */
    private Optional<Binding> keypad() {
        StringBuilder modifiers = new StringBuilder();
        while (isKeyOfText()) {
            char key = (char) reader.readCharacter();
            if (key >= '0' && key <= '9') {
                modifiers.append(key); // from old terminals
            } else if (key >= 'p' && key <= 'y') {
                reader.runMacro(String.valueOf((char) (key - 'p' + '0')));
                return Optional.empty();
            } else if (KEYPAD_KEYS.containsKey(key)) {
                reader.runMacro(KEYPAD_KEYS.get(key));
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
            return false; // a signal: the next read reports it
        }
    }
}
