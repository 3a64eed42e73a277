package ehpc.script.internal.symbols;

import ehpc.dsl.ScriptThread;
import ehpc.script.internal.diagnostics.ScriptNames;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;

/**
 * A type as entries to come see it: apart from the syntax trees of the entry that told it, which are not for other threads.
 *
 * @param arguments the types that it is of, such as that of a list's elements; empty where they are not known
 */
public record KnownType(Class<?> raw, List<KnownType> arguments) {

    public static final KnownType ANY = new KnownType(Object.class, List.of());

    public KnownType {
        arguments = List.copyOf(arguments);
    }

    /** Returns the nearest type of a value that another entry could write. */
    static KnownType of(Object value) {
        Class<?> raw = value.getClass();
        while (raw != Object.class && !isVisible(raw)) {
            Optional<Class<?>> face = Arrays.stream(raw.getInterfaces())
                    .filter(KnownType::isVisible)
                    .findFirst();
            raw = raw.getSuperclass() == Object.class && face.isPresent() ? face.get() : raw.getSuperclass();
        }
        return new KnownType(raw, List.of());
    }

    /** Returns whether an entry could write a type. */
    public static boolean isVisible(Class<?> raw) {
        boolean open = raw.getModule().isExported(raw.getPackageName());
        for (Class<?> one = raw; one != null; one = one.getEnclosingClass()) {
            open &= Modifier.isPublic(one.getModifiers());
        }
        return open && !ScriptNames.isClass(raw.getName()) && raw != ScriptThread.class;
    }

    /** Returns a type for a syntax tree of its own. */
    public ClassNode node() {
        ClassNode plain = ClassHelper.make(raw);
        if (!plain.isUsingGenerics() && plain.getGenericsTypes() == null || plain.isArray()) {
            return plain;
        }
        ClassNode generic = plain.getPlainNodeReference();
        if (arguments.isEmpty()) {
            return generic;
        }
        generic.setGenericsTypes(arguments.stream()
                .map(argument -> new GenericsType(ClassHelper.getWrapper(argument.node())))
                .toArray(GenericsType[]::new));
        return generic;
    }

    /** Returns the same; any where it is of a class that was defined anew since: another entry would mean the new one. */
    KnownType among(Map<String, Class<?>> classes) {
        Class<?> part = raw;
        while (part.isArray()) {
            part = part.getComponentType();
        }
        boolean old = part.getClassLoader() instanceof ScriptClassLoader && classes.get(part.getName()) != part;
        return old
                ? ANY
                : new KnownType(
                        raw, arguments.stream().map(one -> one.among(classes)).toList());
    }

    /** Returns whether a value may be in a variable of this type. */
    boolean fits(Object value) {
        Class<?> boxed = MethodType.methodType(raw).wrap().returnType();
        return value == null ? !raw.isPrimitive() : boxed.isInstance(value);
    }

    @Override
    public String toString() {
        String of = arguments.stream().map(KnownType::toString).collect(Collectors.joining(", "));
        return raw.getSimpleName() + (of.isEmpty() ? "" : "<" + of + ">");
    }
}
