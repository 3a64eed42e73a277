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
 * The sign that a running service has a world's directory. The operating system takes it away with the process.
 *
 * <p>It is the whole process that holds a lock, and it loses it when any of its channels on the file closes. So the worlds of this process
 * are known here, and their files are not opened a second time.
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

    /** Takes a directory's lock; none when a running service has it. */
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
            // Another class loader of this process has it: the same answer as when another process has.
        }
        channel.close();
        return Optional.empty();
    }

    /** Deletes the directory and lets go of it; the lock's file goes last, so that a deletion that is cut short can be taken up again. */
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
