package ehpc.script.internal.symbols;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;

/**
 * A method that later entries may call.
 *
 * @param key its identity: a later method with the same key replaces it
 * @param text the origin of the texts that it returns
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

    /** Returns the keys of all signatures of a method: each default value adds one. */
    public static List<String> keys(MethodNode method) {
        return forms(method).stream().map(form -> key(method.getName(), form)).toList();
    }

    /** Returns the parameters of each signature of a method. */
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

    /** Returns the method after some classes of the session were redefined. */
    KnownMethod among(Map<String, Class<?>> classes) {
        List<KnownType> now = parameters.stream().map(one -> one.among(classes)).toList();
        return new KnownMethod(key, name, now, type.among(classes), text, owner, fixed);
    }
}
