package ehpc.edit;

import java.util.List;
import java.util.Set;

/** Says what can be written at a place of a text. */
public final class Completer {

    private Completer() {}

    /**
     * What can be written at the cursor.
     *
     * @param text any text, right or wrong
     * @param cursor an index into it, 0 to its length; others are taken for the nearest of these
     * @param context what is known around the text
     */
    public static Completion complete(String text, int cursor, CompletionContext context) {
        int at = Math.max(0, Math.min(cursor, text.length()));
        Lexed lexed = Lexed.of(text.substring(0, at));
        List<String> next =
                Sentence.of(lexed.text(), lexed.statement()).map(Sentence::next).orElse(List.of());
        return new Completion(
                at,
                at,
                next.stream()
                        .map(word -> new Candidate(word, " ", "", Candidate.Kind.WORD))
                        .toList(),
                Set.of());
    }
}
