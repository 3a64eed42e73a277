package ehpc.local.internal.world;

import ehpc.local.LocalServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;

/** Keeps a state in one JSON file, which is replaced atomically. */
final class StateFile {

    private final Path file;

    StateFile(Path file) {
        this.file = file;
    }

    State read(Blueprint blueprint) {
        if (!Files.exists(file)) {
            return State.blank();
        }
        try {
            byte[] json = Files.readAllBytes(file);
            int format = StateFormat.format(json);
            if (format > StateFormat.PRESENT) {
                throw new LocalServiceException(
                        file + " has format " + format + " of a later version; this version reads up to format "
                                + StateFormat.PRESENT,
                        null);
            }
            return StateFormat.read(json, blueprint);
        } catch (IOException | JacksonException e) {
            throw new LocalServiceException(file + " is damaged; remove its directory to start with an empty one", e);
        }
    }

    void write(State state) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, StateFormat.write(state));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
