package ehpc.aliyun.internal;

import ehpc.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration of the aliyun command line, {@code ~/.aliyun/config.json}. Read, never written.
 *
 * @param state the state of the file
 * @param problem the reason if it is missing or unreadable, else empty
 * @param current the profile that the file selects, empty if none
 * @param profiles by name, in the file's order
 */
record CliConfig(State state, String problem, String current, Map<String, Map<String, Object>> profiles) {

    static final String FILE = "~/.aliyun/config.json";

    enum State {
        READ,
        MISSING,
        UNREADABLE
    }

    static CliConfig read(Path home) {
        Path file = home.resolve(".aliyun").resolve("config.json");
        if (Files.notExists(file)) {
            return new CliConfig(State.MISSING, "file not found", "", Map.of());
        }
        try {
            return of(Json.object(Files.readAllBytes(file)));
        } catch (IOException e) {
            return new CliConfig(State.UNREADABLE, "the file cannot be read", "", Map.of());
        } catch (Json.Malformed e) {
            return new CliConfig(State.UNREADABLE, "the file is not a JSON object; see line " + e.line(), "", Map.of());
        }
    }

    private static CliConfig of(Map<String, Object> json) {
        Map<String, Map<String, Object>> profiles = new LinkedHashMap<>();
        if (json.get("profiles") instanceof List<?> list) {
            for (Object entry : list) {
                if (entry instanceof Map<?, ?> map && map.get("name") instanceof String name) {
                    profiles.put(name, fields(map));
                }
            }
        }
        String current = json.get("current") instanceof String name ? name.strip() : "";
        return new CliConfig(State.READ, "", current, profiles);
    }

    /** Returns the profile to use if none is selected: the file's own, else {@code default}, as for the aliyun command line. */
    String defaultProfile() {
        return current.isEmpty() ? "default" : current;
    }

    private static Map<String, Object> fields(Map<?, ?> map) {
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((name, value) -> fields.put(name.toString(), value));
        return fields;
    }

    Set<String> names() {
        return profiles.keySet();
    }

    /** Returns a profile's own region. */
    Optional<String> region(String profile) {
        return Optional.ofNullable(profiles.get(profile))
                .map(fields -> fields.get("region_id"))
                .map(value -> value.toString().strip())
                .filter(value -> !value.isEmpty());
    }
}
