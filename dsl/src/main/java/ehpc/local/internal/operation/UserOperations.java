package ehpc.local.internal.operation;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.PasswordHash;
import ehpc.local.internal.world.User;
import ehpc.local.internal.world.Users;
import ehpc.local.internal.world.World;
import ehpc.text.Nearest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations on the users of a cluster. A request changes all of its users, or none. */
final class UserOperations {

    private final World world;
    private final UserQueries queries = new UserQueries();

    UserOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "AddUsers", this::add,
                "DeleteUsers", this::delete,
                "ListUsers", this::list,
                "ListUsersAsync", this::listAsync,
                "ModifyUserGroups", this::modifyGroups,
                "ModifyUserPasswords", this::modifyPasswords,
                "SyncUsers", this::sync);
    }

    private Map<String, ?> add(Call call) {
        Cluster cluster = withOwnUsers(call);
        Map<String, String> groups = byUser(call, "Group");
        Map<String, String> hashes = hashes(call);
        Instant now = world.now();
        world.changeUsers(cluster, users -> {
            Users all = users;
            for (String name : groups.keySet()) {
                if (all.find(name).isPresent()) {
                    throw new Refusal(
                            406,
                            "AgentError.Account.UserAlreadyExist",
                            "user '" + name + "' exists in cluster " + cluster.id());
                }
                all = all.with(name, groups.get(name), now, hashes.get(name));
            }
            return all;
        });
        return Map.of();
    }

    private Map<String, ?> delete(Call call) {
        Cluster cluster = withOwnUsers(call);
        Map<String, String> given = byUser(call, "Name");
        world.changeUsers(cluster, users -> {
            given.keySet().forEach(name -> require(users, name, cluster));
            return users.without(given.keySet());
        });
        return Map.of();
    }

    private Map<String, ?> modifyGroups(Call call) {
        Cluster cluster = withOwnUsers(call);
        change(cluster, byUser(call, "Group"), User::withGroup);
        return Map.of();
    }

    private Map<String, ?> modifyPasswords(Call call) {
        Cluster cluster = withOwnUsers(call);
        change(cluster, hashes(call), User::withPasswordHash);
        return Map.of();
    }

    private Map<String, ?> list(Call call) {
        Cluster cluster = managed(call);
        return Page.of(call)
                .of(
                        world.users(cluster).list(),
                        "Users",
                        "UserInfo",
                        user -> AnswerFields.of("AddTime", AnswerFields.withoutZone(user.added()))
                                .and("Group", user.group())
                                .and("Name", user.name()));
    }

    /** Answers at once: the id stands for the users at the time of its first call. */
    private Map<String, ?> listAsync(Call call) {
        Cluster cluster = managed(call);
        String id = call.optional("AsyncId")
                .orElseGet(() -> queries.add(cluster.id(), world.users(cluster).list()));
        List<User> users = queries.find(id, cluster.id())
                .orElseThrow(() -> call.invalid("AsyncId must be an id that ListUsersAsync returned for cluster "
                        + cluster.id() + ", is " + id));
        Map<String, Object> answer = Page.of(call).of(users, "Users", "UserInfo", UserOperations::rendered);
        return AnswerFields.of("AsyncId", id).and("AsyncStatus", "Success").and(answer);
    }

    private static AnswerFields rendered(User user) {
        return AnswerFields.of("AddTime", AnswerFields.millis(user.added()))
                .and("Group", user.group())
                .and("GroupId", user.group().equals(User.ADMINISTRATORS) ? "10" : "100")
                .and("Name", user.name())
                .and("UserId", String.valueOf(user.id()));
    }

    private Map<String, ?> sync(Call call) {
        Cluster cluster = world.running(world.cluster(call.text("ClusterId"), call.text("RegionId")));
        world.syncUsers(world.managed(cluster));
        return Map.of();
    }

    private Cluster managed(Call call) {
        return world.managed(world.running(world.cluster(call.text("ClusterId"))));
    }

    /** Returns the cluster; refuses one whose users come from a data center. */
    private Cluster withOwnUsers(Call call) {
        Cluster cluster = managed(call);
        if (cluster.hybrid()) {
            throw new Refusal(
                    400,
                    "InvalidOpt",
                    "users of hybrid cluster " + cluster.id()
                            + " are changed in its data center, and copied by SyncUsers");
        }
        return cluster;
    }

    private void change(Cluster cluster, Map<String, String> values, Change change) {
        world.changeUsers(cluster, users -> {
            Users all = users;
            for (var value : values.entrySet()) {
                require(users, value.getKey(), cluster);
                all = all.changed(value.getKey(), user -> change.of(user, value.getValue()));
            }
            return all;
        });
    }

    @FunctionalInterface
    private interface Change {
        User of(User user, String value);
    }

    private static void require(Users users, String name, Cluster cluster) {
        if (users.find(name).isEmpty()) {
            throw new Refusal(
                    406,
                    "AgentError.Account.UserNotExist",
                    "user '" + name + "' not found in cluster " + cluster.id() + Nearest.hint(name, users.names()));
        }
    }

    private static Map<String, String> hashes(Call call) {
        Map<String, String> hashes = byUser(call, "Password");
        hashes.replaceAll((name, password) -> PasswordHash.of(password));
        return hashes;
    }

    /** Returns a field of each user of the request, by the name of the user. */
    private static Map<String, String> byUser(Call call, String field) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Map<?, ?>> users = call.objects("User");
        for (int i = 0; i < users.size(); i++) {
            String name = call.field("User", i, "Name");
            if (values.put(name, call.field("User", i, field)) != null) {
                throw call.invalid("user '" + name + "' must be given once, is given twice");
            }
        }
        return values;
    }
}
