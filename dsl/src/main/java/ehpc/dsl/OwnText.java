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
 * Text that a shell may read: a constant of the script, or text that its author vouches for. Constants are recognized by the classes of the
 * script, so that the origin of a text does not matter: another compiler, a configuration and {@code intern()} do not count.
 */
final class OwnText {

    /** Characters written into a command only by an escape: control characters except tab and line ends. */
    private static final Pattern CONTROL = Pattern.compile("[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]");

    private static final String RUN = "run";

    private final Set<ScriptTexts> scripts = ConcurrentHashMap.newKeySet();

    /** Registers a script by the loader that knows its texts. */
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
        return of(text, RUN);
    }

    /**
     * Returns the text.
     *
     * @param word the word that takes it, for messages
     * @throws InputException if it was computed while the script ran
     */
    String of(Object text, String word) {
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
            throw foreign(word);
        }
        return plain(text.toString());
    }

    /**
     * Returns the command for a text with values.
     *
     * @throws InputException if the fixed text was computed while the script ran, or a value is in a place that does not allow it
     */
    Command of(GString template) {
        return of(template, RUN);
    }

    /**
     * Returns the command for a text with values.
     *
     * @param word the word that takes it, for messages
     * @throws InputException if the fixed text was computed while the script ran, or a value is in a place that does not allow it
     */
    Command of(GString template, String word) {
        if (!holds(template)) {
            throw foreign(word);
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
     * Returns whether a text is a constant of the script. Checks a copy, because a text that was not interned before would become its own
     * interned form.
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
                    "a command must not contain the control character U+%04X, the result of an escape in Groovy;"
                            + " write its backslash twice, or raw(...) to keep the character",
                    (int) control.group().charAt(0)));
        }
        return text;
    }

    private static InputException foreign(String word) {
        return new InputException(
                "a command must be a text of the script itself, is a value: write " + word + " \"... ${value} ...\","
                        + " which keeps each value one word, or raw(...) to insert it as shell code");
    }
}
