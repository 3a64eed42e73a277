package ehpc.script.internal.inspect;

import ehpc.api.Catalogue;
import ehpc.api.NameStyle;
import ehpc.api.Shape;
import ehpc.dsl.ServiceFields;
import ehpc.language.Vocabulary;
import ehpc.script.Inspection;
import ehpc.script.Inspection.Form;
import ehpc.script.Inspection.Member;
import ehpc.script.internal.typecheck.ShapeNode;
import ehpc.script.internal.words.Members;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;

/** The members of a type that scripts use: each property once, each method once, without internal ones. */
public final class MemberList {

    /** Methods that implement operators, methods of every object, and methods for programs. */
    private static final Set<String> PLUMBING = Set.of(
            ("and asBoolean asType bitwiseNegate clone compareTo describeConstable div dump equals finalize getAt"
                            + " getClass getMetaClass hashCode identity intdiv invokeMethod isCase isNotCase iterator leftShift"
                            + " metaPropertyValues minus mod multiply negative next notify notifyAll numberAwareCompareTo or"
                            + " parallelStream plus positive power previous putAt remainder removeIf resolveConstantDesc"
                            + " rightShift rightShiftUnsigned setMetaClass spliterator swap toArray toMutable use wait xor intern"
                            + " regionMatches offsetByCodePoints codePointBefore getChars contentEquals getProperty setProperty"
                            + " propertyMissing methodMissing shuffle shuffled byteValue shortValue unaryMinus unaryPlus"
                            + " bufferedIterator chop collectNested eachCombination eachPermutation ensureCapacity trimToSize"
                            + " asChecked asSynchronized asUnmodifiable")
                    .split(" "));

    private static final Set<String> HIDDEN =
            Set.of("class", "metaClass", "metaPropertyValues", "properties", "declaringClass");

    /** Methods that Groovy adds to every object, and that are useful on any. */
    private static final Set<String> OF_ANYTHING = Set.of("with", "tap");

    private static final Comparator<String> BY_LENGTH =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Map<String, Member> properties = new TreeMap<>();
    /** The parameters and return types of each method, in an order that is the same on every machine. */
    private final Map<String, Map<String, String>> methods = new TreeMap<>();

    private MemberList() {}

    public static List<Member> of(ClassNode type, boolean itself) {
        MemberList members = new MemberList();
        if (itself) {
            members.ofClass(type);
        } else if (ShapeNode.in(type).isPresent()) {
            return ofAnswer(ShapeNode.in(type).get());
        } else if (Types.sort(type) != Inspection.Sort.UNKNOWN) {
            members.ofValue(type);
        }
        List<Member> all = new ArrayList<>(members.properties.values());
        members.methods.forEach((name, forms) -> all.add(method(name, forms)));
        return all;
    }

    private static List<Member> ofAnswer(ShapeNode shape) {
        List<Member> fields = new ArrayList<>();
        for (String name : shape.names()) {
            fields.add(property(name, Types.display(shape.field(name).orElseThrow())));
        }
        fields.add(method("asMap", Map.of("()", "Map<String, Object>")));
        return fields;
    }

    /** Returns the fields of the service's record that are properties of a type's values, without those that are members already. */
    public static List<Member> fields(ClassNode type, Catalogue catalogue, List<Member> members) {
        Map<String, Shape> fields = ServiceFields.shape(type.getName(), catalogue)
                .map(Shape::fields)
                .orElse(Map.of());
        return fields.entrySet().stream()
                .map(field -> new Member(
                        NameStyle.SCRIPT.of(field.getKey()),
                        Member.Kind.FIELD,
                        List.of(),
                        Types.display(ShapeNode.of(NameStyle.SCRIPT.of(field.getKey()), field.getValue()))))
                .filter(field ->
                        members.stream().noneMatch(known -> known.name().equals(field.name())))
                .toList();
    }

    private static Member method(String name, Map<String, String> forms) {
        List<Form> all = forms.entrySet().stream()
                .map(form -> new Form(form.getKey(), form.getValue()))
                .toList();
        return new Member(name, Member.Kind.METHOD, all, all.get(0).gives());
    }

    private static Member property(String name, String type) {
        return new Member(name, Member.Kind.PROPERTY, List.of(), type);
    }

    /** Adds constants and static methods. */
    private void ofClass(ClassNode type) {
        type.getFields().stream()
                .filter(field -> field.isStatic() && field.isPublic())
                .forEach(field ->
                        properties.put(field.getName(), property(field.getName(), Types.display(field.getType()))));
        Members.all(type).stream().filter(MethodNode::isStatic).forEach(this::method);
    }

    private void ofValue(ClassNode type) {
        ClassNode receiver = ClassHelper.getWrapper(type);
        for (MethodNode method : Members.all(receiver)) {
            if (!method.isStatic()) {
                boolean getter = method.getParameters().length == 0 && getter(method.getName(), method.getReturnType());
                if (!getter) {
                    method(method);
                }
            }
        }
        receiver.getProperties()
                .forEach(p -> properties.put(p.getName(), property(p.getName(), Types.display(p.getType()))));
        receiver.getFields().stream()
                .filter(field -> field.isPublic() && !field.isStatic() && !field.isEnum())
                .forEach(field ->
                        properties.put(field.getName(), property(field.getName(), Types.display(field.getType()))));
        if (receiver.isRecord()) {
            receiver.getRecordComponents()
                    .forEach(c -> properties.put(c.getName(), property(c.getName(), Types.display(c.getType()))));
        }
        Members.extensions(receiver).forEach(this::extension);
        properties.keySet().forEach(methods::remove);
    }

    private boolean getter(String method, ClassNode type) {
        Set<String> names = Members.properties(Set.of(method));
        boolean reads = !names.isEmpty() && !(method.startsWith("is") && !ClassHelper.isPrimitiveBoolean(type));
        names.stream()
                .filter(name -> reads && !HIDDEN.contains(name))
                .forEach(name -> properties.put(name, property(name, Types.display(type))));
        return reads || names.stream().anyMatch(HIDDEN::contains);
    }

    private void extension(Method method) {
        boolean ofAnything = method.getParameterTypes()[0] == Object.class && !OF_ANYTHING.contains(method.getName());
        if (ofAnything || method.isAnnotationPresent(Deprecated.class)) {
            return;
        }
        ClassNode type = ClassHelper.make(method.getReturnType());
        if (method.getParameterCount() > 1 || !getter(method.getName(), type)) {
            List<ClassNode> taken = Arrays.stream(method.getParameterTypes())
                    .skip(1)
                    .map(ClassHelper::make)
                    .toList();
            add(method.getName(), taken, type);
        }
    }

    private void method(MethodNode method) {
        List<ClassNode> taken =
                Arrays.stream(method.getParameters()).map(Parameter::getType).toList();
        add(Vocabulary.word(method.getName()), taken, method.getReturnType());
    }

    private void add(String name, List<ClassNode> taken, ClassNode type) {
        boolean setter = name.length() > 3 && name.startsWith("set") && Character.isUpperCase(name.charAt(3));
        if (PLUMBING.contains(name) || setter) {
            return;
        }
        String form = taken.stream().map(Types::display).collect(Collectors.joining(", ", "(", ")"));
        methods.computeIfAbsent(name, any -> new TreeMap<>(BY_LENGTH))
                .merge(form, Types.display(type), MemberList::moreSpecific);
    }

    /** Returns the more specific of the return types of two methods with the same parameters. */
    private static String moreSpecific(String one, String other) {
        return one.equals("Object") || one.compareTo(other) < 0 && !other.equals("Object") ? other : one;
    }
}
