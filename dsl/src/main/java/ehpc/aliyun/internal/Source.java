package ehpc.aliyun.internal;

import java.util.function.Supplier;

/**
 * A place where credentials may lie.
 *
 * @param name what people call it
 * @param costly whether looking there needs a network
 * @param look finds what it has to offer; the credentials themselves are not fetched yet
 */
record Source(String name, boolean costly, Supplier<Offer> look) {

    Source(String name, Supplier<Offer> look) {
        this(name, false, look);
    }
}
