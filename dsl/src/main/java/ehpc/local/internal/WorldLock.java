package ehpc.local.internal;

import ehpc.local.internal.exec.DirectoryTrees;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Locks the directory of a running service. The operating system releases the lock when the process ends.
 *
 * <p>A file lock belongs to the process, which loses it when any of its channels on the file is closed. Therefore the directories of this
 * process are recorded here, and their lock files are not opened twice.
 */
final class WorldLock implements AutoCloseable {

    private static final String NAME = "lock";
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private WorldLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** Locks a directory; empty if a running service has locked it. */
    static Optional<WorldLock> take(Path directory) throws IOException {
        Path real = directory.toRealPath();
        if (!OURS.add(real)) {
            return Optional.empty();
        }
        Optional<WorldLock> taken = Optional.empty();
        try {
            taken = locked(real);
        } finally {
            if (taken.isEmpty()) {
                OURS.remove(real);
            }
        }
        return taken;
    }

    private static Optional<WorldLock> locked(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(
                directory.resolve(NAME),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new WorldLock(directory, channel));
            }
        } catch (OverlappingFileLockException e) {
            // A service of another class loader in this process has locked it.
        }
        channel.close();
        return Optional.empty();
    }

    /** Deletes the directory and unlocks it; the lock file is deleted last, so that an interrupted deletion can be completed later. */
    void deleteAll() throws IOException {
        try (this;
                var children = Files.newDirectoryStream(directory, child -> !child.endsWith(NAME))) {
            for (Path child : children) {
                DirectoryTrees.delete(child);
            }
            DirectoryTrees.delete(directory);
        }
    }

    @Override
    public void close() throws IOException {
        OURS.remove(directory);
        channel.close();
    }
}
