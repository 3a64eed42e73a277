package ehpc.syntax;

import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A possibly unfinished statement that begins with {@code run}.
 *
 * @param words its words, beginning with {@code run}
 * @param open whether the last word still needs its value, or a part of it
 * @param bare whether nothing follows the last word
 */
public record RunSentence(List<String> words, boolean open, boolean bare) {

    /** The first word. */
    public static final String RUN = "run";
    /** The last word. */
    public static final String ON = "on";

    /** The words that may follow the command, in the order of completion. */
    public static final List<String> WORDS = Vocabulary.ofSentence();

    private static final Set<String> OPERATORS = Set.of("in", "as", "instanceof");

    /** Returns the run statement at the end of a statement; empty if there is none. */
    public static Optional<RunSentence> of(List<StatementPart> statement) {
        for (int i = statement.size() - 1; i >= 0; i--) {
            boolean member = i > 0 && statement.get(i - 1).is(".");
            if (statement.get(i).is(StatementPart.Kind.NAME) && statement.get(i).is(RUN) && !member) {
                return read(statement.subList(i + 1, statement.size()));
            }
        }
        return Optional.empty();
    }

    private static Optional<RunSentence> read(List<StatementPart> parts) {
        List<String> words = new ArrayList<>(List.of(RUN));
        boolean open = true;
        boolean bare = true;
        boolean dot = false;
        for (StatementPart part : parts) {
            boolean link = part.is(StatementPart.Kind.NAME) && WORDS.contains(part.text()) && (!open || dot);
            if (link && !last(words).equals(ON)) {
                words.add(part.text());
                open = true;
                bare = true;
            } else if (part.is(StatementPart.Kind.SIGN)
                    || part.is(StatementPart.Kind.KEYWORD) && OPERATORS.contains(part.text())) {
                if (isNoSign(part, words)) {
                    return Optional.empty();
                }
                open = true;
                bare = false;
            } else if (!open && (part.is(StatementPart.Kind.NAME) || part.is(StatementPart.Kind.KEYWORD))) {
                return Optional.empty();
            } else {
                open = false;
                bare = false;
            }
            dot = part.is(".");
        }
        return Optional.of(new RunSentence(List.copyOf(words), open, bare));
    }

    /** Returns whether a sign right after {@code run} gives it another meaning, such as a name that is assigned. */
    private static boolean isNoSign(StatementPart sign, List<String> words) {
        return words.size() == 1 && (sign.is("=") || sign.is(":"));
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }

    /** Returns the last word. */
    public String last() {
        return last(words);
    }

    /** Returns the possible units of a number after the last word. */
    public Set<String> counts() {
        Set<String> types =
                Vocabulary.at(WordPlace.RUN, last()).map(Word::types).orElse(Set.of());
        return Vocabulary.at(WordPlace.NUMBER).stream()
                .filter(unit -> types.contains(unit.gives()))
                .map(Word::name)
                .collect(Collectors.toSet());
    }

    /** Returns the words allowed next; none within a value and after {@code on}. */
    public List<String> next() {
        return open || last().equals(ON)
                ? List.of()
                : WORDS.stream().filter(word -> !words.contains(word)).toList();
    }
}
