package ehpc.script.internal.words;

import static java.util.Map.entry;

import ehpc.dsl.NodeSets;
import ehpc.dsl.Numbers;
import ehpc.dsl.RunResults;
import ehpc.dsl.ServiceErrors;
import ehpc.language.Vocabulary;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingSupport;

/** The members of types, by their names in scripts. */
public final class Members {

    /** Classes whose methods are not offered or suggested. */
    private static final Set<String> PLUMBING = Set.of(
            "java.lang.Object", "groovy.lang.GroovyObject", "groovy.lang.GroovyObjectSupport", "groovy.lang.Script");

    private static final Map<String, String> DESCRIPTIONS = Map.ofEntries(
            entry("java.lang.String", "a text"),
            entry("groovy.lang.GString", "a text"),
            entry("org.codehaus.groovy.runtime.GStringImpl", "a text"),
            entry("ehpc.command.Raw", "raw(...)"),
            entry("ehpc.api.Secret", "secret(...)"),
            entry("ehpc.node.NodeSet", "nodes"),
            entry("ehpc.node.Node", "a node"),
            entry("ehpc.node.CountOrPercent", "a share like 5.percent"),
            entry("java.time.Duration", "a duration like 10.minutes"),
            entry("java.lang.Integer", "a whole number"),
            entry("java.lang.Long", "a whole number"),
            entry("java.math.BigDecimal", "a decimal number"),
            entry("java.lang.Number", "a number"),
            entry("java.lang.Boolean", "true or false"),
            entry("groovy.lang.Closure", "a block { }"),
            entry("java.lang.Object", "a value"),
            entry("java.util.function.Predicate", "a condition { }"),
            entry("java.util.ArrayList", "a list"),
            entry("java.util.List", "a list"),
            entry("java.util.Collection", "a collection"),
            entry("java.util.Set", "a set"),
            entry("ehpc.RunResult", "a result"),
            entry("java.util.LinkedHashMap", "a map"),
            entry("java.util.Map", "a map"),
            entry("java.lang.CharSequence", "a text"));

    private Members() {}

    /** Returns the names of the methods that Groovy and ehpc add to a type. */
    public static Set<String> added(ClassNode type) {
        return extensions(type).map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    public static Stream<Method> extensions(ClassNode type) {
        ClassNode receiver = ClassHelper.getWrapper(type);
        return Stream.concat(
                        Arrays.stream(DefaultGroovyMethods.DGM_LIKE_CLASSES),
                        Stream.of(Numbers.class, NodeSets.class, RunResults.class, ServiceErrors.class))
                .flatMap(extension -> Arrays.stream(extension.getMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getParameterCount() > 0)
                .filter(method -> StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(
                        receiver, ClassHelper.getWrapper(ClassHelper.make(method.getParameterTypes()[0]))));
    }

    /** Returns the properties whose getters are among these methods. */
    public static Set<String> properties(Set<String> methods) {
        Set<String> names = new TreeSet<>();
        methods.forEach(method -> property(method, names));
        return names;
    }

    public static Set<String> methods(ClassNode type) {
        return all(type).stream()
                .map(method -> Vocabulary.word(method.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static Set<String> properties(ClassNode type) {
        Set<String> names = new TreeSet<>();
        for (MethodNode method : all(type)) {
            if (method.getParameters().length == 0) {
                property(method.getName(), names);
            }
        }
        type.getProperties().forEach(property -> names.add(property.getName()));
        type.getFields().stream().filter(FieldNode::isPublic).forEach(field -> names.add(field.getName()));
        if (type.isRecord()) {
            type.getRecordComponents().forEach(component -> names.add(component.getName()));
        }
        return names;
    }

    /** Returns the parameters of each signature of a method, such as {@code (String, String)}, without signatures for internal use. */
    public static List<String> signatures(ClassNode type, String method) {
        Stream<ClassNode[]> own = all(type).stream()
                .filter(m -> Vocabulary.word(m.getName()).equals(Vocabulary.word(method)))
                .map(m ->
                        Arrays.stream(m.getParameters()).map(Parameter::getType).toArray(ClassNode[]::new));
        Stream<ClassNode[]> added = extensions(type)
                .filter(m -> m.getName().equals(method))
                .map(m -> Arrays.stream(m.getParameterTypes())
                        .skip(1)
                        .map(ClassHelper::make)
                        .toArray(ClassNode[]::new));
        return Stream.concat(own, added)
                .map(Members::types)
                .filter(form -> !form.contains("raw("))
                .distinct()
                .toList();
    }

    public static String types(ClassNode[] types) {
        boolean one = types.length == 1;
        String none = types.length == 0 ? "nothing" : "";
        return none
                + Arrays.stream(types)
                        .map(Members::describe)
                        .collect(Collectors.joining(
                                ", ", one || !none.isEmpty() ? "" : "(", one || !none.isEmpty() ? "" : ")"));
    }

    /** Returns the name of a value of a type for messages, such as {@code a text}. */
    public static String describe(ClassNode type) {
        return descriptionOf(ClassHelper.getWrapper(type).getName()).orElse(type(type));
    }

    /** Returns the name of a value of a class for messages; empty if it is the name of the class. */
    public static Optional<String> descriptionOf(String className) {
        return Optional.ofNullable(DESCRIPTIONS.get(className));
    }

    public static String type(ClassNode type) {
        if (type.isArray()) {
            return type(type.getComponentType()) + "[]";
        }
        return ClassHelper.isGStringType(type) ? "String" : type.getNameWithoutPackage();
    }

    public static List<MethodNode> all(ClassNode type) {
        List<MethodNode> methods = new ArrayList<>();
        for (MethodNode method : type.getAllDeclaredMethods()) {
            boolean visible = method.isPublic()
                    && !method.isSynthetic()
                    && (!method.getName().startsWith("$") || Vocabulary.isCalledAs(method.getName()));
            if (visible && !PLUMBING.contains(method.getDeclaringClass().getName())) {
                methods.add(method);
            }
        }
        return methods;
    }

    private static void property(String method, Set<String> names) {
        for (String prefix : List.of("get", "is")) {
            boolean getter = method.length() > prefix.length() && method.startsWith(prefix);
            if (getter && Character.isUpperCase(method.charAt(prefix.length()))) {
                String name = method.substring(prefix.length());
                names.add(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
            }
        }
    }
}
