package ehpc.api;

import java.util.Optional;

/** A name that is not an operation of the catalogue. */
public final class UnknownOperationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String nearest;

    /**
     * @param name the requested name
     * @param nearest the name of the nearest operation, or null if none is near
     */
    public UnknownOperationException(String name, String nearest) {
        super("unknown operation '" + name + "'" + (nearest == null ? "" : "; did you mean '" + nearest + "'?"));
        this.name = name;
        this.nearest = nearest;
    }

    /** Returns the requested name. */
    public String name() {
        return name;
    }

    /** Returns the nearest operation's name. */
    public Optional<String> nearest() {
        return Optional.ofNullable(nearest);
    }
}
