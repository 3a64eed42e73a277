package ehpc.api.help;

import ehpc.api.Phrases;
import ehpc.api.Shape;
import java.util.ArrayList;
import java.util.List;

/** Describes the contents of an answer. */
final class AnswerHelp {

    private AnswerHelp() {}

    /** Rows of name, type and documented values; an object around a single list shares its line. */
    static List<List<String>> rows(Shape tree) {
        List<List<String>> rows = new ArrayList<>();
        fields(rows, "", tree);
        return rows;
    }

    private static void fields(List<List<String>> rows, String indent, Shape object) {
        object.fields().forEach((name, field) -> place(rows, indent, name, field));
    }

    private static void place(List<List<String>> rows, String indent, String name, Shape shape) {
        boolean wrapper = shape.type() == Shape.Type.OBJECT && shape.fields().size() == 1;
        if (wrapper) {
            shape.fields().forEach((inner, field) -> place(rows, indent, name + "." + inner, field));
        } else if (shape.type() == Shape.Type.LIST) {
            place(rows, indent, name + "[]", shape.element());
        } else {
            rows.add(List.of(indent + name, type(shape.type()), Phrases.or(shown(shape.values()))));
            fields(rows, indent + "  ", shape);
        }
    }

    private static List<String> shown(List<String> values) {
        return values.stream().map(value -> value.isEmpty() ? "''" : value).toList();
    }

    private static String type(Shape.Type type) {
        return switch (type) {
            case STRING -> "text";
            case INTEGER, LONG -> "whole number";
            case FLOAT -> "number";
            case BOOLEAN -> "true or false";
            case OBJECT, LIST -> "";
        };
    }
}
