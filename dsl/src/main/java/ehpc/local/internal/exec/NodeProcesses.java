package ehpc.local.internal.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the processes of commands through /proc. Those that end meanwhile are left out. */
final class NodeProcesses {

    private static final Path ALL = Path.of("/proc");

    /** The unit of times in /proc, which is the same on all usual machines. */
    private static final long MILLIS_PER_TICK = 10;

    // The fields of a stat file after the name.
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int STARTED = 19;

    /**
     * A process of this machine.
     *
     * @param spaces the number of nested process namespaces that it is in
     */
    private record Found(NodeProcess process, int spaces) {}

    private NodeProcesses() {}

    /**
     * Returns the descendants of launched processes.
     *
     * @param roots the node by the id of a launched process
     */
    static List<NodeProcess> find(Map<Long, String> roots) {
        if (roots.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Long>> children = children();
        double uptime = uptime();
        List<NodeProcess> all = new ArrayList<>();
        roots.forEach((root, node) -> {
            List<Long> tree = new ArrayList<>(List.of(root));
            for (int i = 0; i < tree.size(); i++) {
                tree.addAll(children.getOrDefault(tree.get(i), List.of()));
            }
            all.addAll(innermost(
                    tree.stream().flatMap(id -> read(id, node, uptime).stream()).toList()));
        });
        all.sort(Comparator.comparing(NodeProcess::nodeId).thenComparing(NodeProcess::machineId));
        return all;
    }

    /** Leaves out the programs that isolate a command, which are outside its process namespace. */
    private static List<NodeProcess> innermost(List<Found> tree) {
        int most = tree.stream().mapToInt(Found::spaces).max().orElse(0);
        return tree.stream()
                .filter(found -> found.spaces() == most)
                .map(Found::process)
                .toList();
    }

    private static Map<Long, List<Long>> children() {
        Map<Long, List<Long>> children = new HashMap<>();
        try (var entries = Files.newDirectoryStream(ALL, "[0-9]*")) {
            for (Path entry : entries) {
                List<String> stat = MarkedProcesses.Found.at(entry).status();
                if (stat.size() > PARENT) {
                    children.computeIfAbsent(Long.parseLong(stat.get(PARENT)), parent -> new ArrayList<>())
                            .add(Long.parseLong(entry.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            return Map.of();
        }
        return children;
    }

    private static Optional<Found> read(long id, String node, double uptime) {
        Path directory = ALL.resolve(String.valueOf(id));
        List<String> stat = MarkedProcesses.Found.at(directory).status();
        Map<String, String> status = status(directory);
        if (stat.size() <= STARTED || stat.get(0).equals("Z") || !status.containsKey("Name")) {
            return Optional.empty();
        }
        String[] ids = status.getOrDefault("NSpid", String.valueOf(id)).split("\\s+");
        String resident = status.getOrDefault("VmRSS", "0 kB").split(" ", 2)[0];
        double age = uptime - Long.parseLong(stat.get(STARTED)) * MILLIS_PER_TICK / 1000.0;
        var process = new NodeProcess(
                node,
                id,
                Long.parseLong(ids[ids.length - 1]),
                status.get("Name"),
                ticks(stat.get(USER)),
                ticks(stat.get(SYSTEM)),
                Duration.ofMillis(Math.max(0, (long) (age * 1000))),
                Long.parseLong(resident));
        return Optional.of(new Found(process, ids.length));
    }

    private static Map<String, String> status(Path directory) {
        Map<String, String> fields = new HashMap<>();
        text(directory.resolve("status")).lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        });
        return fields;
    }

    private static Duration ticks(String count) {
        return Duration.ofMillis(Long.parseLong(count) * MILLIS_PER_TICK);
    }

    private static double uptime() {
        String text = text(ALL.resolve("uptime"));
        return text.isEmpty() ? 0 : Double.parseDouble(text.split(" ")[0]);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
