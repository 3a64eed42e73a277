package ehpc.dsl;

import ehpc.api.InputException;
import ehpc.command.Command;
import ehpc.command.Raw;
import groovy.lang.Closure;
import groovy.lang.GString;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text that a shell may read: it stands in the script, or its author says that it is meant so. What is known are the scripts
 * themselves, so that it does not matter how a text was made: another compiler, a configuration and {@code intern()} are none of them.
 */
final class OwnText {

    /** What nobody writes into a command but by an escape: control characters without tab and the ends of lines. */
    private static final Pattern CONTROL = Pattern.compile("[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]");

    private final Set<ScriptTexts> scripts = ConcurrentHashMap.newKeySet();

    /** A script begins, loaded by a loader that knows its texts. */
    void add(ClassLoader script) {
        if (script instanceof ScriptTexts texts) {
            scripts.add(texts);
        }
    }

    /**
     * Returns the text.
     *
     * @throws InputException if it was computed while the script ran
     */
    String of(Object text) {
        if (text == null) {
            return null;
        }
        if (text instanceof Raw raw) {
            return raw.text();
        }
        boolean own = text instanceof GString template
                ? template.getValueCount() == 0 && holds(template)
                : !(text instanceof String value) || isConstant(value);
        if (!own) {
            throw foreign();
        }
        return plain(text.toString());
    }

    /**
     * Returns the command that a text with values makes.
     *
     * @throws InputException if the fixed text was computed while the script ran, or a value is in a place that does not allow it
     */
    Command of(GString template) {
        if (!holds(template)) {
            throw foreign();
        }
        Arrays.stream(template.getStrings()).forEach(OwnText::plain);
        List<Object> values = Arrays.stream(template.getValues())
                .<Object>map(value -> value instanceof Closure<?> lazy ? lazy.call() : value)
                .collect(Collectors.toList());
        return Command.of(List.of(template.getStrings()), values);
    }

    private boolean holds(GString template) {
        return Arrays.stream(template.getStrings()).allMatch(text -> text.isEmpty() || isConstant(text));
    }

    /**
     * Returns whether a text stands in a script: it is the very text of a class, and that class is the script's. A copy is asked for, as a
     * text that nobody has interned yet would be itself from then on.
     */
    @SuppressWarnings("StringEquality")
    private boolean isConstant(String text) {
        return text == new String(text).intern() && scripts.stream().anyMatch(script -> script.hold(text));
    }

    private static String plain(String text) {
        Matcher control = CONTROL.matcher(text);
        if (control.find()) {
            throw new InputException(String.format(
                    Locale.ROOT,
                    "a command must not hold the control character U+%04X, which an escape of Groovy makes;"
                            + " write its backslash twice, or raw(...) where it is meant",
                    (int) control.group().charAt(0)));
        }
        return text;
    }

    private static InputException foreign() {
        return new InputException(
                "a command must be a text of the script itself, is a value: write run \"... ${value} ...\","
                        + " which keeps each value one word, or raw(...) where it is meant as shell");
    }
}
