package ehpc.script;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;

/**
 * A type as entries to come see it: apart from the syntax trees of the entry that told it, which are not for other threads.
 *
 * @param arguments the types that it is of, such as that of a list's elements; empty where they are not known
 */
record KnownType(Class<?> raw, List<KnownType> arguments) {

    static final KnownType ANY = new KnownType(Object.class, List.of());

    KnownType {
        arguments = List.copyOf(arguments);
    }

    static KnownType of(Class<?> raw) {
        return new KnownType(raw, List.of());
    }

    /** A type for a syntax tree of its own. */
    ClassNode node() {
        ClassNode plain = ClassHelper.make(raw);
        if (arguments.isEmpty()) {
            return plain;
        }
        ClassNode generic = plain.getPlainNodeReference();
        generic.setGenericsTypes(arguments.stream()
                .map(argument -> new GenericsType(ClassHelper.getWrapper(argument.node())))
                .toArray(GenericsType[]::new));
        return generic;
    }

    boolean isAny() {
        return raw == Object.class;
    }

    @Override
    public String toString() {
        String of = arguments.stream().map(KnownType::toString).collect(Collectors.joining(", "));
        return raw.getSimpleName() + (of.isEmpty() ? "" : "<" + of + ">");
    }

    static List<KnownType> of(Class<?>[] raws) {
        return Arrays.stream(raws).map(KnownType::of).toList();
    }
}
