package ehpc.repl.internal.files;

import ehpc.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that only their owner can read. */
public final class PrivateFile {

    private PrivateFile() {}

    /** Writes a file atomically; an existing one is replaced. */
    public static void write(Path file, String text) throws IOException {
        Path target = file.toAbsolutePath();
        Path draft = Files.createTempFile(target.getParent(), ".ehpc", ".tmp", OwnerOnly.file());
        try {
            Files.writeString(draft, text);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Writes a text to a new temporary file. */
    public static Path temporary(String text, String ending) throws IOException {
        Path file = Files.createTempFile("ehpc", ending, OwnerOnly.file());
        Files.writeString(file, text);
        return file;
    }
}
