package ehpc;

import ehpc.api.Request;
import ehpc.api.Secret;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The users of a cluster. Every method calls the service; each change is one call for all of its users, at most 100. A request that breaks a rule of the
 * catalogue throws an {@link ehpc.api.InvalidRequestException}, and nothing is sent. Immutable and thread-safe.
 */
public final class Users {

    private static final String NAME = "Name";
    private static final String GROUP = "Group";
    private static final String PASSWORD = "Password";

    private final Cluster cluster;

    Users(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Returns all users, in the order of the service (ListUsers, every page). */
    public List<User> list() {
        return cluster.ehpc().list(cluster.request("ListUsers")).stream()
                .map(User::of)
                .toList();
    }

    /**
     * Creates users (AddUsers).
     *
     * @return the request id
     */
    public String add(NewUser... users) {
        return add(Arrays.asList(users));
    }

    /**
     * Creates users (AddUsers).
     *
     * @return the request id
     */
    public String add(Collection<NewUser> users) {
        return send("AddUsers", users.stream().map(Users::fields).toList());
    }

    /**
     * Deletes users; their files stay in /home (DeleteUsers).
     *
     * @return the request id
     */
    public String delete(Collection<String> names) {
        return send("DeleteUsers", names.stream().map(Users::fields).toList());
    }

    /**
     * Moves users to another group (ModifyUserGroups).
     *
     * @param group {@link User#USERS} or {@link User#WHEEL}
     * @return the request id
     */
    public String setGroup(String group, Collection<String> names) {
        return send(
                "ModifyUserGroups",
                names.stream().map(name -> with(fields(name), GROUP, group)).toList());
    }

    /**
     * Changes the password of a user (ModifyUserPasswords).
     *
     * @param password 8 to 30 characters of at least three of: upper case, lower case, digits, other characters
     * @return the request id
     */
    public String setPassword(String name, Secret password) {
        return send("ModifyUserPasswords", List.of(with(fields(name), PASSWORD, password)));
    }

    private static Map<String, Object> fields(NewUser user) {
        return with(with(fields(user.name()), GROUP, user.group()), PASSWORD, user.password());
    }

    /** Fields have an order, in which a plan shows them. */
    private static Map<String, Object> fields(String name) {
        return with(new LinkedHashMap<>(), NAME, name);
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        fields.put(name, value);
        return fields;
    }

    private String send(String operation, List<Map<String, Object>> users) {
        Request request = cluster.request(operation).with("User", users);
        return cluster.ehpc().send(request).requestId();
    }
}
