package ehpc.local.internal.exec;

import java.nio.file.Path;
import java.util.List;

/**
 * The writable directories of one node.
 *
 * @param base the parent of all but {@code /home}, which commands cannot access
 * @param home the directory {@code /home}, which other nodes may share
 * @param user the user id that owns them and runs commands; -1 for that of this process
 */
record NodeDirectory(Path base, Path home, int user) {

    static final String HOME = "/home";

    /** Their paths inside the node; outside, all but {@code /home} have the same paths below {@link #base}. */
    static final List<String> PLACES = List.of("/root", HOME, "/tmp", "/var/tmp", "/dev/shm");

    Path at(String place) {
        return place.equals(HOME) ? home : base.resolve(place.substring(1));
    }
}
