package ehpc.script.internal.words;

import static java.util.Map.entry;

import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordPlace;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassNode;

/** The forms of words, for messages about other forms. */
public final class Forms {

    public static final String COMMAND = "a command (run 'echo hi' on nodes)";

    private static final int MOST_FORMS = 4;

    private static final Map<String, String> OPERATORS = Map.ofEntries(
            entry("plus", "+"),
            entry("minus", "-"),
            entry("multiply", "*"),
            entry("div", "/"),
            entry("remainder", "%"),
            entry("mod", "%"),
            entry("power", "**"),
            entry("and", "&"),
            entry("or", "|"),
            entry("xor", "^"),
            entry("leftShift", "<<"),
            entry("rightShift", ">>"),
            entry("getAt", "[...]"),
            entry("putAt", "[...]"),
            entry("compareTo", "<, >"),
            entry("next", "++"),
            entry("previous", "--"),
            entry("isCase", "in"));

    private Forms() {}

    /** Returns whether it is a word between {@code run} and the nodes. */
    public static boolean isRunOption(String word) {
        return Vocabulary.at(WordPlace.RUN, word).isPresent();
    }

    /** Returns the arguments of an option of {@code run}; null if it is not one. */
    public static String runOption(String word) {
        return Vocabulary.at(WordPlace.RUN, word).flatMap(Word::takes).orElse(null);
    }

    /** Returns the arguments of a word; empty if it has no described arguments. */
    public static Optional<String> word(String word) {
        return called(word).flatMap(Word::takes);
    }

    /** Returns the arguments of a word that requires some. */
    public static Optional<String> needed(String word) {
        return called(word).filter(known -> !known.isAlone()).flatMap(Word::takes);
    }

    /** Returns a word without a receiver, or one of images. */
    private static Optional<Word> called(String word) {
        return Vocabulary.bare(word).or(() -> Vocabulary.at(WordPlace.IMAGES, word));
    }

    /** Returns the form of a word that is a value but could be mistaken for a method. */
    public static Optional<String> value(String word) {
        return Vocabulary.bare(word).flatMap(Word::usage);
    }

    /**
     * Returns the finding for a call with wrong arguments.
     *
     * @param place the place of the called value; empty for a word without a receiver, and for other values
     */
    public static Finding misfit(Optional<WordPlace> place, String word, List<String> signatures, ClassNode[] given) {
        String form = place.flatMap(on -> Vocabulary.at(on, word))
                .flatMap(Word::takes)
                .or(() -> word(word))
                .orElse(null);
        if (form == null && signatures.size() > MOST_FORMS) {
            return Finding.of(Rule.WRONG_TYPE, "'" + word + "' does not accept " + Members.types(given));
        }
        String wanted = form == null ? signatures.stream().sorted().collect(Collectors.joining(" or ")) : form;
        return Finding.of(Rule.WRONG_TYPE, "'" + word + "' expects " + wanted + ", got " + Members.types(given));
    }

    /** Returns the finding for an operator on nodes whose right operand cannot be nodes. */
    public static Finding operand(String operator, String given) {
        return Finding.of(
                Rule.WRONG_TYPE,
                "'" + operator + "' on nodes expects a set of nodes, a node, names or a list, got " + given);
    }

    /** Returns the operator that the compiler implements by a method. */
    public static Optional<String> operator(String method) {
        return Optional.ofNullable(OPERATORS.get(method));
    }
}
