package ehpc.script.internal.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps a directory of classes small. The time of a file is that of its last use, to the day. Other processes may remove files at the same
 * time, because every file can be created again.
 */
final class ClassPruning {

    static final int MOST = 1_000;
    static final Duration OLDEST = Duration.ofDays(30);

    private static final Duration DAY = Duration.ofDays(1);

    /** The beginning of the names of unfinished files of {@link ClassStore}. */
    private static final String DRAFT = "new";

    /** The beginning of the names of one in sixteen files: adding such a file starts the pruning. */
    private static final String TURN = "0";

    private final Path directory;

    ClassPruning(Path directory) {
        this.directory = directory;
    }

    /** Records that a file was read. */
    void used(Path file) throws IOException {
        Instant now = Instant.now();
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(DAY))) {
            try {
                Files.setLastModifiedTime(file, FileTime.from(now));
            } catch (IOException e) {
                return; // the directory is read-only
            }
        }
    }

    /** Records that a file was written. */
    void added(Path file) throws IOException {
        if (file.getFileName().toString().startsWith(TURN)) {
            prune(Instant.now());
        }
    }

    void prune(Instant now) throws IOException {
        Map<Path, Instant> times = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                times.put(file, time(file));
            }
        }
        List<Path> newest = new ArrayList<>(times.keySet());
        newest.sort(Comparator.comparing(times::get, Comparator.reverseOrder()));
        for (int i = 0; i < newest.size(); i++) {
            Path file = newest.get(i);
            Duration oldest = file.getFileName().toString().startsWith(DRAFT) ? DAY : OLDEST;
            if (i >= MOST || times.get(file).isBefore(now.minus(oldest))) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Returns the time of a file; a removed file counts as old. */
    private static Instant time(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }
}
