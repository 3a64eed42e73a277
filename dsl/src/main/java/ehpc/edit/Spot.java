package ehpc.edit;

import java.util.List;
import java.util.Optional;

/**
 * A place in a text where somebody writes.
 *
 * @param before the text up to the word that is being written, read from its beginning
 * @param word what is written of it, up to the cursor; may be empty
 * @param rest what stands behind the cursor
 * @param context what is known around the text
 */
record Spot(Lexed before, String word, String rest, CompletionContext context) {

    /** The spot at a cursor; empty in a comment, in a number, and where a text is broken. */
    static Optional<Spot> at(String text, int cursor, CompletionContext context) {
        String written = text.substring(0, cursor);
        String rest = text.substring(cursor);
        Lexed lexed = Lexed.of(written);
        Token last = lexed.tokens().isEmpty()
                ? null
                : lexed.tokens().get(lexed.tokens().size() - 1);
        boolean named = last != null && last.isName();
        if (last == null || lexed.innermost() != null && lexed.innermost().isText() && !named) {
            return Optional.of(new Spot(lexed, "", rest, context));
        }
        if (named) {
            return Optional.of(new Spot(Lexed.of(written.substring(0, last.from())), last.in(written), rest, context));
        }
        boolean closed = last.kind() == Token.Kind.COMMENT
                && (lexed.innermost() != null && lexed.innermost().kind() == Open.Kind.COMMENT
                        || !written.endsWith("*/")
                        || written.length() - last.from() < 4);
        boolean dead = last.kind() == Token.Kind.NUMBER
                || last.kind() == Token.Kind.BROKEN
                || last.kind() == Token.Kind.OTHER
                || closed;
        return dead ? Optional.empty() : Optional.of(new Spot(lexed, "", rest, context));
    }

    String text() {
        return before.text();
    }

    /** Where the word begins. */
    int from() {
        return before.text().length();
    }

    /** Where the cursor stands. */
    int cursor() {
        return from() + word.length();
    }

    /** The statement before the word. */
    List<Part> statement() {
        return before.statement();
    }

    /** The last part before the word; null when a statement begins here. */
    Part last() {
        return statement().isEmpty() ? null : statement().get(statement().size() - 1);
    }

    /** Whether the quoted text around the word takes values by {@code $name}, and one is being written. */
    boolean isValueInText() {
        return before.innermost() != null && before.innermost().isText() && !word.isEmpty();
    }

    /** Whether what is being written is the inside of a quoted text. */
    boolean isText() {
        return before.innermost() != null && before.innermost().isText() && word.isEmpty();
    }

    /** The statement around something that is open. */
    List<Part> around(int index) {
        return index == 0 ? before.parts() : before.open().get(index - 1).parts();
    }
}
