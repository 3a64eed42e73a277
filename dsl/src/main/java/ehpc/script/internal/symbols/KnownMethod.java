package ehpc.script.internal.symbols;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;

/**
 * A method that entries to come may call.
 *
 * @param key tells it from others: one of the same key takes its place
 * @param text how the texts that it gives were made
 * @param owner the class that defines it
 * @param fixed whether it is static
 */
public record KnownMethod(
        String key,
        String name,
        List<KnownType> parameters,
        KnownType type,
        KnownText text,
        Class<?> owner,
        boolean fixed) {

    public KnownMethod {
        parameters = List.copyOf(parameters);
    }

    public static String key(String name, List<ClassNode> parameters) {
        return name + parameters.stream().map(type -> erased(type).getName()).toList();
    }

    private static ClassNode erased(ClassNode type) {
        return type.isGenericsPlaceHolder() ? type.redirect() : type;
    }

    public static String key(MethodNode method) {
        return key(method.getName(), types(method.getParameters()));
    }

    /** Returns those of all the forms that a method has: values that are left out make further ones. */
    public static List<String> keys(MethodNode method) {
        return forms(method).stream().map(form -> key(method.getName(), form)).toList();
    }

    /** What the forms of a method take. */
    public static List<List<ClassNode>> forms(MethodNode method) {
        List<Parameter> parameters = new ArrayList<>(Arrays.asList(method.getParameters()));
        List<List<ClassNode>> forms = new ArrayList<>();
        forms.add(types(method.getParameters()));
        for (int i = parameters.size() - 1; i >= 0; i--) {
            if (parameters.get(i).hasInitialExpression()) {
                parameters.remove(i);
                forms.add(types(parameters.toArray(Parameter[]::new)));
            }
        }
        return forms;
    }

    private static List<ClassNode> types(Parameter[] parameters) {
        return Arrays.stream(parameters).map(Parameter::getType).toList();
    }

    /** Returns the same, where some of the session's classes were defined anew. */
    KnownMethod among(Map<String, Class<?>> classes) {
        List<KnownType> now = parameters.stream().map(one -> one.among(classes)).toList();
        return new KnownMethod(key, name, now, type.among(classes), text, owner, fixed);
    }
}
