package ehpc.api;

import java.util.List;
import java.util.Map;

/**
 * A node of an operation's response tree.
 *
 * @param type its type
 * @param fields fields of an object by name, in documented order; else empty
 * @param element the element of a list, else null
 * @param values the documented values, as text; empty if undocumented
 */
public record Shape(Type type, Map<String, Shape> fields, Shape element, List<String> values) {

    /** The type of a node of the tree. */
    public enum Type {
        /** Text. */
        STRING,
        /** A 32-bit integer. */
        INTEGER,
        /** A 64-bit integer. */
        LONG,
        /** A decimal number. */
        FLOAT,
        /** True or false. */
        BOOLEAN,
        /** Named fields. */
        OBJECT,
        /** Elements in order. */
        LIST
    }
}
