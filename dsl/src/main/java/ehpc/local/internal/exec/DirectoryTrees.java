package ehpc.local.internal.exec;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Whole directories that commands had their hands in: no symbolic link in them is ever followed. */
public final class DirectoryTrees {

    private DirectoryTrees() {}

    /** Makes a directory and all below it a user's and group's own; without effect when the directory is that already. */
    static void give(Path directory, int user) throws IOException {
        if (!Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                .equals(user)) {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    return own(file, user);
                }

                @Override
                public FileVisitResult postVisitDirectory(Path path, IOException failure) throws IOException {
                    return own(path, user);
                }
            });
        }
    }

    /**
     * Deletes a file or a directory with all below it, also where a command took away the rights to its directories; without effect when
     * there is none.
     *
     * @throws IOException if something could not be deleted
     */
    public static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            try (var children = Files.newDirectoryStream(path)) {
                for (Path child : children) {
                    delete(child);
                }
            }
        }
        Files.deleteIfExists(path);
    }

    private static FileVisitResult own(Path path, int user) throws IOException {
        Files.setAttribute(path, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
        return FileVisitResult.CONTINUE;
    }
}
