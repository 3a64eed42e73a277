package ehpc.local.internal.exec;

import ehpc.local.internal.exec.HostProbe.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * Boxes for programs that run in several nodes at the same time, by bubblewrap. A box has processes, a network and a user of its own, and
 * in it each node has its files and host name. Everything in a box is that user, and ends with the first process of the box. Thread-safe.
 */
public final class NodeBoxes {

    /** The directory of the box, inside of it. */
    public static final String BOX = "/tmp/box";

    private static final String NODES = "/tmp/nodes";
    private static final List<String> UNPRIVILEGED =
            List.of("--ambient-caps=-all", "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs", "--");

    private final HostProbe host;
    private final MachineView view;
    private final CommandLoop loop;
    private final Path nodes;

    NodeBoxes(HostProbe host, MachineView view, CommandLoop loop, Path nodes) {
        this.host = host;
        this.view = view;
        this.loop = loop;
        this.nodes = nodes;
    }

    /** Returns the path of a program of this machine; empty if it is not installed. */
    public Optional<Path> program(String name) {
        return host.find(name);
    }

    /** Creates the directories of a node, and returns them. */
    public NodePlaces places(Machine machine) throws IOException {
        try {
            NodeDirectory directory = loop.prepare(machine).join();
            Map<String, Path> paths = new LinkedHashMap<>();
            view.ownPlaces().forEach(place -> paths.put(place, directory.at(place)));
            return new NodePlaces(directory.user() < 0 ? host.user() : directory.user(), paths);
        } catch (CompletionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        }
    }

    /** Creates the directory of a box, which belongs to its user. */
    public void create(Path box, int user) throws IOException {
        Files.createDirectories(box);
        if (host.root()) {
            DirectoryTrees.give(box, user);
        }
    }

    /** Deletes the directory of a box. */
    public void delete(Path box) throws IOException {
        DirectoryTrees.delete(box);
    }

    /**
     * Returns the start of the command line of a box. Its first process sees the files of this machine as they are, apart from {@code
     * /tmp} and the given files, and may set up the network.
     *
     * @param box the directory that is {@link #BOX} inside
     * @param files files in place of those of the machine, by their names in the directory
     */
    public List<String> box(Path box, int user, Map<String, String> files) throws IOException {
        try {
            var argv = new ArrayList<>(host.detached());
            List<String> places = List.of(
                    "--dev-bind",
                    "/",
                    "/",
                    "--tmpfs",
                    "/tmp",
                    "--bind",
                    box.toString(),
                    BOX,
                    "--bind",
                    nodes.toString(),
                    NODES);
            String bwrap = host.required("bwrap");
            if (host.root()) {
                argv.add(bwrap);
                argv.addAll(places);
                argv.addAll(List.of("--cap-add", "ALL", "--", host.required("setpriv"), "--reuid", "" + user));
                argv.addAll(List.of("--regid", "" + user, "--clear-groups", "--inh-caps=-all", "--"));
            }
            argv.addAll(List.of(bwrap, "--unshare-user", "--uid", "" + user, "--gid", "" + user));
            argv.addAll(List.of("--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-ipc"));
            argv.addAll(List.of("--unshare-cgroup-try", "--die-with-parent", "--as-pid-1"));
            argv.addAll(List.of("--cap-add", "CAP_NET_ADMIN"));
            argv.addAll(host.root() ? List.of("--dev-bind", "/", "/") : places);
            // Sources are paths outside; for root, this is the inner of two.
            String outside = host.root() ? BOX : box.toString();
            files.forEach((file, place) -> argv.addAll(List.of("--ro-bind", outside + "/" + file, place)));
            argv.addAll(List.of("--proc", "/proc", "--chdir", "/", "--"));
            return argv;
        } catch (Unavailable e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * Returns the start of a command line that runs a program in a node, for a process of the box.
     *
     * @param writable further directories of the box by their place
     * @param readable the same, read-only
     */
    public List<String> node(
            String hostName, NodePlaces places, Map<String, String> writable, Map<String, String> readable)
            throws IOException {
        try {
            var argv = new ArrayList<String>();
            argv.add(host.required("setpriv"));
            argv.addAll(UNPRIVILEGED);
            argv.addAll(List.of(host.required("bwrap"), "--unshare-user", "--uid", "" + places.user()));
            argv.addAll(List.of("--gid", "" + places.user(), "--unshare-pid", "--unshare-ipc", "--unshare-uts"));
            argv.addAll(List.of("--die-with-parent", "--as-pid-1", "--hostname", hostName));
            argv.addAll(machine());
            argv.addAll(List.of("--tmpfs", "/run"));
            places.paths().forEach((place, path) -> argv.addAll(List.of("--bind", inBox(path), place)));
            writable.forEach((place, path) -> argv.addAll(List.of("--bind", path, place)));
            readable.forEach((place, path) -> argv.addAll(List.of("--ro-bind", path, place)));
            argv.addAll(List.of("--chdir", "/", "--"));
            return argv;
        } catch (Unavailable e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private List<String> machine() {
        var argv = new ArrayList<String>();
        for (Path directory : view.directories()) {
            argv.addAll(List.of("--ro-bind", directory.toString(), directory.toString()));
        }
        view.links().forEach((link, target) -> argv.addAll(List.of("--symlink", target, link.toString())));
        argv.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        Stream<Path> hidden = view.hidden().stream().filter(Files::isDirectory);
        hidden.forEach(path -> argv.addAll(List.of("--tmpfs", path.toString())));
        return argv;
    }

    private String inBox(Path path) {
        return NODES + "/" + nodes.relativize(path);
    }
}
