package ehpc.edit;

import ehpc.syntax.StatementPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keywords of Groovy, where they are allowed. */
final class Keywords {

    private static final List<Candidate> STATEMENT = List.of(
            Candidates.keyword("def", " ", "defines a variable or a method"),
            Candidates.keyword("if", " (", "runs a block if a condition is true"),
            Candidates.keyword("for", " (", "runs a block for each element"),
            Candidates.keyword("while", " (", "runs a block while a condition is true"),
            Candidates.keyword("switch", " (", "selects a case by a value"),
            Candidates.keyword("try", " {", "catches the exceptions of a block"),
            Candidates.keyword("return", " ", "returns a value from the script, method or block"),
            Candidates.keyword("throw", " new ", "throws an exception"),
            Candidates.keyword("assert", " ", "fails unless a condition is true"));

    private static final Set<String> HEADS = Set.of("if", "while", "for");

    private static final Candidate IMPORT = Candidates.keyword("import", " ", "imports a class by its short name");
    private static final Candidate ELSE = Candidates.keyword("else", " ", "runs a block if the condition is false");
    private static final Candidate CATCH = Candidates.keyword("catch", " (", "runs a block after an exception");
    private static final Candidate FINALLY = Candidates.keyword("finally", " {", "runs a block in any case");
    private static final Candidate WHILE = Candidates.keyword("while", " (", "repeats while a condition is true");
    private static final Candidate IN = Candidates.keyword("in", " ", "iterates over the elements");

    private static final List<Candidate> VALUE = List.of(
            Candidates.keyword("true", "", "the condition holds"),
            Candidates.keyword("false", "", "the condition does not hold"),
            Candidates.keyword("null", "", "no value"),
            Candidates.keyword("new", " ", "creates an object of a class"));

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
    static List<Candidate> after(List<StatementPart> statement, boolean inHead) {
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
                && HEADS.contains(statement.get(at - 2).text());
    }

    private static boolean isIf(List<StatementPart> statement) {
        return StatementPart.of(statement, 3).is("if")
                && StatementPart.of(statement, 2).is(StatementPart.Kind.PARENS);
    }

    private static boolean has(List<StatementPart> statement, String word) {
        return statement.stream().anyMatch(part -> part.is(StatementPart.Kind.KEYWORD) && part.is(word));
    }
}
