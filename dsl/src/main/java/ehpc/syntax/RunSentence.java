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
 * A sentence that begins with {@code run}, as far as it is written.
 *
 * @param words the words that were said, beginning with {@code run}
 * @param open whether the last of them still needs its value, or a part of it
 * @param bare whether nothing at all stands behind the last of them
 */
public record RunSentence(List<String> words, boolean open, boolean bare) {

    /** The word that begins it. */
    public static final String RUN = "run";
    /** The word that ends it. */
    public static final String ON = "on";

    /** What may stand behind the command, in the order in which it is offered. */
    public static final List<String> WORDS = Vocabulary.ofSentence();

    private static final Set<String> OPERATORS = Set.of("in", "as", "instanceof");

    /** Returns the sentence that a statement ends in; empty when it is none. */
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
            boolean link = part.is(StatementPart.Kind.NAME) && WORDS.contains(part.said()) && (!open || dot);
            if (link && !last(words).equals(ON)) {
                words.add(part.said());
                open = true;
                bare = true;
            } else if (part.is(StatementPart.Kind.SIGN)
                    || part.is(StatementPart.Kind.KEYWORD) && OPERATORS.contains(part.said())) {
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

    /** Returns whether a sign right behind {@code run} makes it something else, such as a name that gets a value. */
    private static boolean isNoSign(StatementPart sign, List<String> words) {
        return words.size() == 1 && (sign.is("=") || sign.is(":"));
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }

    /** Returns the word that was said last. */
    public String last() {
        return last(words);
    }

    /** What a number may be of behind the last word. */
    public Set<String> counts() {
        Set<String> types =
                Vocabulary.at(WordPlace.RUN, last()).map(Word::types).orElse(Set.of());
        return Vocabulary.at(WordPlace.NUMBER).stream()
                .filter(unit -> types.contains(unit.gives()))
                .map(Word::name)
                .collect(Collectors.toSet());
    }

    /** Returns the words that may be said now; none while a value is being written, and behind {@code on}. */
    public List<String> next() {
        return open || last().equals(ON)
                ? List.of()
                : WORDS.stream().filter(word -> !words.contains(word)).toList();
    }
}
