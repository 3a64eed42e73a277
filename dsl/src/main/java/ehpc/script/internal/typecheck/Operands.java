package ehpc.script.internal.typecheck;

import ehpc.node.Node;
import ehpc.node.NodeSet;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.words.Forms;
import ehpc.script.internal.words.Members;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.transform.stc.ExtensionMethodNode;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingSupport;

/** Checks the right operands of operators on nodes; operands of unknown type are left to run time. */
final class Operands {

    private static final ClassNode NODES = ClassHelper.make(NodeSet.class);
    private static final List<ClassNode> OPERANDS = Stream.of(
                    NodeSet.class, Node.class, CharSequence.class, Collection.class)
            .map(ClassHelper::make)
            .toList();

    private Operands() {}

    /** Returns whether a method is an operator on nodes that takes a value of any type. */
    static boolean takesAny(MethodNode target) {
        return target instanceof ExtensionMethodNode
                && target.getDeclaringClass().equals(NODES)
                && Forms.operator(target.getName()).isPresent()
                && ClassHelper.isObjectType(target.getParameters()[0].getType());
    }

    /** Returns the finding for a value that cannot be nodes; empty if it may be. */
    static Optional<Finding> misfit(BinaryExpression operation, ClassNode given) {
        return mayBeNodes(ClassHelper.getWrapper(given))
                ? Optional.empty()
                : Optional.of(
                        Forms.operand(operation.getOperation().getText(), Members.types(new ClassNode[] {given})));
    }

    private static boolean mayBeNodes(ClassNode type) {
        return WordCheck.isUnknown(type)
                || OPERANDS.stream().anyMatch(wanted -> isPartOf(type, wanted) || isPartOf(wanted, type));
    }

    private static boolean isPartOf(ClassNode type, ClassNode wider) {
        return StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(type, wider);
    }
}
