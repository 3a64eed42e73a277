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
 * Keeps a directory of classes small. A file's time is that of its last use, to the day; one that another process removes at the same
 * time is no trouble, as all of it can be made again.
 */
final class ClassPruning {

    static final int MOST = 1_000;
    static final Duration OLDEST = Duration.ofDays(30);

    private static final Duration DAY = Duration.ofDays(1);

    /** What {@link ClassStore} writes before it gets its name. */
    private static final String DRAFT = "new";

    /** One file of sixteen has such a name: adding it is the time to look at all. */
    private static final String TURN = "0";

    private final Path directory;

    ClassPruning(Path directory) {
        this.directory = directory;
    }

    /** A file was read. */
    void used(Path file) throws IOException {
        Instant now = Instant.now();
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(DAY))) {
            try {
                Files.setLastModifiedTime(file, FileTime.from(now));
            } catch (IOException e) {
                return; // it is of a directory that may only be read
            }
        }
    }

    /** A file was written. */
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

    /** Returns the time of a file; one that is gone by now is old. */
    private static Instant time(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }
}
