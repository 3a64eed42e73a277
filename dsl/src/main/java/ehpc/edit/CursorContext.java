package ehpc.edit;

import ehpc.api.Catalogue;
import ehpc.script.Inspection;
import ehpc.script.SessionContext;
import ehpc.syntax.OpenDelimiter;
import ehpc.syntax.RunSentence;
import ehpc.syntax.StatementPart;
import ehpc.syntax.Token;
import ehpc.syntax.TokenizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cursor position in a document.
 *
 * @param document the document
 * @param before the tokens before the current word
 * @param word the current word up to the cursor; may be empty
 * @param rest the text after the cursor
 * @param names live names
 */
record CursorContext(Document document, TokenizedText before, String word, String rest, KnownNames names) {

    /** Returns the context of a cursor; empty in a comment, in a number, and in an unclosed text. */
    static Optional<CursorContext> at(Document document, int cursor, KnownNames names) {
        String rest = document.text().substring(cursor);
        TokenizedText before = document.before(cursor);
        Token last = before.tokens().isEmpty()
                ? null
                : before.tokens().get(before.tokens().size() - 1);
        if (last != null && last.isName()) {
            return Optional.of(new CursorContext(document, document.before(last.from()), last.text(), rest, names));
        }
        Optional<CursorContext> here = Optional.of(new CursorContext(document, before, "", rest, names));
        if (last == null || before.isInText()) {
            return here;
        }
        return switch (last.kind()) {
            case NUMBER, BROKEN, OTHER -> Optional.empty();
            case COMMENT -> here.filter(any -> isEnded(last, before));
            default -> here;
        };
    }

    /** Returns whether a comment at the end of a text is a closed one within a line. */
    private static boolean isEnded(Token comment, TokenizedText text) {
        boolean open = text.innermost() != null && text.innermost().kind() == OpenDelimiter.Kind.COMMENT;
        return !open && text.text().endsWith("*/") && comment.to() - comment.from() >= 4;
    }

    /** Returns the position with a quote inserted before it. */
    CursorContext quoted() {
        return new CursorContext(document, TokenizedText.of(text() + "'"), "", "'", names);
    }

    Catalogue catalogue() {
        return document.session().catalogue();
    }

    SessionContext session() {
        return document.session();
    }

    /** Returns the facts that the compiler infers here. */
    Optional<Inspection> inspection() {
        return document.inspection(before);
    }

    /** Returns the facts that the compiler infers at the beginning of a value, at an index before the word. */
    Optional<Inspection> inspection(int begin) {
        return document.inspection(document.before(begin));
    }

    String text() {
        return before.text();
    }

    /** Returns the start index of the word. */
    int from() {
        return before.text().length();
    }

    /** Returns the position of the cursor. */
    int cursor() {
        return from() + word.length();
    }

    /** Returns the statement before the word. */
    List<StatementPart> statement() {
        return before.statement();
    }

    /** Returns the last part of the statement before the word. */
    StatementPart last() {
        return StatementPart.of(statement(), 1);
    }

    /** Returns whether the word follows that part without a space. */
    boolean isTouching() {
        return !statement().isEmpty() && last().to() == from();
    }

    /** Returns the unfinished {@code run} statement, also in the parentheses of one of its words: {@code run('x').on(}. */
    Optional<RunSentence> sentence() {
        OpenDelimiter around = before.innermost();
        Optional<RunSentence> own = RunSentence.of(statement());
        if (own.isPresent() || around == null || !around.sign().equals("(")) {
            return own;
        }
        List<StatementPart> parts = new ArrayList<>(before.outer());
        StatementPart word = StatementPart.of(parts, 1);
        boolean called = word.to() == around.at()
                && (word.is(RunSentence.RUN) || RunSentence.WORDS.contains(word.text()) && parts.size() > 2);
        parts.addAll(statement());
        return called ? RunSentence.of(parts).filter(RunSentence::open) : Optional.empty();
    }

    /** Returns whether a statement ends in {@code images.custom}. */
    static boolean isCustomImages(List<StatementPart> call) {
        return StatementPart.of(call, 1).is("custom")
                && StatementPart.of(call, 3).is("images");
    }

    /** Returns whether the cursor is in a value in a quoted text, as in {@code "$name"}. */
    boolean isValueInText() {
        return before.isInText() && !word.isEmpty();
    }

    /** Returns whether the cursor is inside a quoted text. */
    boolean isText() {
        return before.isInText() && word.isEmpty();
    }
}
