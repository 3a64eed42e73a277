package ehpc.api;

import java.util.Optional;

/** A name that is no operation of the catalogue. */
public final class UnknownOperationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String nearest;

    /**
     * @param name what was asked for
     * @param nearest the nearest operation's name, or null when nothing is near
     */
    public UnknownOperationException(String name, String nearest) {
        super("unknown operation '" + name + "'" + (nearest == null ? "" : "; did you mean '" + nearest + "'?"));
        this.name = name;
        this.nearest = nearest;
    }

    /** What was asked for. */
    public String name() {
        return name;
    }

    /** The nearest operation's name. */
    public Optional<String> nearest() {
        return Optional.ofNullable(nearest);
    }
}
