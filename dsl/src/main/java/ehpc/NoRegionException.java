package ehpc;

import ehpc.api.InputException;

/** A call was made before a region was set; nothing was sent. {@link Remedy} describes how to choose one. */
public final class NoRegionException extends InputException {

    private static final long serialVersionUID = 1L;

    NoRegionException() {
        super("no region is set");
    }
}
