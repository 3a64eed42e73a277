package ehpc.local.internal.http;

import ehpc.local.internal.Refusal;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The formats of an answer. */
enum AnswerFormat {
    JSON("application/json;charset=utf-8") {
        @Override
        byte[] render(String root, Map<String, ?> body) {
            return MAPPER.writeValueAsBytes(body);
        }
    },
    XML("text/xml;charset=utf-8") {
        @Override
        byte[] render(String root, Map<String, ?> body) {
            return XmlText.of(root, body);
        }
    };

    // Unescaped UTF-8, the default: a client in use does not read escapes of four hexadecimal digits.
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String contentType;

    AnswerFormat(String contentType) {
        this.contentType = contentType;
    }

    abstract byte[] render(String root, Map<String, ?> body);

    String contentType() {
        return contentType;
    }

    /** Returns the requested format; refuses an unknown one. */
    static AnswerFormat of(WireRequest request) {
        String format = request.parameter("Format").orElse("");
        return switch (format.toUpperCase(Locale.ROOT)) {
            case "JSON" -> JSON;
            case "XML" -> XML;
            case "" -> byDefault(request);
            default -> throw new Refusal(400, "InvalidParameter.Format", "Format must be JSON or XML, is " + format);
        };
    }

    /** Returns the default format: XML in version 1; in version 3 the one that Accept prefers, else JSON. */
    static AnswerFormat byDefault(WireRequest request) {
        String accept = request.header("accept").orElse("").toLowerCase(Locale.ROOT);
        boolean xml = request.version3() ? accept.contains("xml") && !accept.contains("json") : true;
        return xml ? XML : JSON;
    }
}
