package ehpc.repl.internal.faults;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A field in a fault file.
 *
 * @param set returns the value with the field; raises an {@link IllegalArgumentException} for an invalid field
 */
record FieldForm<V, T>(String name, boolean required, FieldType<T> type, BiFunction<V, T, V> set) {

    static <V, T> FieldForm<V, T> required(String name, FieldType<T> type, BiFunction<V, T, V> set) {
        return new FieldForm<>(name, true, type, set);
    }

    static <V, T> FieldForm<V, T> optional(String name, FieldType<T> type, BiFunction<V, T, V> set) {
        return new FieldForm<>(name, false, type, set);
    }

    /** Returns the value with its field as given; the same value if it is not given, or has a problem. */
    V read(V value, Map<String, Node> given, FileProblems problems) {
        Node node = given.get(name);
        if (node == null) {
            return value;
        }
        Optional<T> read = text(node).flatMap(type.reader());
        if (read.isEmpty()) {
            problems.add(node, name + " must be " + type.form() + ", is " + FaultFileReader.described(node));
            return value;
        }
        try {
            return set.apply(value, read.get());
        } catch (IllegalArgumentException e) {
            problems.add(node, e.getMessage());
            return value;
        }
    }

    private static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }
}
