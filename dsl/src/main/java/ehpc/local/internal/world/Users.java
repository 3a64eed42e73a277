package ehpc.local.internal.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The users of a cluster, in the order of their creation. Immutable.
 *
 * @param nextId the id of the next user; ids are used once, so that a new user does not own the files of a deleted one
 */
public record Users(List<User> list, int nextId) {

    private static final int FIRST_ID = 1000;

    /** A list without users is missing in a file. */
    public Users {
        list = list == null ? List.of() : List.copyOf(list);
        nextId = Math.max(nextId, FIRST_ID);
    }

    static Users none() {
        return new Users(List.of(), FIRST_ID);
    }

    /** Returns the users with those of a data center, whose password it keeps. */
    Users withOnPremises(Collection<String> names, Instant added) {
        Users all = this;
        for (String name : names) {
            all = all.find(name).isPresent() ? all : all.with(name, User.ORDINARY, added, null);
        }
        return all;
    }

    public List<String> names() {
        return list.stream().map(User::name).toList();
    }

    public Optional<User> find(String name) {
        return list.stream().filter(user -> user.name().equals(name)).findFirst();
    }

    public Users with(String name, String group, Instant added, String passwordHash) {
        List<User> changed = new ArrayList<>(list);
        changed.add(new User(name, nextId, group, added, passwordHash));
        return new Users(changed, nextId + 1);
    }

    public Users without(Collection<String> names) {
        return new Users(
                list.stream().filter(user -> !names.contains(user.name())).toList(), nextId);
    }

    public Users changed(String name, UnaryOperator<User> change) {
        return new Users(
                list.stream()
                        .map(user -> user.name().equals(name) ? change.apply(user) : user)
                        .toList(),
                nextId);
    }
}
