package ehpc.journal;

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
 * The right to write a run's journal. The operating system releases it when the process ends.
 *
 * <p>A process loses a lock when any of its channels on the file closes. The runs of this process are therefore listed here, and their lock
 * files are not opened a second time.
 */
final class RunLock implements AutoCloseable {

    private static final String NAME = "lock";
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private RunLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** Takes the lock of a run; empty if a writer has it. */
    static Optional<RunLock> take(Path run) throws IOException {
        Path directory = run.toRealPath();
        if (!OURS.add(directory)) {
            return Optional.empty();
        }
        Optional<RunLock> taken = Optional.empty();
        try {
            taken = locked(directory);
        } finally {
            if (taken.isEmpty()) {
                OURS.remove(directory);
            }
        }
        return taken;
    }

    /** Returns whether a writer has the lock of a run. */
    static boolean isTaken(Path run) throws IOException {
        if (!Files.exists(run.resolve(NAME))) {
            return false;
        }
        try {
            Optional<RunLock> free = take(run);
            free.ifPresent(RunLock::close);
            return free.isEmpty();
        } catch (FileSystemException e) {
            return false; // a read-only place, where no process writes
        }
    }

    private static Optional<RunLock> locked(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(
                directory.resolve(NAME),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                OwnerOnly.file());
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new RunLock(directory, channel));
            }
        } catch (OverlappingFileLockException e) {
            // Another class loader of this process has it: the same answer as for another process.
        }
        channel.close();
        return Optional.empty();
    }

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
