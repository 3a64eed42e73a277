package ehpc.script.internal.symbols;

import java.util.Optional;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.Expression;

/**
 * The origin of a text in a variable of an earlier entry, or returned by one of its methods.
 *
 * @param joined how it was built from values as plain text; empty if it was not, or if that is unknown
 * @param own whether it is built only from literals
 */
public record KnownText(Optional<String> joined, boolean own) {

    public static final KnownText UNKNOWN = new KnownText(Optional.empty(), false);

    /** Marks an expression that represents such a text. */
    public void mark(Expression standIn) {
        standIn.putNodeMetaData(KnownText.class, this);
    }

    /** Returns the origin of the text of an expression; empty if it is not from an earlier entry. */
    public static Optional<KnownText> of(Expression expression) {
        Expression inner = expression instanceof CastExpression cast ? cast.getExpression() : expression;
        return Optional.ofNullable(inner.getNodeMetaData(KnownText.class));
    }
}
