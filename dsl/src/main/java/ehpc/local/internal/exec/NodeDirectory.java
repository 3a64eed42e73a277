package ehpc.local.internal.exec;

import java.nio.file.Path;
import java.util.List;

/**
 * The writable directories of one node.
 *
 * @param base their parent, which commands cannot access
 * @param user the user id that owns them and runs commands; -1 for that of this process
 */
record NodeDirectory(Path base, int user) {

    /** Their paths inside the node; outside, they have the same paths below {@link #base}. */
    static final List<String> PLACES = List.of("/root", "/home", "/tmp", "/var/tmp", "/dev/shm");

    Path at(String place) {
        return base.resolve(place.substring(1));
    }
}
