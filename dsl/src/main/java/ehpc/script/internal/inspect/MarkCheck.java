package ehpc.script.internal.inspect;

import ehpc.script.Inspection;
import ehpc.script.internal.typecheck.WordCheck;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.transform.stc.AbstractTypeCheckingExtension;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;

/**
 * Extends the type checker while a text is inspected; it runs before {@link WordCheck}. Accepts the mark everywhere, and records the type of
 * the value before it.
 */
public final class MarkCheck extends AbstractTypeCheckingExtension {

    /** Called by the compiler, which knows the name of this class. */
    public MarkCheck(StaticTypeCheckingVisitor visitor) {
        super(visitor);
    }

    /** Returns the type of the value before the mark, if the checker recorded it. */
    static Optional<ClassNode> noted(PropertyExpression marked) {
        return Optional.ofNullable(marked.getNodeMetaData(MarkCheck.class));
    }

    @Override
    public boolean handleUnresolvedVariableExpression(VariableExpression variable) {
        boolean mark = variable.getName().equals(Inspection.MARK);
        if (mark) {
            storeType(variable, ClassHelper.dynamicType());
        }
        return mark;
    }

    @Override
    public boolean handleUnresolvedProperty(PropertyExpression property) {
        if (!Inspection.MARK.equals(property.getPropertyAsString())) {
            return false;
        }
        property.putNodeMetaData(MarkCheck.class, getType(property.getObjectExpression()));
        makeDynamic(property, ClassHelper.OBJECT_TYPE);
        return true;
    }
}
