package ehpc.syntax;

import ehpc.syntax.Completeness.Missing;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The part that a statement at a line end still needs. */
final class Trailing {

    private static final Set<String> OPERATORS = Set.of(
            ("+ - * / % ** = == != < > <= >= <=> === !== && || ! ~ ? : ?: & | ^ << >> >>> += -= *= /= %= **= &= |= ^="
                            + " <<= >>= >>>= ?= =~ ==~ .. ..< <.. <..< , . ?. *. .& :: ??.")
                    .split(" "));
    private static final Set<String> WORDS = Set.of("in", "as", "instanceof");
    private static final Set<String> HEADS = Set.of("if", "while", "for");
    private static final Set<String> BODIES = Set.of("else", "do", "try", "finally");

    private Trailing() {}

    static Missing of(List<StatementPart> statement) {
        StatementPart last = StatementPart.of(statement, 1);
        boolean continues =
                last.is(StatementPart.Kind.SIGN) && OPERATORS.contains(last.text()) && !isOfType(statement, last)
                        || last.is(StatementPart.Kind.KEYWORD) && WORDS.contains(last.text());
        if (continues) {
            return Missing.OPERAND;
        }
        if (isHead(statement)) {
            return Missing.BODY;
        }
        Optional<RunSentence> sentence = RunSentence.of(statement)
                .filter(RunSentence::bare)
                .filter(s -> s.words().size() > 1);
        return sentence.map(s -> s.last().equals(RunSentence.ON) ? Missing.NODES : Missing.VALUE)
                .orElse(Missing.NOTHING);
    }

    /** Returns whether a sign belongs to a type name, or to a wildcard import. */
    private static boolean isOfType(List<StatementPart> statement, StatementPart sign) {
        boolean generic = sign.text().startsWith(">") && statement.stream().anyMatch(p -> p.is("<"));
        return generic || statement.get(0).is("import");
    }

    private static boolean isHead(List<StatementPart> statement) {
        StatementPart last = StatementPart.of(statement, 1);
        StatementPart head = StatementPart.of(statement, 2);
        if (last.is(StatementPart.Kind.PARENS)) {
            return head.is(StatementPart.Kind.KEYWORD)
                    && HEADS.contains(head.text())
                    && statement.stream().noneMatch(part -> part.is("do"));
        }
        return last.is(StatementPart.Kind.KEYWORD) && BODIES.contains(last.text());
    }
}
