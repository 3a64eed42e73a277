package ehpc.local.internal.job;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.exec.Exit;
import ehpc.local.internal.exec.Machine;
import ehpc.local.internal.exec.NodeMachines;
import ehpc.local.internal.exec.RequestedCommand;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/** Files in the home directories of users, read and written by a manager node, so that links in them lead nowhere else. Thread-safe. */
public final class HomeFiles {

    private static final Duration MOST = Duration.ofSeconds(30);

    /** An argument of a process has at most 128 KiB. A multiple of 4: a part of a text in Base64 is one, too. */
    private static final int PART = 64 * 1024;

    private final World world;
    private final NodeMachines machines;

    /** The home directories of users as nodes see them, by cluster and name, once a job has been resolved. */
    private final Map<List<String>, String> homes = new ConcurrentHashMap<>();

    public HomeFiles(World world, NodeMachines machines) {
        this.world = world;
        this.machines = machines;
    }

    /** Writes a file of a user, which all may execute. */
    public void write(Cluster cluster, String user, String file, String base64) {
        for (int from = 0; from == 0 || from < base64.length(); from += PART) {
            String part = base64.substring(from, Math.min(base64.length(), from + PART));
            Exit exit =
                    run(cluster, JobScript.withArguments(JobScript.FILE, user, file, part, from == 0 ? "new" : "more"));
            if (exit.code() != 0) {
                throw failed("file '" + file + "' of user '" + user + "' cannot be written: " + text(exit));
            }
        }
    }

    /** Resolves the paths of a job, and creates the directories of its output; refuses what does not exist. */
    JobPaths resolve(Cluster cluster, JobRequest request, long number) {
        JobPaths paths = request.paths();
        String output = request.name() + ".o" + number;
        String errors = request.name() + ".e" + number;
        List<String> user = List.of(cluster.id(), request.user());
        String home = homes.get(user);
        if (home != null && paths.equals(JobPaths.HOME)) {
            // Nothing to refuse, so no process is needed; the job creates a home that has been removed.
            return new JobPaths(home, home + "/" + output, home + "/" + errors);
        }
        Exit exit = run(
                cluster,
                JobScript.withArguments(
                        JobScript.PREPARE,
                        request.user(),
                        paths.directory(),
                        paths.output(),
                        paths.errors(),
                        output,
                        errors));
        List<String> lines = text(exit).lines().toList();
        if (exit.code() != 0 || lines.size() != 3) {
            throw new Refusal(
                    400, "InvalidParams", text(exit) + " must be a path that user '" + request.user() + "' can use");
        }
        if (paths.equals(JobPaths.HOME)) {
            homes.put(user, lines.get(0));
        }
        return new JobPaths(lines.get(0), lines.get(1), lines.get(2));
    }

    /** Returns a part of two files in Base64; empty for a file that does not exist. */
    public List<String> parts(Cluster cluster, String first, String second, long offset, int size) {
        Exit exit = run(cluster, JobScript.withArguments(JobScript.LOG, "" + (offset + 1), "" + size, first, second));
        List<String> lines =
                new String(exit.output(), StandardCharsets.UTF_8).lines().toList();
        if (exit.code() != 0 || lines.size() != 2) {
            throw failed("the output of the job cannot be read: " + text(exit));
        }
        return lines;
    }

    private Exit run(Cluster cluster, String text) {
        Node manager = world.managed(cluster).nodes("Manager").stream()
                .filter(world::running)
                .findFirst()
                .orElseThrow();
        var command = new RequestedCommand(text, "/home", MOST);
        try {
            return machines.start(new Machine(manager.id(), manager.hostName(), cluster.id()), command)
                    .exit()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("the local service stops");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Exit exit) {
        return new String(exit.output(), StandardCharsets.UTF_8).strip();
    }

    private static Refusal failed(String message) {
        return new Refusal(403, "ExecFail", message);
    }
}
