package ehpc.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write to a directory, which one holder at a time has: a lock of its file {@code lock}. The operating system releases it when the
 * process ends. Thread-safe.
 *
 * <p>A file lock belongs to the process, which loses it when any of its channels on the file is closed. Therefore the directories of this
 * process are recorded here, and their lock files are not opened twice.
 */
public final class DirectoryLock implements AutoCloseable {

    private static final String NAME = "lock";
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Takes the lock of a directory; empty if it is held.
     *
     * @throws IOException if the directory does not exist or is not writable
     */
    public static Optional<DirectoryLock> take(Path directory) throws IOException {
        Path real = directory.toRealPath();
        if (!OURS.add(real)) {
            return Optional.empty();
        }
        Optional<DirectoryLock> taken = Optional.empty();
        try {
            taken = locked(real);
        } finally {
            if (taken.isEmpty()) {
                OURS.remove(real);
            }
        }
        return taken;
    }

    /**
     * Returns whether the lock of a directory is held. It is not in a read-only place, where no process writes.
     *
     * @throws IOException if this cannot be found out
     */
    public static boolean isTaken(Path directory) throws IOException {
        if (!Files.exists(directory.resolve(NAME))) {
            return false;
        }
        try {
            Optional<DirectoryLock> free = take(directory);
            free.ifPresent(DirectoryLock::close);
            return free.isEmpty();
        } catch (FileSystemException e) {
            return false;
        }
    }

    private static Optional<DirectoryLock> locked(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(
                directory.resolve(NAME),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                OwnerOnly.file());
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new DirectoryLock(directory, channel));
            }
        } catch (OverlappingFileLockException e) {
            // Another class loader of this process has it: the same answer as for another process.
        }
        channel.close();
        return Optional.empty();
    }

    /** Deletes a file, or a directory with its contents. */
    @FunctionalInterface
    public interface Deletion {

        /**
         * Deletes it.
         *
         * @throws IOException if it cannot be deleted
         */
        void delete(Path path) throws IOException;
    }

    /**
     * Deletes the directory and releases the lock. The lock file is deleted last, so that an interrupted deletion can be completed later.
     *
     * @param deletion deletes each entry of the directory, and then the directory
     * @throws IOException if something cannot be deleted; the lock is released nevertheless
     */
    public void deleteDirectory(Deletion deletion) throws IOException {
        try (this;
                var entries = Files.newDirectoryStream(directory, entry -> !entry.endsWith(NAME))) {
            for (Path entry : entries) {
                deletion.delete(entry);
            }
            deletion.delete(directory.resolve(NAME));
            deletion.delete(directory);
        }
    }

    /** Releases the lock. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock is released with the process at the latest.
        } finally {
            OURS.remove(directory);
        }
    }
}
