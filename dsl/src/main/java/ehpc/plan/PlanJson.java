package ehpc.plan;

import ehpc.api.InputException;
import ehpc.api.Json;
import ehpc.text.Sha256;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Writes and reads plans as JSON: a {@link PlanForm} with a digest after its last field. */
final class PlanJson {

    private static final String DIGEST = "digest";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> Stream.of(CoercionInputShape.values())
                            .filter(shape ->
                                    shape != CoercionInputShape.String && shape != CoercionInputShape.EmptyString)
                            .forEach(shape -> config.setCoercion(shape, CoercionAction.Fail)))
            .build();
    private static final ObjectWriter PRETTY = MAPPER.writer().with(Json.indented());

    private PlanJson() {}

    static String text(Plan plan) {
        Map<String, Object> json = map(MAPPER.writeValueAsString(PlanForm.of(plan)));
        json.put(DIGEST, digest(json));
        return PRETTY.writeValueAsString(json);
    }

    /** Returns a digest of the content of a plan, independent of white space. */
    static String digest(Map<String, Object> withoutDigest) {
        return "sha256:" + Sha256.hex(MAPPER.writeValueAsString(withoutDigest));
    }

    static Plan read(String name, String text) {
        Map<String, Object> json = object(name, text);
        if (!PlanForm.FORMAT.equals(json.get("format"))) {
            throw new InputException("'" + name + "' is not a plan of ehpc: it is other JSON");
        }
        if (!Integer.valueOf(PlanForm.VERSION).equals(json.get("version"))) {
            throw new InputException("plan '" + name + "' must have version " + PlanForm.VERSION + ", has version "
                    + json.get("version") + "; create it again with this ehpc");
        }
        Object digest = json.remove(DIGEST);
        if (!digest(json).equals(digest)) {
            throw new PlanRefusedException(List.of("plan '" + name + "' was changed after ehpc wrote it"), false);
        }
        try {
            return MAPPER.convertValue(json, PlanForm.class).plan();
        } catch (JacksonException e) {
            throw new InputException(
                    "plan '" + name + "' is damaged: field '" + field(e) + "' is missing or has the wrong type");
        }
    }

    private static Map<String, Object> object(String name, String text) {
        try {
            Map<String, Object> json = map(text);
            if (json != null) {
                return json;
            }
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : ", see line " + e.getLocation().getLineNr();
            throw new InputException("'" + name + "' is not a plan of ehpc: it is not a JSON object" + place);
        }
        throw new InputException("'" + name + "' is not a plan of ehpc: it is not a JSON object");
    }

    @SuppressWarnings("unchecked") // the names of an object are texts
    private static Map<String, Object> map(String text) {
        return MAPPER.readValue(text, LinkedHashMap.class);
    }

    private static String field(JacksonException failure) {
        return failure.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(property -> property != null)
                .reduce("", (outer, inner) -> inner);
    }
}
