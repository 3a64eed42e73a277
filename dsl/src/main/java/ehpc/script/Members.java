package ehpc.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;

/** The names that a value of a type has, as a person writes them. */
final class Members {

    /** Classes whose methods are no words of anybody. */
    private static final Set<String> PLUMBING = Set.of(
            "java.lang.Object", "groovy.lang.GroovyObject", "groovy.lang.GroovyObjectSupport", "groovy.lang.Script");

    private Members() {}

    static Set<String> methods(ClassNode type) {
        return all(type).stream()
                .map(method -> Renames.word(method.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> properties(ClassNode type) {
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

    /** What the forms of a method take, such as {@code (String, String)}; a form that a person cannot write is left out. */
    static List<String> signatures(ClassNode type, String method) {
        return all(type).stream()
                .filter(m -> Renames.word(m.getName()).equals(Renames.word(method)))
                .map(m -> types(
                        Arrays.stream(m.getParameters()).map(Parameter::getType).toArray(ClassNode[]::new)))
                .distinct()
                .toList();
    }

    static String types(ClassNode[] types) {
        return Arrays.stream(types).map(Members::type).collect(Collectors.joining(", ", "(", ")"));
    }

    static String type(ClassNode type) {
        if (type.isArray()) {
            return type(type.getComponentType()) + "[]";
        }
        return ClassHelper.isGStringType(type) ? "String" : type.getNameWithoutPackage();
    }

    private static List<MethodNode> all(ClassNode type) {
        List<MethodNode> methods = new ArrayList<>();
        for (MethodNode method : type.getAllDeclaredMethods()) {
            boolean said = method.isPublic()
                    && !method.isSynthetic()
                    && !method.getName().startsWith("$");
            if (said && !PLUMBING.contains(method.getDeclaringClass().getName())) {
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
