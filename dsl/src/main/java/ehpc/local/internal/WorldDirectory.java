package ehpc.local.internal;

import ehpc.file.DirectoryLock;
import ehpc.file.OwnerOnly;
import ehpc.local.LocalServiceException;
import ehpc.local.internal.exec.DirectoryTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The directory of a running service: kept, or temporary and deleted at the end. */
public final class WorldDirectory implements AutoCloseable {

    static final String PREFIX = "ehpc-local-";

    private final Path path;
    private final boolean temporary;
    private final DirectoryLock lock;

    private WorldDirectory(Path path, boolean temporary, DirectoryLock lock) {
        this.path = path;
        this.temporary = temporary;
        this.lock = lock;
    }

    public static WorldDirectory open(Optional<Path> kept) {
        Path path = kept.map(Path::toAbsolutePath).orElse(null);
        try {
            path = path == null
                    ? Files.createTempDirectory(PREFIX)
                    : Files.createDirectories(path, OwnerOnly.directory());
            WorldDirectory opened = new WorldDirectory(path, kept.isEmpty(), locked(path));
            if (kept.isEmpty()) {
                AbandonedWorlds.removeBeside(path);
            }
            return opened;
        } catch (IOException e) {
            throw new LocalServiceException(
                    "data directory " + (path == null ? System.getProperty("java.io.tmpdir") : path)
                            + " is not a writable directory (" + e + ")",
                    e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            lock.deleteDirectory(DirectoryTrees::delete);
        } else {
            lock.close();
        }
    }

    private static DirectoryLock locked(Path path) throws IOException {
        return DirectoryLock.take(path)
                .orElseThrow(() -> new LocalServiceException(
                        "data directory " + path + " is in use by another local service", null));
    }
}
