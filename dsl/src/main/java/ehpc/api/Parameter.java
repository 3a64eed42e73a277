package ehpc.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request parameter, or a field inside one.
 *
 * @param name the catalogue's name, such as {@code Instance}; dots are part of a flat name ({@code EcsOrder.Manager.Count})
 * @param type the type of its value
 * @param json the content of its text: {@code OBJECT}, {@code OBJECT_LIST} or {@code STRING_LIST}; null unless the type is {@code JSON}
 * @param required whether every request needs it
 * @param secret whether its value is never shown
 * @param names the kind of object that its text names, such as {@code queue} or {@code node-id}; null for none
 * @param help its purpose, one line
 * @param example a documented value in the form of a request, or null
 * @param defaultValue the service's default, or null
 * @param rules the constraints on its value
 * @param fields fields of an object, of a list's objects, or of a JSON text; else empty
 */
public record Parameter(
        String name,
        Type type,
        Type json,
        boolean required,
        boolean secret,
        String names,
        String help,
        Object example,
        Object defaultValue,
        Rules rules,
        List<Parameter> fields) {

    /** The type of a parameter's value, and its wire form. */
    public enum Type {
        /** Text. */
        STRING,
        /** A 32-bit integer. */
        INTEGER,
        /** A 64-bit integer. */
        LONG,
        /** A decimal number. */
        FLOAT,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** An object: {@code Name.Field}. */
        OBJECT,
        /** Objects: {@code Name.N.Field}, N from 1. */
        OBJECT_LIST,
        /** Texts: {@code Name.N}, N from 1. */
        STRING_LIST,
        /** A JSON text in one parameter; maps and lists are serialized. */
        JSON
    }

    /**
     * The constraints on a parameter's value. A missing one is null, or empty for a collection.
     *
     * @param min the minimum, inclusive
     * @param max the maximum, inclusive
     * @param decimals the maximum number of decimals
     * @param minLength the minimum length of a text in code points
     * @param maxLength the maximum length of a text in code points
     * @param minItems the minimum size of a list
     * @param maxItems the maximum size of a list
     * @param values the valid values, case-sensitive
     * @param separator the separator in a text with several values, such as a comma
     * @param pattern the pattern of the complete text
     * @param form the pattern in words, such as {@code an http or https URL}
     * @param maxBytes the maximum number of decoded bytes of a Base64 text
     * @param forbiddenPrefixes the prefixes that a text must not have
     * @param forbiddenParts the parts that a text must not contain
     * @param unit the unit of a number, such as {@code seconds}
     * @param relations its dependencies on other parameters
     * @param notes further conditions for people, one line each
     */
    public record Rules(
            BigDecimal min,
            BigDecimal max,
            Integer decimals,
            Integer minLength,
            Integer maxLength,
            Integer minItems,
            Integer maxItems,
            List<String> values,
            String separator,
            Pattern pattern,
            String form,
            Integer maxBytes,
            List<String> forbiddenPrefixes,
            List<String> forbiddenParts,
            String unit,
            Relations relations,
            List<String> notes) {

        /** Returns no constraints. */
        static Rules none() {
            Relations none = new Relations(null, null, null, null, null, null, null);
            return new Rules(
                    null, null, null, null, null, null, null, List.of(), null, null, null, null, List.of(), List.of(),
                    null, none, List.of());
        }
    }

    /** Returns an optional parameter that is neither secret nor constrained, and has no fields. */
    public static Parameter of(String name, Type type, String help) {
        return new Parameter(name, type, null, false, false, null, help, null, null, Rules.none(), List.of());
    }

    /** Returns a parameter with another name and type, and the same rules. */
    public Parameter as(String otherName, Type otherType) {
        return new Parameter(
                otherName, otherType, json, required, secret, names, help, example, defaultValue, rules, fields);
    }

    /** Returns the field with this name. */
    public Optional<Parameter> field(String fieldName) {
        return fields.stream().filter(f -> f.name.equals(fieldName)).findFirst();
    }

    /** Returns whether it, or a field at any depth, is secret. */
    public boolean holdsSecret() {
        return secret || fields.stream().anyMatch(Parameter::holdsSecret);
    }

    /** Returns the type of its content: its type, or for a JSON text the type of the parsed text. */
    public Type content() {
        return type == Type.JSON ? json : type;
    }

    /** Returns the type of its value, in words. */
    public String typeName() {
        boolean json = type == Type.JSON;
        String list = json ? "JSON array of " : "list of ";
        return switch (content()) {
            case STRING -> "text";
            case INTEGER, LONG -> "whole number";
            case FLOAT -> "number";
            case BOOLEAN -> "true or false";
            case OBJECT -> json ? "JSON object" : "object";
            case OBJECT_LIST -> list + "objects";
            case STRING_LIST -> list + "texts";
            case JSON -> "JSON";
        };
    }
}
