package ehpc.file;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Permissions for new files and directories that only their owner may read. There are none where the file system has no POSIX permissions. */
public final class OwnerOnly {

    private OwnerOnly() {}

    /** Returns the permissions of a file, {@code rw-------}. */
    public static FileAttribute<?>[] file() {
        return attributes("rw-------");
    }

    /** Returns the permissions of a directory, {@code rwx------}. */
    public static FileAttribute<?>[] directory() {
        return attributes("rwx------");
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
