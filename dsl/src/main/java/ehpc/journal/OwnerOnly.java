package ehpc.journal;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Permissions of files and directories that only their owner may read. */
final class OwnerOnly {

    private OwnerOnly() {}

    static FileAttribute<?>[] file() {
        return attributes("rw-------");
    }

    static FileAttribute<?>[] directory() {
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
