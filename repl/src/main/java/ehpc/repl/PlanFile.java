package ehpc.repl;

import ehpc.plan.Plan;
import ehpc.repl.internal.failure.UsageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/** The file of a plan: accessible to its owner only, written atomically, and never replacing a file that is not a plan. */
final class PlanFile {

    private static final Pattern PLAN = Pattern.compile("\\s*\\{\\s*\"format\"\\s*:\\s*\"ehpc-plan\"");

    private final String name;
    private final Path path;

    private PlanFile(String name, Path path) {
        this.name = name;
        this.path = path;
    }

    /** Returns the file with this name, for writing. */
    static PlanFile target(String name) {
        PlanFile file = new PlanFile(name, path("-o", name));
        if (Files.isDirectory(file.path)) {
            throw new UsageException("-o must name a file, '" + name + "' is a directory");
        }
        if (!Files.isDirectory(file.real().toAbsolutePath().getParent())) {
            throw new UsageException("-o must name a file in an existing directory, is '" + name + "'");
        }
        if (Files.exists(file.path) && !file.holdsPlan()) {
            throw new UsageException("-o must name a new file or a plan, '" + name + "' is another file");
        }
        return file;
    }

    private boolean holdsPlan() {
        try {
            return Files.isRegularFile(path)
                    && (Files.size(path) == 0
                            || PLAN.matcher(Files.readString(path)).lookingAt());
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the target of a link. */
    private Path real() {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path; // it does not exist yet
        }
    }

    /** Writes the plan to the disk. */
    void write(Plan plan) {
        Path target = real().toAbsolutePath();
        try {
            // Temporary files are created with owner-only access.
            Path draft = Files.createTempFile(target.getParent(), ".ehpc-plan", ".json");
            try {
                put(plan.json() + "\n", draft);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (AccessDeniedException e) {
            throw new UsageException("plan '" + name + "' cannot be written: permission denied");
        } catch (IOException e) {
            throw new UsageException("plan '" + name + "' cannot be written: " + e.getMessage());
        }
    }

    private static void put(String text, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Reads the plan with this name. */
    static Plan read(String name) {
        try {
            return Plan.read(name, Files.readString(path("--plan", name)));
        } catch (NoSuchFileException e) {
            throw new UsageException("plan '" + name + "' not found");
        } catch (AccessDeniedException e) {
            throw new UsageException("plan '" + name + "' cannot be read: permission denied");
        } catch (CharacterCodingException e) {
            throw new UsageException("'" + name + "' must be a plan saved by 'ehpc plan -o', is not UTF-8 text");
        } catch (IOException e) {
            throw new UsageException("plan '" + name + "' cannot be read: " + e.getMessage());
        }
    }

    private static Path path(String option, String name) {
        try {
            if (!name.isBlank()) {
                return Path.of(name);
            }
        } catch (InvalidPathException e) {
            throw new UsageException(option + " must be the name of a file, is '" + name + "'");
        }
        throw new UsageException(option + " must be the name of a file, is empty");
    }
}
