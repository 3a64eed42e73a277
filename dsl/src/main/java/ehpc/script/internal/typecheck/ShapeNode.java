package ehpc.script.internal.typecheck;

import ehpc.api.NameStyle;
import ehpc.api.Shape;
import ehpc.dsl.ApiRecord;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;

/**
 * The type of an answer, or of an object inside one, while a script is checked: a record whose fields are known. It has the name of
 * the real class, which the compiler writes into the class of the script, and its own text, by which the checker distinguishes two of them:
 * their common type is a record with unknown fields.
 */
public final class ShapeNode extends ClassNode {

    static final ClassNode RECORD = ClassHelper.make(ApiRecord.class);

    private final String place;
    private final Shape shape;

    private ShapeNode(String place, Shape shape) {
        super(ApiRecord.class.getName(), Modifier.PUBLIC, RECORD);
        this.place = place;
        this.shape = shape;
    }

    /** Returns the type of the value at a path of an answer. */
    public static ClassNode of(String place, Shape shape) {
        return switch (shape.type()) {
            case STRING -> ClassHelper.STRING_TYPE;
            case INTEGER -> ClassHelper.Integer_TYPE;
            case LONG -> ClassHelper.Long_TYPE;
            case FLOAT -> ClassHelper.make(BigDecimal.class);
            case BOOLEAN -> ClassHelper.Boolean_TYPE;
            case OBJECT -> new ShapeNode(place, shape);
            case LIST -> listOf(of(place, shape.element()));
        };
    }

    static ClassNode listOf(ClassNode element) {
        return manyOf(ClassHelper.LIST_TYPE, element);
    }

    /** Returns a collection type with one type argument. */
    static ClassNode manyOf(ClassNode collection, ClassNode element) {
        ClassNode many = collection.getPlainNodeReference();
        many.setGenericsTypes(new GenericsType[] {new GenericsType(element)});
        return many;
    }

    /** Returns the type with its fields, if it is the type of an answer. */
    public static Optional<ShapeNode> in(ClassNode type) {
        return type.redirect() instanceof ShapeNode node ? Optional.of(node) : Optional.empty();
    }

    /** Returns its path, such as {@code listNodes.nodes}. */
    public String place() {
        return place;
    }

    /** Returns the names of its fields, as scripts write them. */
    public List<String> names() {
        return NameStyle.SCRIPT.of(shape.fields().keySet());
    }

    /** Returns the type of a field, by either spelling of its name. */
    public Optional<ClassNode> field(String name) {
        return NameStyle.find(name, shape.fields().keySet())
                .map(found -> of(
                        place + "." + NameStyle.SCRIPT.of(found), shape.fields().get(found)));
    }

    @Override
    public String getText() {
        return getName() + " " + place;
    }

    /** Returns the path as a type argument: the compiler compares types as texts, and would confuse lists of different records. */
    @Override
    public GenericsType[] getGenericsTypes() {
        return new GenericsType[] {new GenericsType(ClassHelper.makeWithoutCaching(place))};
    }
}
