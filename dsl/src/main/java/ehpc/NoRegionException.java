package ehpc;

import ehpc.api.InputException;

/** Something was asked of the service, and no region was chosen; nothing was sent. {@link Remedy} knows how one is chosen. */
public final class NoRegionException extends InputException {

    private static final long serialVersionUID = 1L;

    NoRegionException() {
        super("a region must be chosen");
    }
}
