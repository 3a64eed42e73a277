package ehpc.local.internal.world;

/** The mutable state of a cluster, apart from statuses, post scripts and added nodes. Immutable. */
record ClusterState(Users users, Queues queues) {

    /** A part that has never changed is missing in a file. */
    ClusterState {
        users = users == null ? Users.none() : users;
        queues = queues == null ? Queues.initial() : queues;
    }

    static ClusterState initial() {
        return new ClusterState(null, null);
    }

    ClusterState withUsers(Users changed) {
        return new ClusterState(changed, queues);
    }

    ClusterState withQueues(Queues changed) {
        return new ClusterState(users, changed);
    }
}
