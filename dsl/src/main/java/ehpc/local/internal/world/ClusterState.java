package ehpc.local.internal.world;

import java.util.Map;
import java.util.TreeMap;

/**
 * The mutable state of a cluster, apart from statuses, post scripts and added nodes. Immutable.
 *
 * @param tags values by key
 */
record ClusterState(Users users, Queues queues, Map<String, String> tags) {

    /** A part that has never changed is missing in a file. */
    ClusterState {
        users = users == null ? Users.none() : users;
        queues = queues == null ? Queues.initial() : queues;
        tags = tags == null ? Map.of() : tags;
    }

    static ClusterState initial() {
        return new ClusterState(null, null, null);
    }

    ClusterState withUsers(Users changed) {
        return new ClusterState(changed, queues, tags);
    }

    ClusterState withQueues(Queues changed) {
        return new ClusterState(users, changed, tags);
    }

    ClusterState withTags(Map<String, String> changed) {
        return new ClusterState(users, queues, new TreeMap<>(changed));
    }
}
