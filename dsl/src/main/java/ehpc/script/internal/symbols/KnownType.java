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
 * A type for later entries, without references to the syntax tree of its entry, which other threads must not use.
 *
 * @param arguments its type arguments, such as the type of the elements of a list; empty if they are unknown
 */
public record KnownType(Class<?> raw, List<KnownType> arguments) {

    public static final KnownType ANY = new KnownType(Object.class, List.of());

    public KnownType {
        arguments = List.copyOf(arguments);
    }

    /** Returns the most specific type of a value that another entry can name. */
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

    /** Returns whether an entry can name a type. */
    public static boolean isVisible(Class<?> raw) {
        boolean open = raw.getModule().isExported(raw.getPackageName());
        for (Class<?> one = raw; one != null; one = one.getEnclosingClass()) {
            open &= Modifier.isPublic(one.getModifiers());
        }
        return open && !ScriptNames.isClass(raw.getName()) && raw != ScriptThread.class;
    }

    /** Returns a new node of the type, for one syntax tree. */
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

    /** Returns the type; {@link #ANY} if its class has been redefined, because another entry would refer to the new class. */
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

    /** Returns whether a value can be assigned to a variable of this type. */
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
