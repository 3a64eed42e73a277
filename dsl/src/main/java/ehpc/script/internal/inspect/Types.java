package ehpc.script.internal.inspect;

import static java.util.Map.entry;

import ehpc.RunResult;
import ehpc.dsl.ApiDsl;
import ehpc.dsl.ApiItemsDsl;
import ehpc.dsl.ImagesDsl;
import ehpc.dsl.RunDsl;
import ehpc.node.CountOrPercent;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import ehpc.script.Inspection.Sort;
import ehpc.script.internal.typecheck.ShapeNode;
import ehpc.script.internal.typecheck.WordCheck;
import ehpc.script.internal.words.Members;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingSupport;

/** Types for display, and their meanings in the language. */
public final class Types {

    /** The meanings of types; the first match counts. */
    private static final List<Map.Entry<ClassNode, Sort>> SORTS = List.of(
            entry(ClassHelper.make(ApiDsl.class), Sort.API),
            entry(ClassHelper.make(ApiItemsDsl.class), Sort.API),
            entry(ClassHelper.make(ImagesDsl.class), Sort.IMAGES),
            entry(ClassHelper.make(NodeSet.class), Sort.NODES),
            entry(ClassHelper.make(Node.class), Sort.NODE),
            entry(ClassHelper.make(RunResult.class), Sort.RESULT),
            entry(ClassHelper.make(RunDsl.class), Sort.SENTENCE),
            entry(ClassHelper.make(CharSequence.class), Sort.TEXT),
            entry(ClassHelper.GSTRING_TYPE, Sort.TEXT),
            entry(ClassHelper.Integer_TYPE, Sort.NUMBER),
            entry(ClassHelper.make(Duration.class), Sort.DURATION),
            entry(ClassHelper.make(CountOrPercent.class), Sort.SHARE),
            entry(ClassHelper.Boolean_TYPE, Sort.FLAG),
            entry(ClassHelper.MAP_TYPE, Sort.MAP),
            entry(ClassHelper.make(Iterable.class), Sort.LIST));

    private Types() {}

    public static Sort sort(ClassNode type) {
        ClassNode wrapped = ClassHelper.getWrapper(type);
        if (type.isArray()) {
            return Sort.LIST;
        }
        if (WordCheck.isUnknown(wrapped) || type.isGenericsPlaceHolder()) {
            return Sort.UNKNOWN;
        }
        return SORTS.stream()
                .filter(sort -> StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(wrapped, sort.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Sort.OTHER);
    }

    /** Returns the type by simple names, with arguments: {@code List<String>}; for an answer its path: {@code listNodes.nodes}. */
    public static String display(ClassNode type) {
        if (ShapeNode.in(type).isPresent()) {
            return ShapeNode.in(type).get().place();
        }
        if (type.isArray()) {
            return display(type.getComponentType()) + "[]";
        }
        if (WordCheck.isUnknown(type)) {
            return "Object";
        }
        GenericsType[] of = type.getGenericsTypes();
        String arguments = of == null || type.isGenericsPlaceHolder()
                ? ""
                : Arrays.stream(of).map(Types::display).collect(Collectors.joining(", ", "<", ">"));
        return Members.type(type).replace('$', '.') + (arguments.matches("<[A-Z?](, [A-Z?])*>") ? "" : arguments);
    }

    private static String display(GenericsType argument) {
        boolean bounded = argument.isWildcard() && argument.getUpperBounds() != null;
        boolean open = argument.isWildcard() || argument.isPlaceholder();
        return bounded
                ? display(argument.getUpperBounds()[0])
                : open ? argument.getName() : display(argument.getType());
    }
}
