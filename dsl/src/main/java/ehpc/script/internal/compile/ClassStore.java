package ehpc.script.internal.compile;

import ehpc.dsl.EhpcScript;
import ehpc.script.internal.diagnostics.Source;
import ehpc.text.Sha256;
import groovy.lang.GroovySystem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the classes of compiled scripts in a directory. Safe for use by several threads and processes. */
public final class ClassStore {

    private static final int FORMAT = 2;
    private static final int DIGEST_BYTES = 32;

    private final Path directory;
    private final ClassPruning pruning;

    public ClassStore(Path directory) {
        this.directory = directory;
        this.pruning = new ClassPruning(directory);
    }

    /** Returns the classes of a script; empty if they are missing or cannot be read. */
    Optional<Map<String, byte[]>> find(Source source) {
        try {
            Path file = file(source);
            byte[] whole = Files.readAllBytes(file);
            pruning.used(file);
            byte[] content = Arrays.copyOfRange(whole, DIGEST_BYTES, Math.max(DIGEST_BYTES, whole.length));
            boolean valid = Arrays.equals(Sha256.of(content), 0, DIGEST_BYTES, whole, 0, DIGEST_BYTES);
            return valid ? Optional.of(classes(content)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, byte[]> classes(byte[] content) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
        Map<String, byte[]> classes = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            classes.put(name, in.readNBytes(in.readInt()));
        }
        return classes;
    }

    /** Stores the classes of a script, if the directory is writable. */
    void keep(Source source, Map<String, byte[]> classes) {
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path temporary = Files.createTempFile(directory, "new", null);
            byte[] content = content(classes);
            try (OutputStream out = Files.newOutputStream(temporary)) {
                out.write(Sha256.of(content));
                out.write(content);
            }
            Path file = file(source);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            pruning.added(file);
        } catch (IOException | UnsupportedOperationException e) {
            // The next start compiles again.
            return;
        }
    }

    private static byte[] content(Map<String, byte[]> classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().length);
            out.write(entry.getValue());
        }
        return bytes.toByteArray();
    }

    /** Returns the file for a text, one for each build of the library. */
    private Path file(Source source) {
        String key = FORMAT + "\n" + GroovySystem.getVersion() + "\n" + build() + "\n" + source.text();
        return directory.resolve(Sha256.hex(key));
    }

    private static String build() {
        try {
            Path code = Path.of(EhpcScript.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code + " " + Files.getLastModifiedTime(code) + " " + Files.size(code);
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return String.valueOf(EhpcScript.class.getPackage().getImplementationVersion());
        }
    }
}
