package ehpc.local.internal.job;

import ehpc.local.internal.exec.Machine;
import ehpc.local.internal.exec.NodeBoxes;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the nodes and partitions of a Slurm as the nodes and queues of its cluster are. Not thread-safe. */
final class SlurmNodes {

    private static final long MOST_TO_START_MILLIS = 20_000;
    private static final long PAUSE_MILLIS = 50;

    private final String clusterId;
    private final World world;
    private final NodeBoxes boxes;
    private final Set<String> known = new HashSet<>();
    private final Set<String> started = new HashSet<>();
    private final Set<String> down = new HashSet<>();
    private Map<String, List<String>> partitions = Map.of();

    SlurmNodes(String clusterId, World world, NodeBoxes boxes) {
        this.clusterId = clusterId;
        this.world = world;
        this.boxes = boxes;
    }

    /** Opens a box with a controller, and a daemon for each node, and waits until they are ready. */
    SlurmBox start(Path directory, long firstJob) throws IOException {
        Cluster cluster = world.cluster(clusterId);
        List<Node> nodes = cluster.nodes("Compute");
        Node manager = cluster.nodes("Manager").get(0);
        int user = boxes.places(machine(manager)).user();
        nodes.forEach(node -> known.add(node.hostName()));
        known.addAll(SlurmConfiguration.joining(nodes));
        partitions = queues(cluster);
        String configuration = SlurmConfiguration.of(manager, nodes, partitions, firstJob);
        SlurmBox box = SlurmBox.open(boxes, directory, user, configuration);
        try {
            box.daemon(machine(manager), Map.of("/run/slurm/state", NodeBoxes.BOX + "/state"), "slurmctld", "-D");
            for (Node node : nodes) {
                startDaemon(box, node);
            }
            waitUntilReady(box, nodes.size());
            return box;
        } catch (IOException | RuntimeException e) {
            box.close();
            throw e;
        }
    }

    private void startDaemon(SlurmBox box, Node node) throws IOException {
        String spool = NodeBoxes.BOX + "/nodes/" + node.hostName();
        box.daemon(machine(node), Map.of("/run/slurm/node", spool), "slurmd", "-D", "-N", node.hostName());
        started.add(node.hostName());
    }

    /** While the controller is not ready, its clients wait for it. */
    private static void waitUntilReady(SlurmBox box, int nodes) throws IOException {
        long deadline = System.nanoTime() + MOST_TO_START_MILLIS * 1_000_000;
        SlurmBox.Result seen = box.call("sinfo", "-h", "-N", "-o", "%T");
        while (seen.output().lines().filter(state -> state.equals("idle")).count() < nodes) {
            if (System.nanoTime() > deadline) {
                throw new IOException("Slurm was not ready within 20 s: "
                        + seen.output().strip() + " " + seen.errors().strip());
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
            seen = box.call("sinfo", "-h", "-N", "-o", "%T");
        }
    }

    /** Applies what has changed in the cluster. */
    void update(SlurmBox box) throws IOException {
        Cluster cluster = world.cluster(clusterId);
        for (Node node : cluster.nodes("Compute")) {
            if (known.contains(node.hostName()) && !started.contains(node.hostName())) {
                startDaemon(box, node);
            }
        }
        setStates(box, cluster);
        Map<String, List<String>> present = queues(cluster);
        if (!present.equals(partitions)) {
            setPartitions(box, present);
        }
    }

    private void setStates(SlurmBox box, Cluster cluster) throws IOException {
        Set<String> running = new HashSet<>();
        cluster.nodes("Compute").stream().filter(world::running).forEach(node -> running.add(node.hostName()));
        for (String host : started) {
            if (!running.contains(host) && down.add(host)) {
                box.required("scontrol", "update", "nodename=" + host, "state=down", "reason=stopped");
            } else if (running.contains(host) && down.remove(host)) {
                box.required("scontrol", "update", "nodename=" + host, "state=resume");
            }
        }
    }

    private void setPartitions(SlurmBox box, Map<String, List<String>> present) throws IOException {
        for (String name : partitions.keySet()) {
            if (!present.containsKey(name)) {
                box.call("scontrol", "delete", "partitionname=" + name);
            }
        }
        for (var queue : present.entrySet()) {
            String verb = partitions.containsKey(queue.getKey()) ? "update" : "create";
            String hosts = String.join(",", queue.getValue());
            box.required("scontrol", verb, "partitionname=" + queue.getKey(), "nodes=" + hosts, "state=up");
        }
        partitions = present;
    }

    /** Returns the host names of the nodes of each queue. */
    private Map<String, List<String>> queues(Cluster cluster) {
        QueueNodes nodes = new QueueNodes(world, cluster);
        Map<String, List<String>> queues = new LinkedHashMap<>();
        for (String name : world.queues(cluster).names()) {
            queues.put(
                    name,
                    nodes.nodes(name).stream()
                            .map(Node::hostName)
                            .filter(known::contains)
                            .toList());
        }
        return queues;
    }

    private Machine machine(Node node) {
        return new Machine(node.id(), node.hostName(), clusterId);
    }
}
