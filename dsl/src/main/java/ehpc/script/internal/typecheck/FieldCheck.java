package ehpc.script.internal.typecheck;

import ehpc.api.Catalogue;
import ehpc.api.NameStyle;
import ehpc.api.Shape;
import ehpc.dsl.ServiceFields;
import ehpc.language.WordPlace;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.PropertyExpression;

/** The fields of the service's records as properties of values: {@code node.hostName}. */
final class FieldCheck {

    static final ClassNode NODES = ClassHelper.make(NodeSet.class);
    static final ClassNode NODE = ClassHelper.make(Node.class);

    private final Supplier<Catalogue> catalogue;

    /** @param catalogue returns the operations, once the source of the script is known */
    FieldCheck(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    /** Returns the type of a property of a value, or of each element of a list; empty if it is no such field. */
    Optional<ClassNode> type(ClassNode owner, PropertyExpression property) {
        String name = property.getPropertyAsString();
        if (name == null) {
            return Optional.empty();
        }
        Optional<ClassNode> own = property.isSpreadSafe() ? Optional.empty() : field(owner, name);
        return own.or(() -> element(owner).flatMap(one -> field(one, name)).map(ShapeNode::listOf));
    }

    private static Optional<ClassNode> element(ClassNode many) {
        if (many.equals(NODES)) {
            return Optional.of(NODE);
        }
        boolean words = WordPlace.of(many.getName()).filter(WordPlace::isGroup).isPresent();
        return words ? Optional.of(ElementTypes.of(many)) : ApiCheck.element(many);
    }

    private Optional<ClassNode> field(ClassNode owner, String name) {
        Optional<Shape> shape = ServiceFields.shape(owner.getName(), catalogue.get());
        return shape.flatMap(known -> NameStyle.find(name, known.fields().keySet()))
                .map(field -> ShapeNode.of(
                        owner.getNameWithoutPackage() + "." + NameStyle.SCRIPT.of(field),
                        shape.get().fields().get(field)));
    }

    /** Returns the names of the fields of a value. */
    List<String> names(ClassNode owner) {
        return ServiceFields.names(owner.getName(), catalogue.get());
    }
}
