package ehpc.repl.internal.render;

import ehpc.api.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** JSON for people and programs: indented by two blanks, without {@code \\u} escapes for printable text. */
public final class PrettyJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final ObjectWriter WRITER = MAPPER.writer().with(Json.indented());

    private PrettyJson() {}

    /** Returns the value, without a line end. */
    public static String text(Object value) {
        return WRITER.writeValueAsString(value);
    }

    /** Returns the value in one line, without a line end. */
    public static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Returns the value as its JSON is read: texts, numbers, booleans, null, lists and maps. */
    public static Object plain(Object value) {
        return MAPPER.convertValue(value, Object.class);
    }

    /**
     * Reads an object or a list.
     *
     * @throws tools.jackson.core.JacksonException if the text is not JSON
     */
    public static Object read(String text) {
        Class<?> type = text.stripLeading().startsWith("[") ? List.class : Map.class;
        return MAPPER.readValue(text, type);
    }
}
