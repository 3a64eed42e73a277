package ehpc.local.internal.exec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Creates the directories of nodes, without following symbolic links that a command may have placed there. */
final class NodeDirectories {

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> PASSABLE = PosixFilePermissions.fromString("rwx--x--x");

    private static final System.Logger LOG = System.getLogger("ehpc.local");

    private static final int MOST_ATTEMPTS = 5;

    /** Not the beginning of the id of a node. */
    private static final String REMOVED = ".removed-";

    private final Path base;
    private final UserIds users;
    private final boolean passable;

    /**
     * Creates nothing yet.
     *
     * @param base the parent of all nodes' directories
     * @param users gives each node or cluster its own user id; null if commands run as the user of this process
     * @param passable whether commands access their directories by their real path
     */
    NodeDirectories(Path base, UserIds users, boolean passable) throws IOException {
        this.base = base;
        this.users = users;
        this.passable = passable;
        directory(base, outer());
        if (users != null) {
            users.keep(base);
        }
    }

    NodeDirectory prepare(Machine machine) throws IOException {
        Path node = base.resolve(machine.nodeId());
        directory(node, outer());
        Path home = machine.cluster().isEmpty() ? node.resolve("home") : sharedHome(machine.cluster());
        int user = users == null ? -1 : user(machine, node, home);
        var prepared = new NodeDirectory(node, home, user);
        for (String place : NodeDirectory.PLACES) {
            Path path = prepared.at(place);
            if (!path.getParent().equals(node)) {
                directory(path.getParent(), outer());
            }
            directory(path, PRIVATE);
            if (users != null) {
                DirectoryTrees.give(path, user);
            }
        }
        return prepared;
    }

    /** No node has this name: ids do not start with a dot. */
    private Path sharedHome(String cluster) throws IOException {
        Path shared = base.resolve(".shared");
        directory(shared, outer());
        return shared.resolve(cluster).resolve("home");
    }

    /** Nodes that share a home have one user id, so that each can change the files of the others there. */
    private int user(Machine machine, Path node, Path home) throws IOException {
        return users.of(machine.cluster().isEmpty() ? node.resolve("root") : home);
    }

    /** Returns the directory of a node; empty if it has none. */
    Optional<Path> find(String nodeId) {
        return Optional.of(base.resolve(nodeId)).filter(node -> Files.isDirectory(node, LinkOption.NOFOLLOW_LINKS));
    }

    /** Takes the directory of a node away, which leaves it without files; returns its new path, empty if it has none. */
    Optional<Path> remove(String nodeId) {
        Path node = base.resolve(nodeId);
        Path removed = base.resolve(REMOVED + UUID.randomUUID());
        try {
            Files.move(node, removed);
            return Optional.of(removed);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the files of node " + nodeId + " could not be removed", e);
            return Optional.empty();
        }
    }

    /** Returns the directories that were taken away and, because the service ended, not deleted. */
    List<Path> removed() {
        try (Stream<Path> all = Files.list(base)) {
            return all.filter(path -> path.getFileName().toString().startsWith(REMOVED))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a directory that was taken away; processes that are ending may still create files there. */
    static void delete(Path removed) {
        for (int attempt = 1; !deleted(removed, attempt == MOST_ATTEMPTS) && attempt < MOST_ATTEMPTS; attempt++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50L * attempt));
        }
    }

    private static boolean deleted(Path removed, boolean last) {
        try {
            DirectoryTrees.delete(removed);
            return true;
        } catch (IOException e) {
            if (last) {
                LOG.log(System.Logger.Level.WARNING, removed + " of a deleted node could not be removed", e);
            }
            return false;
        }
    }

    private Set<PosixFilePermission> outer() {
        return passable || users != null ? PASSABLE : PRIVATE;
    }

    private static void directory(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(permissions));
        }
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(path + " is not a directory");
        }
    }
}
