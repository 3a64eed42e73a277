package ehpc.aliyun.internal;

import java.util.function.Supplier;

/**
 * A place where credentials may lie.
 *
 * @param name what people call it
 * @param costly whether looking there needs a network
 * @param ofProfiles whether it is a file of profiles
 * @param look finds what it has to offer; the credentials themselves are not fetched yet
 */
record Source(String name, boolean costly, boolean ofProfiles, Supplier<Offer> look) {

    Source(String name, Supplier<Offer> look) {
        this(name, false, false, look);
    }

    /** A place where looking needs a network. */
    static Source costly(String name, Supplier<Offer> look) {
        return new Source(name, true, false, look);
    }

    /** A file of profiles. */
    static Source ofProfiles(String file, Supplier<Offer> look) {
        return new Source(file, false, true, look);
    }
}
