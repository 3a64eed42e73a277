package ehpc.command;

import ehpc.api.InputException;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import ehpc.node.NodeSet;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text of a shell command, 2 to 2048 characters, exactly as a node's shell receives it.
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
     * A command from literal text, which is left untouched.
     *
     * @throws InputException the text is too short, too long, blank, or holds a NUL character or half of a character
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
            throw new InputException("command must not hold a NUL character");
        }
        if (ShellWords.loneSurrogate(text)) {
            throw new InputException("command must be whole characters, holds half of one");
        }
        if (text.isBlank()) {
            throw new InputException("command must say something, is blank");
        }
    }

    /** A command from literal text, which is left untouched. */
    public static Command of(String text) {
        return new Command(text);
    }

    /**
     * A command from fixed text with values in between: each value becomes one word of the shell, whatever characters it
     * holds; a list becomes one word for each element; {@link Raw} is taken as shell. A node is its name, a {@link NodeSet} a
     * word for each name. A number is digits and a point, without exponent, in every locale. What the command makes of its
     * arguments is the command's affair: a value that begins with a dash is an option to most, unless {@code --} stands before
     * it, and {@code sh -c} runs its argument.
     *
     * @param fixed the text before, between and after the values: one more than there are values
     * @param values texts, numbers, booleans, paths, nodes, flat lists or arrays of these that are not empty, or {@link Raw}
     * @throws InputException a value is null, a {@link ehpc.api.Secret}, a map, an empty list, or holds a NUL character or half of a
     *     character; it stands inside quotes, a comment, or where a shell could read more than one word; or a list is glued to
     *     text, or stands behind {@code <} or {@code >}
     */
    public static Command of(List<String> fixed, List<?> values) {
        return new Command(ShellTemplate.render(fixed, values));
    }

    /** How many bytes the shell receives, in UTF-8. */
    @WordFacts("How long it is in UTF-8.")
    public int bytes() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The first line of the text, at most 60 characters, for a message; it ends in three dots where something was left out. */
    @WordFacts("Its beginning in one line, for messages.")
    public String shortened() {
        String line = text.lines().findFirst().orElse("");
        boolean whole = line.equals(text) && line.length() <= SHOWN;
        return whole ? text : line.substring(0, Math.min(line.length(), SHOWN)) + "...";
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
