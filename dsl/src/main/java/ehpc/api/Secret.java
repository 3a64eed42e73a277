package ehpc.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A text that no output, message, log, plan or command ever shows. Only a request parameter may contain it. */
public final class Secret {

    private static final String STARS = "***";

    private final String name;
    private final Hidden hidden;

    /** Hides the text from code that prints the fields of an object. */
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
     * @param name the name shown instead, such as that of an environment variable
     * @param value the text to protect
     */
    public Secret(String name, String value) {
        this.name = Objects.requireNonNull(name);
        this.hidden = new Hidden(Objects.requireNonNull(value));
    }

    /** Returns the name shown instead. */
    public String name() {
        return name;
    }

    /** Returns the text, for a request parameter. */
    public String reveal() {
        return hidden.text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && name.equals(that.name) && hidden.text.equals(that.hidden.text);
    }

    /** Uses the name only: a hash of the text would reveal something about it. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Returns three asterisks. */
    @Override
    @JsonValue
    public String toString() {
        return STARS;
    }
}
