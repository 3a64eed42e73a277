package ehpc.local.internal.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a service remembers about its requests; also its form on disk. Immutable.
 *
 * @param created the number of clusters that requests have created
 * @param released the regions of the deleted clusters, by id
 * @param tasks the last tasks, oldest first
 * @param answers the last answers by operation and client token, oldest first
 * @param kept the instances of deleted nodes that were not released, by id
 */
record Ledger(
        int created,
        Map<String, String> released,
        List<ClusterTask> tasks,
        Map<String, Remembered> answers,
        Map<String, Node> kept) {

    /** Beyond these numbers, the oldest are forgotten. */
    private static final int MOST_TASKS = 1000;

    private static final int MOST_ANSWERS = 1000;

    /** A part that is empty may be missing in a file. */
    Ledger {
        released = released == null ? Map.of() : released;
        tasks = tasks == null ? List.of() : tasks;
        answers = answers == null ? Map.of() : answers;
        kept = kept == null ? Map.of() : kept;
    }

    static Ledger blank() {
        return new Ledger(0, null, null, null, null);
    }

    Ledger withCreated(int changed) {
        return new Ledger(changed, released, tasks, answers, kept);
    }

    Ledger withReleased(Cluster cluster) {
        Map<String, String> changed = new TreeMap<>(released);
        changed.put(cluster.id(), cluster.region());
        return new Ledger(created, changed, tasks, answers, kept);
    }

    /** Returns the ledger with a task, in place of that with its id. Only tasks that have ended are forgotten. */
    Ledger withTask(ClusterTask task) {
        List<ClusterTask> changed = new ArrayList<>(tasks);
        int index = changed.stream().map(ClusterTask::id).toList().indexOf(task.id());
        if (index < 0) {
            changed.add(task);
        } else {
            changed.set(index, task);
        }
        for (int i = 0; changed.size() > MOST_TASKS && i < changed.size(); i++) {
            if (changed.get(i).ended()) {
                changed.remove(i--);
            }
        }
        return new Ledger(created, released, changed, answers, kept);
    }

    Ledger withAnswer(String token, Remembered answer) {
        Map<String, Remembered> changed = new LinkedHashMap<>(answers);
        changed.put(token, answer);
        if (changed.size() > MOST_ANSWERS) {
            changed.remove(changed.keySet().iterator().next());
        }
        return new Ledger(created, released, tasks, changed, kept);
    }

    Ledger withKept(Map<String, Node> changed) {
        return new Ledger(created, released, tasks, answers, changed);
    }
}
