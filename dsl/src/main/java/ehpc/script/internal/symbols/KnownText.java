package ehpc.script.internal.symbols;

import java.util.Optional;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.Expression;

/**
 * How the text was made that an earlier entry left in a variable, or that a method of it gives.
 *
 * @param joined how it was put together from values as plain text; empty where it was not, or is not known to be
 * @param own whether it is made of literals alone
 */
public record KnownText(Optional<String> joined, boolean own) {

    public static final KnownText UNKNOWN = new KnownText(Optional.empty(), false);

    /** Marks what stands for such a text. */
    public void mark(Expression standIn) {
        standIn.putNodeMetaData(KnownText.class, this);
    }

    /** What is known of the text that an expression stands for; empty where it stands for none of an earlier entry. */
    public static Optional<KnownText> of(Expression expression) {
        Expression inner = expression instanceof CastExpression cast ? cast.getExpression() : expression;
        return Optional.ofNullable(inner.getNodeMetaData(KnownText.class));
    }
}
