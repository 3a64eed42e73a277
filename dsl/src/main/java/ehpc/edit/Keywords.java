package ehpc.edit;

import ehpc.syntax.StatementPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keywords of Groovy, where they are allowed. */
final class Keywords {

    private static final List<Candidate> STATEMENT = List.of(
            Candidates.keyword("def", " ", "defines a variable or a method"),
            Candidates.keyword("if", " (", "does what follows under a condition"),
            Candidates.keyword("for", " (", "does what follows for each element"),
            Candidates.keyword("while", " (", "does what follows as long as a condition holds"),
            Candidates.keyword("switch", " (", "chooses by a value"),
            Candidates.keyword("try", " {", "catches what goes wrong in the block"),
            Candidates.keyword("return", " ", "ends the script, method or block with a value"),
            Candidates.keyword("throw", " new ", "ends with an exception"),
            Candidates.keyword("assert", " ", "stops unless a condition holds"));

    private static final Set<String> HEADS = Set.of("if", "while", "for");

    private static final Candidate IMPORT = Candidates.keyword("import", " ", "makes a class known by its short name");
    private static final Candidate ELSE =
            Candidates.keyword("else", " ", "does what follows when the condition does not hold");
    private static final Candidate CATCH =
            Candidates.keyword("catch", " (", "does what follows when something went wrong");
    private static final Candidate FINALLY = Candidates.keyword("finally", " {", "does what follows in any case");
    private static final Candidate WHILE = Candidates.keyword("while", " (", "goes on as long as a condition holds");
    private static final Candidate IN = Candidates.keyword("in", " ", "takes each element of what follows");

    private static final List<Candidate> VALUE = List.of(
            Candidates.keyword("true", "", "the condition holds"),
            Candidates.keyword("false", "", "the condition does not hold"),
            Candidates.keyword("null", "", "no value"),
            Candidates.keyword("new", " ", "makes an object of a class"));

    private Keywords() {}

    static List<Candidate> statement(boolean top) {
        List<Candidate> words = new ArrayList<>(STATEMENT);
        if (top) {
            words.add(IMPORT);
        }
        return words;
    }

    /** Returns the keywords that can begin a value after a sign. */
    static List<Candidate> value(String sign) {
        return sign.equals("-") || sign.equals("+") ? List.of() : VALUE;
    }

    /** Returns the keywords that can follow the end of a statement, on its line. */
    static List<Candidate> behind(List<StatementPart> statement, boolean inHead) {
        StatementPart last = statement.get(statement.size() - 1);
        if (inHead) {
            boolean named =
                    last.is(StatementPart.Kind.NAME) && statement.stream().noneMatch(part -> part.is("in"));
            return named ? List.of(IN) : List.of();
        }
        if (!last.is(StatementPart.Kind.BLOCK)) {
            return List.of();
        }
        boolean done = has(statement, "finally");
        if (has(statement, "try")) {
            return done ? List.of() : List.of(CATCH, FINALLY);
        }
        if (has(statement, "do")) {
            return List.of(WHILE);
        }
        return isIf(statement) ? List.of(ELSE) : List.of();
    }

    /** Returns whether a part follows the head of a condition or loop, so that a statement begins with it. */
    static boolean isHeadBefore(List<StatementPart> statement, int at) {
        return at > 1
                && statement.get(at - 1).is(StatementPart.Kind.PARENS)
                && HEADS.contains(statement.get(at - 2).said());
    }

    private static boolean isIf(List<StatementPart> statement) {
        return StatementPart.of(statement, 3).is("if")
                && StatementPart.of(statement, 2).is(StatementPart.Kind.PARENS);
    }

    private static boolean has(List<StatementPart> statement, String word) {
        return statement.stream().anyMatch(part -> part.is(StatementPart.Kind.KEYWORD) && part.is(word));
    }
}
