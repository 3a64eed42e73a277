package ehpc.edit;

import ehpc.syntax.OpenDelimiter;
import ehpc.syntax.StatementPart;
import ehpc.syntax.TokenizedText;
import java.util.List;
import java.util.Set;

/** Completes an unfinished text for the compiler: closes everything that is open at its end. */
final class CompilerProbe {

    private static final Set<String> HEADS = Set.of("if", "while", "for", "switch");

    private CompilerProbe() {}

    /** Returns the text that closes all open delimiters, the innermost first, and completes the statements around them. */
    static String end(TokenizedText text) {
        StringBuilder end = new StringBuilder(rest(text.statement(), text.innermost()));
        for (int i = text.open().size() - 1; i >= 0; i--) {
            OpenDelimiter open = text.open().get(i);
            List<StatementPart> around = text.around(i);
            OpenDelimiter outer = i == 0 ? null : text.open().get(i - 1);
            end.append(open.closing()).append(after(open, around)).append(rest(around, outer));
        }
        return end.toString();
    }

    /** Returns the text required after a closed bracket. */
    private static String after(OpenDelimiter closed, List<StatementPart> around) {
        if (around.isEmpty() || closed.kind() != OpenDelimiter.Kind.BRACKET) {
            return "";
        }
        StatementPart before = around.get(around.size() - 1);
        String word = before.is(StatementPart.Kind.KEYWORD) ? before.text() : "";
        if (closed.sign().equals("(")) {
            return HEADS.contains(word) ? " {}" : "";
        }
        return word.equals("try") ? " finally {}" : word.equals("do") ? " while (true)" : "";
    }

    /** Returns the text that completes a statement. */
    private static String rest(List<StatementPart> statement, OpenDelimiter around) {
        boolean choice = !statement.isEmpty() && statement.get(0).is("case");
        if (choice && statement.stream().noneMatch(part -> part.is(":"))) {
            return ": null";
        }
        long asked = statement.stream().filter(part -> part.is("?")).count();
        long answered = statement.stream().filter(part -> part.is(":")).count();
        if (asked > answered && !choice) {
            return " : 0";
        }
        boolean list = around != null && around.closing().equals("]");
        return list && answered > 0 && !Elements.of(statement).isValue() ? ": 0" : "";
    }

    /** Returns the text without the statements before those around its end. */
    static String spine(TokenizedText text) {
        StringBuilder spine = new StringBuilder();
        List<StatementPart> around = text.parts();
        for (OpenDelimiter open : text.open()) {
            int from = around.isEmpty() ? open.at() : around.get(0).from();
            spine.append(text.text(), from, open.at() + open.sign().length()).append(open.isText() ? "" : "\n");
            around = open.parts();
        }
        int from = around.isEmpty() ? text.text().length() : around.get(0).from();
        return spine + text.text().substring(text.isInText() ? text.text().lastIndexOf('$') : from);
    }
}
