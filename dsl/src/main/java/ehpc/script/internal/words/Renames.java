package ehpc.script.internal.words;

import java.util.Map;
import java.util.Optional;

/**
 * Words that a block cannot find by their own name, as every closure has a method of that name, and the names of the methods that
 * stand for them.
 */
public final class Renames {

    public static final String RUN = "run";
    public static final String RUN_COMMAND = "runCommand";
    public static final String ON = "on";
    public static final String SLEEP = "$sleep";
    public static final String ON_AND_PRINT = "onAndPrint";
    public static final String ON_OR_FAIL = "onOrFail";

    private static final Map<String, String> METHODS =
            Map.of(RUN, RUN_COMMAND, "println", "writeLine", "print", "write", "printf", "writeFormatted");

    private static final Map<String, String> WORDS = Map.of(
            SLEEP,
            "sleep",
            RUN_COMMAND,
            RUN,
            ON_AND_PRINT,
            ON,
            ON_OR_FAIL,
            ON,
            "writeLine",
            "println",
            "write",
            "print",
            "writeFormatted",
            "printf");

    private Renames() {}

    /** The method that stands for a word which closures have too. */
    public static Optional<String> method(String word) {
        return Optional.ofNullable(METHODS.get(word));
    }

    /** The word that a person writes for a method. */
    public static String word(String method) {
        return WORDS.getOrDefault(method, method);
    }
}
