package ehpc.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A text that is never shown: no output, message, log, plan or command holds it. Only a request parameter may. */
public final class Secret {

    private static final String STARS = "***";

    private final String name;
    private final Hidden hidden;

    /** Keeps the text from whatever shows the fields of an object. */
    private static final class Hidden {

        private final String text;

        Hidden(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return STARS;
        }
    }

    /**
     * @param name how it is spoken of, such as the name of an environment variable
     * @param value the text to protect
     */
    public Secret(String name, String value) {
        this.name = Objects.requireNonNull(name);
        this.hidden = new Hidden(Objects.requireNonNull(value));
    }

    /** How it is spoken of. */
    public String name() {
        return name;
    }

    /** The text itself, for a request parameter. */
    public String reveal() {
        return hidden.text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && name.equals(that.name) && hidden.text.equals(that.hidden.text);
    }

    /** Of the name: one of the text would tell it from others. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Three stars. */
    @Override
    @JsonValue
    public String toString() {
        return STARS;
    }
}
