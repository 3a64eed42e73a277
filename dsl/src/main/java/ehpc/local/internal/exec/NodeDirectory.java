package ehpc.local.internal.exec;

import java.nio.file.Path;
import java.util.List;

/**
 * The directories of one node that its commands may write.
 *
 * @param base what holds them, itself out of the commands' reach
 * @param user the user id that owns them and that commands run under, -1 when it is that of this process
 */
record NodeDirectory(Path base, int user) {

    /** Where a command sees them; the same path below {@link #base} is where they are. */
    static final List<String> PLACES = List.of("/root", "/home", "/tmp", "/var/tmp", "/dev/shm");

    Path at(String place) {
        return base.resolve(place.substring(1));
    }
}
