package ehpc.script.internal.compile;

import ehpc.script.internal.diagnostics.ScriptNames;
import ehpc.script.internal.session.EntryDeclarations;
import ehpc.script.internal.symbols.KnownMethod;
import ehpc.script.internal.symbols.KnownText;
import ehpc.script.internal.symbols.KnownType;
import ehpc.script.internal.symbols.KnownVariable;
import ehpc.script.internal.symbols.SessionDelta;
import ehpc.script.internal.typecheck.WordCheck;
import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;

/** Determines the symbols that a compiled entry adds to a session. */
final class SessionDeltaFinder {

    private SessionDeltaFinder() {}

    static SessionDelta from(ScriptCompiler.Found found) {
        Compiled compiled = found.compiled();
        EntryDeclarations declared = found.attempt().declared().orElseThrow();
        Map<String, KnownVariable> variables = new LinkedHashMap<>();
        declared.last().forEach((name, variable) -> variables.put(name, variable(name, variable, declared, compiled)));
        List<KnownMethod> methods = new ArrayList<>();
        declared.methods()
                .forEach((method, forms) -> methods.addAll(methods(method, forms, declared.text(method), compiled)));
        return new SessionDelta(
                variables, methods, found.attempt().imports(), classes(compiled), declared.givesValue());
    }

    private static KnownVariable variable(
            String name, VariableExpression variable, EntryDeclarations declared, Compiled compiled) {
        boolean typed = !variable.isDynamicTyped();
        ClassNode inferred = variable.getNodeMetaData(StaticTypesMarker.INFERRED_TYPE);
        ClassNode type = typed ? variable.getOriginType() : declared.isOpen(variable) ? null : boxed(inferred);
        boolean fixed = Modifier.isFinal(variable.getModifiers());
        return KnownVariable.declared(name, of(type, compiled.loader()), declared.text(variable), typed, fixed);
    }

    /** Returns the boxed type: a variable without a declared type can be null. */
    private static ClassNode boxed(ClassNode type) {
        return type != null && ClassHelper.isPrimitiveType(type) ? ClassHelper.getWrapper(type) : type;
    }

    private static List<KnownMethod> methods(
            MethodNode method, List<List<ClassNode>> forms, KnownText text, Compiled compiled) {
        ClassNode inferred = method.getNodeMetaData(StaticTypesMarker.INFERRED_RETURN_TYPE);
        ClassNode type = method.isDynamicReturnType() && inferred != null ? inferred : method.getReturnType();
        KnownType gives = declared(type, compiled.loader());
        return forms.stream()
                .map(form -> new KnownMethod(
                        KnownMethod.key(method.getName(), form),
                        method.getName(),
                        form.stream().map(one -> of(one, compiled.loader())).toList(),
                        gives,
                        text,
                        compiled.type(),
                        method.isStatic()))
                .toList();
    }

    private static Map<String, Class<?>> classes(Compiled compiled) {
        Map<String, Class<?>> classes = new LinkedHashMap<>();
        for (String name : compiled.classes().keySet()) {
            if (!ScriptNames.isClass(name)) {
                classes.put(name, compiled.load(name));
            }
        }
        return classes;
    }

    /** Returns an inferred type; {@link KnownType#ANY} if another entry cannot name it. */
    private static KnownType of(ClassNode type, ClassLoader loader) {
        if (type == null || WordCheck.isUnknown(type) || ClassHelper.isPrimitiveVoid(type)) {
            return KnownType.ANY;
        }
        Optional<Class<?>> raw = load(type.isGenericsPlaceHolder() ? type.redirect() : type, loader);
        return raw.map(known -> new KnownType(known, arguments(type, loader))).orElse(KnownType.ANY);
    }

    /** Returns a declared type, including void. */
    private static KnownType declared(ClassNode type, ClassLoader loader) {
        return ClassHelper.isPrimitiveVoid(type) ? new KnownType(void.class, List.of()) : of(type, loader);
    }

    private static Optional<Class<?>> load(ClassNode type, ClassLoader loader) {
        if (type.isArray()) {
            return load(type.getComponentType(), loader)
                    .map(part -> Array.newInstance(part, 0).getClass());
        }
        if (ClassHelper.isPrimitiveType(type)) {
            return Optional.of(type.getTypeClass());
        }
        try {
            Class<?> raw = Class.forName(type.getName(), false, loader);
            return KnownType.isVisible(raw) ? Optional.of(raw) : Optional.empty();
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty(); // an internal type of the checker, such as that of null
        }
    }

    private static List<KnownType> arguments(ClassNode type, ClassLoader loader) {
        GenericsType[] arguments = type.getGenericsTypes();
        boolean plain = arguments != null
                && !type.isGenericsPlaceHolder()
                && Arrays.stream(arguments).noneMatch(one -> one.isWildcard() || one.isPlaceholder());
        return plain
                ? Arrays.stream(arguments).map(one -> of(one.getType(), loader)).toList()
                : List.of();
    }
}
