package ehpc.edit;

import ehpc.script.Inspection;
import ehpc.script.SessionContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the compiler what it knows at the end of a text: closes whatever is open there. */
final class Probe {

    private static final Set<String> HEADS = Set.of("if", "while", "for", "switch");

    private Probe() {}

    /** What is known of a name that stands at the end of a text. */
    static Optional<Inspection> word(Lexed text, SessionContext context) {
        return look(text, Inspection.MARK, context);
    }

    /** What is known of the value that a text ends with. */
    static Optional<Inspection.Value> value(String text, SessionContext context) {
        return look(Lexed.of(text.stripTrailing()), "." + Inspection.MARK, context)
                .flatMap(Inspection::value);
    }

    private static Optional<Inspection> look(Lexed text, String mark, SessionContext context) {
        String end = mark + end(text);
        return Inspection.of(text.text() + end, context).or(() -> Inspection.of(spine(text) + end, context));
    }

    /** What closes everything that is open, the innermost first, and completes the statements that it stands in. */
    static String end(Lexed text) {
        StringBuilder end = new StringBuilder(rest(text, text.statement(), text.innermost()));
        for (int i = text.open().size() - 1; i >= 0; i--) {
            Open open = text.open().get(i);
            List<Part> around = i == 0 ? text.parts() : text.open().get(i - 1).parts();
            Open outer = i == 0 ? null : text.open().get(i - 1);
            end.append(open.closing()).append(behind(text, open, around)).append(rest(text, around, outer));
        }
        return end.toString();
    }

    /** What must follow a bracket that was closed. */
    private static String behind(Lexed text, Open closed, List<Part> around) {
        if (around.isEmpty() || closed.kind() != Open.Kind.BRACKET) {
            return "";
        }
        Part before = around.get(around.size() - 1);
        String word = before.is(Part.Kind.KEYWORD) ? before.in(text.text()) : "";
        if (closed.sign().equals("(")) {
            return HEADS.contains(word) ? " {}" : "";
        }
        return word.equals("try") ? " finally {}" : word.equals("do") ? " while (true)" : "";
    }

    /** What a statement still needs to be one. */
    private static String rest(Lexed text, List<Part> statement, Open around) {
        boolean choice = !statement.isEmpty() && statement.get(0).is(text.text(), "case");
        if (choice && statement.stream().noneMatch(part -> part.is(text.text(), ":"))) {
            return ": null";
        }
        long asked =
                statement.stream().filter(part -> part.is(text.text(), "?")).count();
        long answered =
                statement.stream().filter(part -> part.is(text.text(), ":")).count();
        if (asked > answered && !choice) {
            return " : 0";
        }
        boolean list = around != null && around.closing().equals("]");
        return list && answered > 0 && !Elements.of(text.text(), statement).isValue() ? ": 0" : "";
    }

    /** The text without the statements before those that the end stands in. */
    private static String spine(Lexed text) {
        StringBuilder spine = new StringBuilder();
        List<Part> around = text.parts();
        for (Open open : text.open()) {
            int from = around.isEmpty() ? open.at() : around.get(0).from();
            spine.append(text.text(), from, open.at() + open.sign().length()).append(open.isText() ? "" : "\n");
            around = open.parts();
        }
        int from = around.isEmpty() ? text.text().length() : around.get(0).from();
        boolean inText = text.innermost() != null && text.innermost().isText();
        return spine + text.text().substring(inText ? text.text().lastIndexOf('$') : from);
    }
}
