package ehpc.dsl;

import groovy.lang.MissingPropertyException;

/** A value has no property of that name, neither a word nor a field of the service's record. */
public final class UnknownFieldException extends MissingPropertyException {

    private static final long serialVersionUID = 1L;

    private final String known;

    /**
     * @param known the message, with the known names
     * @param name the name
     * @param type the type of the value
     */
    UnknownFieldException(String known, String name, Class<?> type) {
        super(name, type);
        this.known = known;
    }

    @Override
    public String getMessage() {
        return known;
    }
}
