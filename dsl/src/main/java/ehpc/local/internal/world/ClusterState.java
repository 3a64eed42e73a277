package ehpc.local.internal.world;

import java.util.Map;
import java.util.TreeMap;

/**
 * The state of a cluster, apart from statuses and post scripts. Immutable.
 *
 * @param tags values by key
 * @param attributes null if they are those of a new cluster
 * @param founding null for an initial cluster
 * @param membership its nodes, as far as they have changed
 * @param facilities everything else
 */
record ClusterState(
        Users users,
        Queues queues,
        Map<String, String> tags,
        Attributes attributes,
        Founding founding,
        Membership membership,
        Facilities facilities) {

    /** A part that has never changed is missing in a file. */
    ClusterState {
        users = users == null ? Users.none() : users;
        queues = queues == null ? Queues.initial() : queues;
        tags = tags == null ? Map.of() : tags;
        membership = membership == null ? Membership.NONE : membership;
        facilities = facilities == null ? Facilities.initial() : facilities;
    }

    static ClusterState initial() {
        return new ClusterState(null, null, null, null, null, null, null);
    }

    ClusterState withUsers(Users changed) {
        return new ClusterState(changed, queues, tags, attributes, founding, membership, facilities);
    }

    ClusterState withQueues(Queues changed) {
        return new ClusterState(users, changed, tags, attributes, founding, membership, facilities);
    }

    ClusterState withTags(Map<String, String> changed) {
        return new ClusterState(users, queues, new TreeMap<>(changed), attributes, founding, membership, facilities);
    }

    ClusterState withAttributes(Attributes changed) {
        return new ClusterState(users, queues, tags, changed, founding, membership, facilities);
    }

    ClusterState withFounding(Founding changed) {
        return new ClusterState(users, queues, tags, attributes, changed, membership, facilities);
    }

    ClusterState withMembership(Membership changed) {
        return new ClusterState(users, queues, tags, attributes, founding, changed, facilities);
    }

    ClusterState withFacilities(Facilities changed) {
        return new ClusterState(users, queues, tags, attributes, founding, membership, changed);
    }
}
