package ehpc.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words of Groovy, where they may stand. */
final class Keywords {

    private static final List<Candidate> STATEMENT = List.of(
            Offers.keyword("def", " ", "defines a variable or a method"),
            Offers.keyword("if", " (", "does what follows under a condition"),
            Offers.keyword("for", " (", "does what follows for each element"),
            Offers.keyword("while", " (", "does what follows as long as a condition holds"),
            Offers.keyword("switch", " (", "chooses by a value"),
            Offers.keyword("try", " {", "catches what goes wrong in the block"),
            Offers.keyword("return", " ", "ends the script, method or block with a value"),
            Offers.keyword("throw", " new ", "ends with an exception"),
            Offers.keyword("assert", " ", "stops unless a condition holds"));

    private static final Set<String> HEADS = Set.of("if", "while", "for");

    private static final Candidate IMPORT = Offers.keyword("import", " ", "makes a class known by its short name");
    private static final Candidate ELSE =
            Offers.keyword("else", " ", "does what follows when the condition does not hold");
    private static final Candidate CATCH = Offers.keyword("catch", " (", "does what follows when something went wrong");
    private static final Candidate FINALLY = Offers.keyword("finally", " {", "does what follows in any case");
    private static final Candidate WHILE = Offers.keyword("while", " (", "goes on as long as a condition holds");
    private static final Candidate IN = Offers.keyword("in", " ", "takes each element of what follows");

    private static final List<Candidate> VALUE = List.of(
            Offers.keyword("true", "", "the condition holds"),
            Offers.keyword("false", "", "the condition does not hold"),
            Offers.keyword("null", "", "no value"),
            Offers.keyword("new", " ", "makes an object of a class"));

    private Keywords() {}

    static List<Candidate> statement(boolean top) {
        List<Candidate> words = new ArrayList<>(STATEMENT);
        if (top) {
            words.add(IMPORT);
        }
        return words;
    }

    /** What a value may be, behind a sign. */
    static List<Candidate> value(String sign) {
        return sign.equals("-") || sign.equals("+") ? List.of() : VALUE;
    }

    /** What may follow what stands at the end of a statement, on its line. */
    static List<Candidate> behind(String text, List<Part> statement, boolean inHead) {
        Part last = statement.get(statement.size() - 1);
        if (inHead) {
            boolean named = last.is(Part.Kind.NAME) && statement.stream().noneMatch(part -> part.is(text, "in"));
            return named ? List.of(IN) : List.of();
        }
        if (!last.is(Part.Kind.BLOCK)) {
            return List.of();
        }
        boolean done = has(text, statement, "finally");
        if (has(text, statement, "try")) {
            return done ? List.of() : List.of(CATCH, FINALLY);
        }
        if (has(text, statement, "do")) {
            return List.of(WHILE);
        }
        return isIf(text, statement) ? List.of(ELSE) : List.of();
    }

    /** Whether a condition or loop stands right before a part, so that a statement begins with it. */
    static boolean isHeadBefore(String text, List<Part> statement, int at) {
        return at > 1
                && statement.get(at - 1).is(Part.Kind.PARENS)
                && HEADS.contains(statement.get(at - 2).in(text));
    }

    private static boolean isIf(String text, List<Part> statement) {
        int from = statement.size() - 3;
        return from >= 0
                && statement.get(from).is(text, "if")
                && statement.get(from + 1).is(Part.Kind.PARENS);
    }

    private static boolean has(String text, List<Part> statement, String word) {
        return statement.stream().anyMatch(part -> part.is(Part.Kind.KEYWORD) && part.is(text, word));
    }
}
