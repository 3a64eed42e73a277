package ehpc.repl.internal.shell.command;

import ehpc.api.Phrases;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.shell.Suggestions;
import ehpc.repl.internal.shell.Suggestions.Suggestion;
import ehpc.text.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Named values for the arguments of commands. */
final class Choices {

    static final List<String> ON_OFF = List.of("on", "off");

    private Choices() {}

    /** Returns the names of constants, in lower case. */
    static List<String> of(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Returns the constant with a name. */
    static <E extends Enum<E>> E constant(String setting, String text, E[] constants) {
        return constants[of(constants).indexOf(one(setting, text, of(constants)))];
    }

    static boolean on(String setting, String text) {
        return one(setting, text, ON_OFF).equals("on");
    }

    /**
     * Returns the text if it is one of the names.
     *
     * @param setting the subject of the message
     * @throws UsageException if it is none of them
     */
    static String one(String setting, String text, List<String> names) {
        if (names.contains(text)) {
            return text;
        }
        String is = text.isEmpty() ? ", is not given" : ", is '" + text + "'";
        throw new UsageException(setting + " must be " + Phrases.or(names) + is + Nearest.hint(text, names));
    }

    static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    /** Returns the names as suggestions for the first word of an argument. */
    static Suggestions suggest(String argument, List<String> names) {
        return argument.contains(" ")
                ? Suggestions.NONE
                : new Suggestions(
                        0,
                        names.stream()
                                .map(name -> new Suggestion(name, "", true))
                                .toList());
    }
}
