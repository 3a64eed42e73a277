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
 * What the type checker asks while a text is inspected, before it asks {@link WordCheck}: takes the mark for right everywhere, and notes
 * the type of the value that it stands behind.
 */
public final class MarkCheck extends AbstractTypeCheckingExtension {

    /** Made by the compiler, by name. */
    public MarkCheck(StaticTypeCheckingVisitor visitor) {
        super(visitor);
    }

    /** Returns the type of the value before the mark, where the checker was asked for it. */
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
