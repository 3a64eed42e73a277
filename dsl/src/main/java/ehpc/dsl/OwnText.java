package ehpc.dsl;

import ehpc.InputException;
import ehpc.Raw;
import groovy.lang.GString;

/** Text that a shell may read: it stands in the script, or its author says that it is meant so. */
final class OwnText {

    private OwnText() {}

    /**
     * The text.
     *
     * @throws InputException it is a value that came to be while the script ran
     */
    static String of(Object text) {
        if (text instanceof Raw raw) {
            return raw.text();
        }
        boolean own = text instanceof GString template
                ? template.getValueCount() == 0
                : !(text instanceof String value) || isConstant(value);
        if (!own) {
            throw new InputException(
                    "a command must be a text of the script itself, is a value: write run \"... ${value} ...\","
                            + " which keeps each value one word, or raw(...) where it is meant as shell");
        }
        return text == null ? null : text.toString();
    }

    /**
     * Whether a text stands in the script: texts of a class are interned, those that are made while it runs are not. A copy is asked
     * for, as a text that nobody has interned yet would be itself from then on.
     */
    @SuppressWarnings("StringEquality")
    private static boolean isConstant(String text) {
        return text == new String(text).intern();
    }
}
