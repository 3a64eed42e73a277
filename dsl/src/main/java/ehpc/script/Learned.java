package ehpc.script;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;

/**
 * What an entry that was compiled adds to what a session knows.
 *
 * @param variables those that it may declare or change, by name
 * @param classes all that it defines, by name
 * @param givesValue whether its last line is an expression
 */
record Learned(
        Map<String, KnownVariable> variables,
        List<KnownMethod> methods,
        List<KnownImport> imports,
        Map<String, Class<?>> classes,
        boolean givesValue) {

    static Learned from(ScriptCompiler.Found found) {
        Compiled compiled = found.compiled();
        Declared declared = found.attempt().declared().orElseThrow();
        Map<String, KnownVariable> variables = new LinkedHashMap<>();
        declared.last().forEach((name, variable) -> variables.put(name, variable(name, variable, declared, compiled)));
        List<KnownMethod> methods = new ArrayList<>();
        declared.methods()
                .forEach((method, forms) -> methods.addAll(methods(method, forms, declared.text(method), compiled)));
        return new Learned(variables, methods, found.attempt().imports(), classes(compiled), declared.givesValue());
    }

    private static KnownVariable variable(
            String name, VariableExpression variable, Declared declared, Compiled compiled) {
        boolean typed = !variable.isDynamicTyped();
        ClassNode inferred = variable.getNodeMetaData(StaticTypesMarker.INFERRED_TYPE);
        ClassNode type = typed ? variable.getOriginType() : declared.isOpen(variable) ? null : boxed(inferred);
        boolean fixed = Modifier.isFinal(variable.getModifiers());
        return KnownVariable.declared(
                name, KnownType.of(type, compiled.loader()), declared.text(variable), typed, fixed);
    }

    /** A variable that says no type takes values, and null. */
    private static ClassNode boxed(ClassNode type) {
        return type != null && ClassHelper.isPrimitiveType(type) ? ClassHelper.getWrapper(type) : type;
    }

    private static List<KnownMethod> methods(
            MethodNode method, List<List<ClassNode>> forms, KnownText text, Compiled compiled) {
        ClassNode inferred = method.getNodeMetaData(StaticTypesMarker.INFERRED_RETURN_TYPE);
        ClassNode type = method.isDynamicReturnType() && inferred != null ? inferred : method.getReturnType();
        KnownType gives = KnownType.declared(type, compiled.loader());
        return forms.stream()
                .map(form -> new KnownMethod(
                        KnownMethod.key(method.getName(), form),
                        method.getName(),
                        form.stream()
                                .map(one -> KnownType.of(one, compiled.loader()))
                                .toList(),
                        gives,
                        text,
                        compiled.type(),
                        method.isStatic()))
                .toList();
    }

    private static Map<String, Class<?>> classes(Compiled compiled) {
        Map<String, Class<?>> classes = new LinkedHashMap<>();
        for (String name : compiled.classes().keySet()) {
            if (!Ground.isClass(name)) {
                classes.put(name, compiled.load(name));
            }
        }
        return classes;
    }
}
