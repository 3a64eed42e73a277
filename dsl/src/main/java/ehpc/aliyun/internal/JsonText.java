package ehpc.aliyun.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON object as plain values. Uses Jackson's stream layer alone: data binding would cost a program's start. */
final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /**
     * The object that the bytes hold, UTF-8.
     *
     * @throws Malformed when they are anything but one whole JSON object
     */
    static Map<String, Object> object(byte[] bytes) throws Malformed {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed(parser.currentTokenLocation().getLineNr());
            }
            Map<String, Object> object = fields(parser);
            if (parser.nextToken() != null) {
                throw new Malformed(parser.currentTokenLocation().getLineNr());
            }
            return object;
        } catch (JacksonException e) {
            throw new Malformed(e.getLocation() == null ? 1 : e.getLocation().getLineNr());
        }
    }

    private static Map<String, Object> fields(JsonParser parser) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static List<Object> elements(JsonParser parser) {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getString();
        };
    }

    /** Bytes that are no JSON object. It has no text of them: they may repeat what was sent. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;

        Malformed(int line) {
            super("no JSON object, line " + line, null, false, false);
            this.line = line;
        }

        /** The line, from 1, where the JSON ends to be any. */
        int line() {
            return line;
        }
    }
}
