package ehpc.repl.internal.shell.command;

import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.shell.Suggestions;
import ehpc.repl.internal.shell.Suggestions.Suggestion;
import ehpc.text.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Values of which one is to be chosen. */
final class Choices {

    static final List<String> ON_OFF = List.of("on", "off");

    private Choices() {}

    /** Returns the names of constants, as they are typed. */
    static List<String> of(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Returns the constant of a name. */
    static <E extends Enum<E>> E constant(String what, String text, E[] constants) {
        return constants[of(constants).indexOf(one(what, text, of(constants)))];
    }

    static boolean on(String what, String text) {
        return one(what, text, ON_OFF).equals("on");
    }

    /**
     * Returns the text, when it is one of the names.
     *
     * @throws UsageException if it is invalid
     */
    static String one(String what, String text, List<String> names) {
        if (names.contains(text)) {
            return text;
        }
        String last = names.get(names.size() - 1);
        String others = String.join(", ", names.subList(0, names.size() - 1));
        String is = text.isEmpty() ? ", is not given" : ", is '" + text + "'";
        throw new UsageException(what + " must be " + others + " or " + last + is + Nearest.hint(text, names));
    }

    static String said(boolean on) {
        return on ? "on" : "off";
    }

    /** Returns the first word of an argument, completed to one of the names. */
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
