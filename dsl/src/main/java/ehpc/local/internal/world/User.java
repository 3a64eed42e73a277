package ehpc.local.internal.world;

import java.time.Instant;

/**
 * A user of a cluster.
 *
 * @param id the user id on the nodes
 * @param group {@code users} or {@code wheel}
 * @param added the time of its creation, or of its copy from a data center
 * @param passwordHash a {@link PasswordHash}; null if the password is kept outside the cloud
 */
public record User(String name, int id, String group, Instant added, String passwordHash) {

    /** The group with the usual rights. */
    public static final String ORDINARY = "users";

    /** The group with the rights of an administrator. */
    public static final String ADMINISTRATORS = "wheel";

    public User withGroup(String changed) {
        return new User(name, id, changed, added, passwordHash);
    }

    public User withPasswordHash(String changed) {
        return new User(name, id, group, added, changed);
    }

    /** Leaves the hash out. */
    @Override
    public String toString() {
        return name + " (" + group + ")";
    }
}
