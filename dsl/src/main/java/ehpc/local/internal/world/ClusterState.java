package ehpc.local.internal.world;

import java.util.Map;
import java.util.TreeMap;

/**
 * The mutable state of a cluster, apart from statuses, post scripts and added nodes. Immutable.
 *
 * @param tags values by key
 * @param attributes null if they are those of a new cluster
 */
record ClusterState(Users users, Queues queues, Map<String, String> tags, Attributes attributes) {

    /** A part that has never changed is missing in a file. */
    ClusterState {
        users = users == null ? Users.none() : users;
        queues = queues == null ? Queues.initial() : queues;
        tags = tags == null ? Map.of() : tags;
    }

    static ClusterState initial() {
        return new ClusterState(null, null, null, null);
    }

    ClusterState withUsers(Users changed) {
        return new ClusterState(changed, queues, tags, attributes);
    }

    ClusterState withQueues(Queues changed) {
        return new ClusterState(users, changed, tags, attributes);
    }

    ClusterState withTags(Map<String, String> changed) {
        return new ClusterState(users, queues, new TreeMap<>(changed), attributes);
    }

    ClusterState withAttributes(Attributes changed) {
        return new ClusterState(users, queues, tags, changed);
    }
}
