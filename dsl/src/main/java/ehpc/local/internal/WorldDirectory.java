package ehpc.local.internal;

import ehpc.local.LocalServiceException;
import ehpc.local.internal.exec.Trees;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The directory of one running world: kept, or temporary and removed at the end. */
public final class WorldDirectory implements AutoCloseable {

    private final Path path;
    private final boolean temporary;
    private final FileChannel lock;

    private WorldDirectory(Path path, boolean temporary, FileChannel lock) {
        this.path = path;
        this.temporary = temporary;
        this.lock = lock;
    }

    public static WorldDirectory open(Optional<Path> kept) {
        Path path = kept.map(Path::toAbsolutePath).orElse(null);
        try {
            path = path == null
                    ? Files.createTempDirectory("ehpc-local-")
                    : Files.createDirectories(
                            path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new WorldDirectory(path, kept.isEmpty(), locked(path));
        } catch (IOException e) {
            throw new LocalServiceException(
                    "cannot use data directory " + (path == null ? System.getProperty("java.io.tmpdir") : path)
                            + ": it must be a directory that can be written to (" + e + ")",
                    e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
        if (temporary) {
            Trees.delete(path);
        }
    }

    private static FileChannel locked(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // This JVM has it: the same answer as when another one has.
        }
        channel.close();
        throw new LocalServiceException(
                "cannot use data directory " + path
                        + ": it must belong to one local service at a time, another one is using it",
                null);
    }
}
