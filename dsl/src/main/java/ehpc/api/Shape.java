package ehpc.api;

import java.util.List;
import java.util.Map;

/**
 * A place in an operation's response tree.
 *
 * @param type what stands there
 * @param fields fields of an object by name, in documented order; else empty
 * @param element what a list holds; null when it is no list
 * @param values the documented values, as text; empty when none are documented
 */
public record Shape(Type type, Map<String, Shape> fields, Shape element, List<String> values) {

    /** What stands at a place of the tree. */
    public enum Type {
        /** Text. */
        STRING,
        /** A whole number of 32 bits. */
        INTEGER,
        /** A whole number of 64 bits. */
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
