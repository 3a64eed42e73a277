package ehpc.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request parameter, or a field inside one.
 *
 * @param name the catalogue's name, such as {@code Instance}; dots are part of a flat name ({@code EcsOrder.Manager.Count})
 * @param type what it takes
 * @param json what its text holds: {@code OBJECT}, {@code OBJECT_LIST} or {@code STRING_LIST}; null unless the type is {@code JSON}
 * @param required whether a request without it is refused
 * @param secret whether its value must never be shown
 * @param names the kind of thing that its text names, such as {@code queue} or {@code node-id}; null where it names none
 * @param help what it is for, one own-words line
 * @param example a documented value in the form a request takes it, or null
 * @param defaultValue what the service takes when it is left out, or null
 * @param rules what its value must keep
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

    /** What a parameter takes, and its form on the wire. */
    public enum Type {
        /** Text. */
        STRING,
        /** A whole number of 32 bits. */
        INTEGER,
        /** A whole number of 64 bits. */
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
        /** A JSON text in one parameter; a map or list is written as JSON. */
        JSON
    }

    /**
     * What a parameter's value must keep. A rule that is not set is null, or empty for a collection.
     *
     * @param min least number, inclusive
     * @param max greatest number, inclusive
     * @param decimals most digits after the decimal point
     * @param minLength least characters of a text, counted as code points
     * @param maxLength most characters of a text
     * @param minItems least elements of a list that is given
     * @param maxItems most elements of a list
     * @param values the valid values, case-sensitive
     * @param separator what parts the values of a text that holds several, such as a comma
     * @param pattern what a text must match as a whole
     * @param form the pattern in words, such as {@code an http or https URL}
     * @param maxBytes most bytes that a Base64 text may stand for
     * @param forbiddenPrefixes what a text must not start with
     * @param forbiddenParts what a text must not hold
     * @param unit unit of a number, such as {@code seconds}
     * @param relations how it depends on others beside it
     * @param notes conditions for people, each one own-words line
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
            List<String> notes) {}

    /** The field of that name. */
    public Optional<Parameter> field(String fieldName) {
        return fields.stream().filter(f -> f.name.equals(fieldName)).findFirst();
    }

    /** Whether it, or a field anywhere inside it, is secret. */
    public boolean holdsSecret() {
        return secret || fields.stream().anyMatch(Parameter::holdsSecret);
    }

    /** What a value of it is made of: the type, or for a JSON text what the text holds. */
    public Type content() {
        return type == Type.JSON ? json : type;
    }

    /** What it takes, in words. */
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
