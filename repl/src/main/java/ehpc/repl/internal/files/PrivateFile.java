package ehpc.repl.internal.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner can read. */
public final class PrivateFile {

    private PrivateFile() {}

    /** Writes a file atomically; an existing one is replaced. */
    public static void write(Path file, String text) throws IOException {
        Path target = file.toAbsolutePath();
        Path draft = Files.createTempFile(target.getParent(), ".ehpc", ".tmp", owner());
        try {
            Files.writeString(draft, text);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Writes a text to a new temporary file. */
    public static Path temporary(String text, String ending) throws IOException {
        Path file = Files.createTempFile("ehpc", ending, owner());
        Files.writeString(file, text);
        return file;
    }

    private static FileAttribute<?>[] owner() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
