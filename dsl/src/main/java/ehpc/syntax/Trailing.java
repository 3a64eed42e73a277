package ehpc.syntax;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a statement that ends with its line still needs. */
enum Trailing {
    NOTHING,
    /** Something behind an operator, a dot or a comma. */
    OPERAND,
    /** The nodes behind {@code on}. */
    NODES,
    /** The value of a word that says how to run. */
    VALUE,
    /** What is done under a condition, or again and again. */
    BODY;

    private static final Set<String> OPERATORS = Set.of(
            ("+ - * / % ** = == != < > <= >= <=> === !== && || ! ~ ? : ?: & | ^ << >> >>> += -= *= /= %= **= &= |= ^= <<= >>= >>>="
                            + " ?= =~ ==~ .. ..< <.. <..< , . ?. *. .& :: ??.")
                    .split(" "));
    private static final Set<String> WORDS = Set.of("in", "as", "instanceof");
    private static final Set<String> HEADS = Set.of("if", "while", "for");
    private static final Set<String> BODIES = Set.of("else", "do", "try", "finally");

    static Trailing of(String text, List<StatementPart> statement) {
        if (statement.isEmpty()) {
            return NOTHING;
        }
        StatementPart last = statement.get(statement.size() - 1);
        boolean behind = last.is(StatementPart.Kind.SIGN)
                        && OPERATORS.contains(last.in(text))
                        && !isOfType(text, statement, last)
                || last.is(StatementPart.Kind.KEYWORD) && WORDS.contains(last.in(text));
        if (behind) {
            return OPERAND;
        }
        if (isHead(text, statement)) {
            return BODY;
        }
        Optional<RunSentence> sentence = RunSentence.of(text, statement)
                .filter(RunSentence::bare)
                .filter(s -> s.words().size() > 1);
        return sentence.map(s -> s.last().equals(RunSentence.ON) ? NODES : VALUE)
                .orElse(NOTHING);
    }

    /** Whether a sign belongs to the name of a type, or to that of all types of a package. */
    private static boolean isOfType(String text, List<StatementPart> statement, StatementPart sign) {
        boolean generic = sign.in(text).startsWith(">") && statement.stream().anyMatch(p -> p.is(text, "<"));
        return generic || statement.get(0).is(text, "import");
    }

    private static boolean isHead(String text, List<StatementPart> statement) {
        StatementPart last = statement.get(statement.size() - 1);
        if (last.is(StatementPart.Kind.PARENS) && statement.size() > 1) {
            StatementPart head = statement.get(statement.size() - 2);
            return head.is(StatementPart.Kind.KEYWORD) && HEADS.contains(head.in(text)) && !isEndOfDo(text, statement);
        }
        return last.is(StatementPart.Kind.KEYWORD) && BODIES.contains(last.in(text));
    }

    private static boolean isEndOfDo(String text, List<StatementPart> statement) {
        return statement.stream().anyMatch(part -> part.is(text, "do"));
    }

    boolean isOfSentence() {
        return this == NODES || this == VALUE;
    }
}
