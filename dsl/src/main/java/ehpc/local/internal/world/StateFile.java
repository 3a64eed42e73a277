package ehpc.local.internal.world;

import ehpc.local.LocalServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a state in one JSON file, which is replaced atomically. */
final class StateFile {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    StateFile(Path file) {
        this.file = file;
    }

    State read() {
        if (!Files.exists(file)) {
            return State.blank();
        }
        try {
            return MAPPER.readValue(Files.readAllBytes(file), State.class);
        } catch (IOException | JacksonException e) {
            throw new LocalServiceException(file + " is damaged; remove its directory to start with an empty one", e);
        }
    }

    void write(State state) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, MAPPER.writeValueAsBytes(state));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
