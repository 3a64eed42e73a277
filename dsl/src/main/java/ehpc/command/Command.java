package ehpc.command;

import ehpc.api.InputException;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import ehpc.node.NodeSet;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text of a shell command, 2 to 2048 characters, as the shell of a node receives it, unchanged.
 *
 * @param text the shell text
 */
@WordsOf(
        value = WordPlace.COMMAND,
        form = "COMMAND.%s",
        given = "def r = run 'hostname' on nodes.compute",
        example = "println r.command().%s",
        first = "text")
public record Command(
        @WordFacts("The command as the shell of the nodes reads it.")
        String text) {

    private static final int MIN = 2;
    private static final int MAX = 2048;
    private static final int SHOWN = 60;

    /**
     * Creates a command from literal text, unchanged.
     *
     * @throws InputException if the text is too short, too long or blank, or contains a NUL character or an unpaired surrogate
     */
    public Command {
        if (text == null) {
            throw new InputException("command must be given, is null");
        }
        int length = text.codePointCount(0, text.length());
        if (length < MIN || length > MAX) {
            throw new InputException("command must be " + MIN + " to " + MAX + " characters, is " + length);
        }
        if (text.indexOf('\0') >= 0) {
            throw new InputException("command must not contain a NUL character");
        }
        if (ShellWords.loneSurrogate(text)) {
            throw new InputException("command must be valid Unicode, contains half of a surrogate pair");
        }
        if (text.isBlank()) {
            throw new InputException("command must not be blank");
        }
    }

    /** Returns a command from literal text, unchanged. */
    public static Command of(String text) {
        return new Command(text);
    }

    /**
     * Returns a command from fixed text with values in between. Each value becomes one shell word, with any characters; a list becomes one
     * word for each element; {@link Raw} is inserted as shell text. A node becomes its name, a {@link NodeSet} one word for each name.
     * Numbers have digits and a point, without exponent, in every locale. The meaning of an argument is up to the command: most read a
     * value that begins with a dash as an option, unless {@code --} precedes it, and {@code sh -c} runs its argument.
     *
     * @param fixed the text before, between and after the values, one more than the values
     * @param values texts, numbers, booleans, paths, nodes, flat nonempty lists or arrays of these, or {@link Raw}
     * @throws InputException if a value is null, a {@link ehpc.api.Secret}, a map or an empty list, or contains a NUL character or an
     *     unpaired surrogate; if it is inside quotes, in a comment, or where a shell could read more than one word; or if a list touches
     *     text or follows {@code <} or {@code >}
     */
    public static Command of(List<String> fixed, List<?> values) {
        return new Command(ShellTemplate.render(fixed, values));
    }

    /** Returns the length in UTF-8 bytes. */
    @WordFacts("Its length in bytes, in UTF-8.")
    public int bytes() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns the first line of the text for messages: at most 60 characters, with three dots where it was cut. */
    @WordFacts("Its beginning in one line, for messages.")
    public String shortened() {
        String line = text.lines().findFirst().orElse("");
        boolean whole = line.equals(text) && line.length() <= SHOWN;
        return whole ? text : line.substring(0, Math.min(line.length(), SHOWN)) + "...";
    }

    /** Returns the text. */
    @Override
    public String toString() {
        return text;
    }
}
