package ehpc.edit;

import ehpc.script.Inspection;
import ehpc.script.InteractiveSession;
import ehpc.script.Rule;
import ehpc.script.ScriptProblem;
import ehpc.script.SessionContext;
import ehpc.syntax.Completeness;
import ehpc.syntax.TokenizedText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One version of an edited text, with its analysis: each part is computed once, on first use. An editor keeps the document of the displayed
 * version, and creates another one when the text or the session changes. Thread-safe.
 */
public final class Document {

    private final String text;
    private final SessionContext session;
    private final Map<Integer, TokenizedText> read = new ConcurrentHashMap<>();
    private final Map<String, Optional<Inspection>> inspected = new ConcurrentHashMap<>();
    private final Object checking = new Object();
    private volatile List<Diagnostic> diagnostics;

    /**
     * @param text any text, with or without errors
     * @param session the definitions of earlier entries of a shell; {@link SessionContext#EMPTY} for a file
     */
    public Document(String text, SessionContext session) {
        this.text = text;
        this.session = session;
    }

    /** Returns the text. */
    public String text() {
        return text;
    }

    /** Returns the definitions before the text. */
    public SessionContext session() {
        return session;
    }

    /** Returns whether this is the document of a text in a session. */
    public boolean isOf(String other, SessionContext earlier) {
        return session == earlier && text.equals(other);
    }

    /** Returns the tokens of the complete text. */
    public TokenizedText tokens() {
        return before(text.length());
    }

    /** Returns the tokens up to an index, with the open delimiters and the unfinished statement. */
    public TokenizedText before(int end) {
        return read.computeIfAbsent(end, to -> TokenizedText.of(text.substring(0, to)));
    }

    /** Returns whether the text is complete, or continues on another line. */
    public Completeness completeness() {
        return Completeness.of(tokens());
    }

    /**
     * Returns the problems of the text as the next entry; none while it is incomplete. Compiles the text, so do not call it on the thread
     * that reads keys.
     */
    public List<Diagnostic> diagnostics() {
        synchronized (checking) {
            if (diagnostics == null) {
                diagnostics = completeness().isComplete() ? check() : List.of();
            }
            return diagnostics;
        }
    }

    private List<Diagnostic> check() {
        return InteractiveSession.problems(tokens().joined(), session).stream()
                .filter(problem -> problem.rule() != Rule.STOPPED && problem.line() > 0)
                .map(this::diagnostic)
                .toList();
    }

    /** Returns the diagnostic of a problem, for the token at its position. */
    private Diagnostic diagnostic(ScriptProblem problem) {
        int line = 0;
        for (int i = 1; i < problem.line() && line >= 0; i++) {
            line = text.indexOf('\n', line) + 1;
        }
        int before = Math.min(Math.max(0, problem.column() - 1), text.codePointCount(line, text.length()));
        int at = Math.min(text.offsetByCodePoints(line, before), Math.max(0, text.length() - 1));
        return tokens().tokens().stream()
                .filter(token -> token.from() <= at && at < token.to() && token.isMeant())
                .findFirst()
                .map(token -> new Diagnostic(token.from(), token.to(), problem.message()))
                .orElse(new Diagnostic(at, Math.min(text.length(), at + 1), problem.message()));
    }

    /**
     * Returns the candidates at a cursor, without those that the compiler would refuse: it infers the types for the text before the cursor.
     * The first call takes some hundredths of a second for a text of some lines.
     *
     * @param cursor an index into the text, limited to 0 to its length
     * @param names live names
     */
    public Completion complete(int cursor, KnownNames names) {
        return Completer.complete(this, index(cursor), names);
    }

    /**
     * Returns the form of the word, operation or parameter at a cursor, or of the enclosing one, from the text alone: nothing is compiled.
     *
     * @param cursor an index into the text, limited to 0 to its length
     * @return empty if there is no known word, operation or parameter
     */
    public Optional<Hint> hint(int cursor) {
        return SignatureHelp.at(this, index(cursor));
    }

    private int index(int cursor) {
        return Math.max(0, Math.min(cursor, text.length()));
    }

    /** Returns the number of compilations of this document. */
    public int compilations() {
        return inspected.size() + (diagnostics == null || !completeness().isComplete() ? 0 : 1);
    }

    /** Returns how often this text, or a part of it, was read. */
    public int readings() {
        return read.size();
    }

    /** Returns the facts that the compiler infers for a name at the end of a part of the text, with open delimiters closed. */
    Optional<Inspection> inspection(TokenizedText before) {
        String end = Inspection.MARK + CompilerProbe.end(before);
        return inspection(before.text() + end).or(() -> inspection(CompilerProbe.spine(before) + end));
    }

    private Optional<Inspection> inspection(String marked) {
        return inspected.computeIfAbsent(marked, any -> Inspection.of(marked, session));
    }
}
