package ehpc;

import java.util.Objects;

/** A text that is never shown: no output, message, log, plan or command holds it. Only a request parameter may. */
public final class Secret {

    private final String name;
    private final String value;

    /**
     * @param name how it is spoken of, such as the name of an environment variable
     * @param value the text to protect
     */
    public Secret(String name, String value) {
        this.name = Objects.requireNonNull(name);
        this.value = Objects.requireNonNull(value);
    }

    /** How it is spoken of. */
    public String name() {
        return name;
    }

    /** The text itself, for a request parameter. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Three stars. */
    @Override
    public String toString() {
        return "***";
    }
}
