package ehpc.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;

/** The value of a request parameter in a plan. */
public sealed interface PlannedValue {

    /** Reads a value from its form as JSON. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static PlannedValue of(Object json) {
        if (json instanceof Map<?, ?> kept) {
            return kept.get("secret") instanceof String name ? new SecretName(name) : new Withheld();
        }
        return new Text((String) json);
    }

    /**
     * A text that is sent unchanged.
     *
     * @param text the value
     */
    record Text(String text) implements PlannedValue {

        /** Returns the text. */
        @JsonValue
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * A secret that is read when the plan is applied.
     *
     * @param name the name of its environment variable
     */
    record SecretName(String name) implements PlannedValue {

        @JsonValue
        private Map<String, String> json() {
            return Map.of("secret", name);
        }

        /** Returns its form in a script. */
        @Override
        public String toString() {
            return "secret('" + name + "')";
        }
    }

    /** A secret without a name, which the plan omits. */
    record Withheld() implements PlannedValue {

        @JsonValue
        private Map<String, Boolean> json() {
            return Map.of("withheld", true);
        }

        /** Returns three asterisks. */
        @Override
        public String toString() {
            return "***";
        }
    }
}
