package ehpc.local.internal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The temporary worlds of services that were killed before they could remove them. */
final class AbandonedWorlds {

    /** A service takes its world's lock at once; a younger directory may be that of one that is just starting. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private AbandonedWorlds() {}

    /** Removes those beside a world, as long as this process lives. */
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
            // The directory for temporary files cannot be read. It is no reason not to start, and the next start looks
            // again.
        }
    }

    private static void removeAbandoned(Path other, Path world) {
        try {
            if (isOurs(other, world) && isOld(other)) {
                Optional<WorldLock> lock = WorldLock.take(other);
                if (lock.isPresent()) {
                    lock.get().deleteAll();
                }
            }
        } catch (IOException e) {
            // Some of it cannot be deleted, or another service was faster: the next start looks again.
        }
    }

    /** In a directory for everybody's files, only those of the same user. */
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
