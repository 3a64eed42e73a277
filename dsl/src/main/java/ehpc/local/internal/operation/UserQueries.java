package ehpc.local.internal.operation;

import ehpc.local.internal.world.Ids;
import ehpc.local.internal.world.User;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The last queries of ListUsersAsync, with the users that each found. They end with the service. Thread-safe. */
final class UserQueries {

    private static final int REMEMBERED = 100;

    private record Query(String id, String clusterId, List<User> users) {}

    private final Deque<Query> queries = new ArrayDeque<>();

    /** Returns the id of a new query. */
    synchronized String add(String clusterId, List<User> users) {
        if (queries.size() == REMEMBERED) {
            queries.removeFirst();
        }
        // Not a number: an id from before a restart must not find a later query.
        String id = Ids.query(UUID.randomUUID().toString());
        queries.addLast(new Query(id, clusterId, users));
        return id;
    }

    synchronized Optional<List<User>> find(String id, String clusterId) {
        return queries.stream()
                .filter(query -> query.id().equals(id) && query.clusterId().equals(clusterId))
                .findFirst()
                .map(Query::users);
    }
}
