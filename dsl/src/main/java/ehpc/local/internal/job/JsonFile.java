package ehpc.local.internal.job;

import ehpc.local.LocalServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A value in a JSON file, which is replaced atomically. */
final class JsonFile {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonFile() {}

    static <T> Optional<T> read(Path file, Class<T> type) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(Files.readAllBytes(file), type));
        } catch (IOException | JacksonException e) {
            throw new LocalServiceException(file + " is damaged; remove it to start without it", e);
        }
    }

    static void write(Path file, Object value) {
        replace(file, MAPPER.writeValueAsBytes(value));
    }

    static void replace(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, content);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
