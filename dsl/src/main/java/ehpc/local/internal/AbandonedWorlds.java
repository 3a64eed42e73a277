package ehpc.local.internal;

import ehpc.file.DirectoryLock;
import ehpc.local.internal.exec.DirectoryTrees;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Removes the temporary directories of services that were killed. */
final class AbandonedWorlds {

    /** A service locks its directory at once, so a younger directory may belong to a service that is starting. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private AbandonedWorlds() {}

    /** Removes abandoned directories beside a world, in the background. */
    static void removeBeside(Path world) {
        Thread thread = new Thread(() -> remove(world), "ehpc-local-cleaner");
        thread.setDaemon(true);
        thread.start();
    }

    private static void remove(Path world) {
        try (var worlds = Files.newDirectoryStream(world.getParent(), WorldDirectory.PREFIX + "*")) {
            for (Path other : worlds) {
                removeAbandoned(other, world);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // The directory for temporary files is not readable; the next start tries again.
        }
    }

    private static void removeAbandoned(Path other, Path world) {
        try {
            if (isOurs(other, world) && isOld(other)) {
                Optional<DirectoryLock> lock = DirectoryLock.take(other);
                if (lock.isPresent()) {
                    lock.get().deleteDirectory(DirectoryTrees::delete);
                }
            }
        } catch (IOException e) {
            // It cannot be deleted, or another service was faster; the next start tries again.
        }
    }

    /** In a shared directory, only those of the same user. */
    private static boolean isOurs(Path other, Path world) throws IOException {
        return Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(world));
    }

    private static boolean isOld(Path other) throws IOException {
        Instant changed =
                Files.getLastModifiedTime(other, LinkOption.NOFOLLOW_LINKS).toInstant();
        return changed.plus(YOUNG).isBefore(Instant.now());
    }
}
