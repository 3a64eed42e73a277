package ehpc.journal;

import ehpc.file.DirectoryLock;
import ehpc.file.OwnerOnly;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The journals of all runs of a user, one directory each. Thread-safe; several processes may use it at once. */
public final class Journals {

    static final String FILE = "journal.jsonl";
    static final int VERSION = 1;

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int RANDOM = 0x10000;

    private final Path directory;

    private Journals(Path directory) {
        this.directory = directory;
    }

    /**
     * Returns the journals in a directory, which is created with the first of them.
     *
     * @param directory such as {@code ~/.local/state/ehpc/runs}
     */
    public static Journals in(Path directory) {
        return new Journals(directory);
    }

    /**
     * Creates the journal of a new run.
     *
     * @throws JournalException if it cannot be written; the run must not start then
     */
    public Journal begin(JournalHeader header) {
        Instant now = Instant.now();
        try {
            Files.createDirectories(directory, OwnerOnly.directory());
            Path run = created(now);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("kind", "run");
            line.put("version", VERSION);
            line.put("id", run.getFileName().toString());
            line.put("time", now.toString());
            line.put("script", header.script());
            line.put("file", header.file());
            line.put("text", header.text());
            line.put("args", header.args());
            line.put("region", header.region());
            line.put("endpoint", header.endpoint());
            line.put("marked", header.marked());
            line.put("process", ProcessHandle.current().pid());
            return opened(run, header.marked(), List::of, line);
        } catch (IOException e) {
            throw new JournalException("no journal can be written to " + directory + ": " + reason(e), e);
        }
    }

    /**
     * Returns the journal of a new run, which is begun before the first change.
     *
     * @param header the facts known before
     */
    public JournalOnDemand onDemand(JournalHeader header) {
        return new JournalOnDemand(() -> begin(header));
    }

    private Path created(Instant now) throws IOException {
        while (true) {
            String id = ID.format(now)
                    + String.format(
                            Locale.ROOT, "%04x", ThreadLocalRandom.current().nextInt(RANDOM));
            try {
                return Files.createDirectory(directory.resolve(id), OwnerOnly.directory());
            } catch (FileAlreadyExistsException e) {
                // Another run began in the same second with the same number: draw again.
            }
        }
    }

    /** The steps of a run that is held by this process. */
    @FunctionalInterface
    interface Recorded {

        List<JournaledStep> steps() throws IOException;
    }

    /**
     * Opens a journal for writing, and writes its next line.
     *
     * @param recorded returns the steps that are not performed again, once no other process can change the run
     */
    static Journal opened(Path run, boolean marked, Recorded recorded, Map<String, Object> line) throws IOException {
        DirectoryLock lock = DirectoryLock.take(run)
                .orElseThrow(
                        () -> new JournalException("run " + run.getFileName() + " is still active in another process"));
        try {
            List<JournaledStep> steps = recorded.steps();
            JournalFile file = JournalFile.open(run.resolve(FILE));
            try {
                file.append(line, true);
                return new Journal(run, lock, file, marked, steps);
            } catch (IOException e) {
                file.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Returns all runs, the newest first. A directory without a readable journal is left out. */
    public List<JournaledRun> runs() {
        return runs(reason -> {});
    }

    /**
     * Returns all runs, the newest first. A directory without a readable journal is left out.
     *
     * @param unreadable receives the reason for each run whose journal cannot be read, one line each
     */
    public List<JournaledRun> runs(Consumer<String> unreadable) {
        return runs(id -> true, (path, reason) -> unreadable.accept(reason));
    }

    /**
     * Returns some runs, the newest first.
     *
     * @param wanted returns whether to read the journal of the run with an id
     * @param unreadable receives the directory and the reason for each run whose journal cannot be read
     */
    List<JournaledRun> runs(Predicate<String> wanted, BiConsumer<Path, String> unreadable) {
        List<JournaledRun> runs = new ArrayList<>();
        for (Path run : directories()) {
            if (!wanted.test(run.getFileName().toString())) {
                continue;
            }
            try {
                runs.add(JournalReader.read(run));
            } catch (JournalException e) {
                unreadable.accept(run, e.getMessage());
            } catch (IOException e) {
                unreadable.accept(run, "run " + run.getFileName() + " cannot be read: " + reason(e));
            }
        }
        runs.sort(Comparator.comparing(JournaledRun::began)
                .thenComparing(JournaledRun::id)
                .reversed());
        return runs;
    }

    /** Returns the ids of all runs, the newest first, without reading their journals. */
    public List<String> ids() {
        return directories().stream()
                .map(run -> run.getFileName().toString())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /**
     * Returns a run.
     *
     * @param id its id, or a beginning or end of it that no other run has
     * @throws JournalException if there is none or there are several, or its journal is damaged
     */
    public JournaledRun run(String id) {
        List<Path> found = directories().stream()
                .filter(run -> isMeant(run.getFileName().toString(), id))
                .toList();
        if (found.isEmpty()) {
            throw new JournalException("run '" + id + "' not found");
        }
        if (found.size() > 1) {
            List<String> ids = found.stream()
                    .map(run -> run.getFileName().toString())
                    .sorted()
                    .toList();
            throw new JournalException(
                    "'" + id + "' is the beginning or end of several runs: " + String.join(", ", ids));
        }
        try {
            return JournalReader.read(found.get(0));
        } catch (IOException e) {
            throw new JournalException("run '" + id + "' cannot be read: " + reason(e), e);
        }
    }

    private static boolean isMeant(String name, String id) {
        return !id.isEmpty() && (name.startsWith(id) || name.endsWith(id));
    }

    /**
     * Deletes the runs that began longer ago than an age and are over. Runs that are active, and runs with commands whose results were not
     * collected, are kept, and so are reruns of kept runs.
     *
     * @return the number of deleted runs
     */
    public int prune(Duration age) {
        Instant before = Instant.now().minus(age);
        List<JournaledRun> runs = runs();
        Set<String> kept = runs.stream()
                .filter(run ->
                        !run.began().isBefore(before) || run.state() == JournaledRun.State.ACTIVE || run.isUnsettled())
                .map(JournaledRun::id)
                .collect(Collectors.toCollection(HashSet::new));
        while (runs.stream().anyMatch(run -> isNeeded(run, kept) && kept.add(run.id()))) {
            // A rerun of a rerun is needed, too.
        }
        int deleted = 0;
        for (JournaledRun run : runs) {
            deleted += !kept.contains(run.id()) && delete(run.directory()) ? 1 : 0;
        }
        return deleted;
    }

    /** Returns whether a run ran a command of a kept run again, which must not happen twice. */
    private static boolean isNeeded(JournaledRun run, Set<String> kept) {
        return run.steps().stream()
                .map(JournaledStep::reruns)
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> kept.contains(name.substring(0, name.lastIndexOf('.'))));
    }

    private static boolean delete(Path run) {
        try {
            Optional<DirectoryLock> lock = DirectoryLock.take(run);
            if (lock.isEmpty()) {
                return false;
            }
            try (DirectoryLock held = lock.get()) {
                boolean settled = !JournalReader.read(run).isUnsettled(); // another process may have resumed it
                if (settled) {
                    held.deleteDirectory(Files::delete);
                }
                return settled;
            }
        } catch (IOException e) {
            throw new JournalException("run " + run.getFileName() + " cannot be deleted: " + reason(e), e);
        }
    }

    private List<Path> directories() {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(run -> Files.exists(run.resolve(FILE))).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new JournalException("the journals in " + directory + " cannot be read: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException missing) {
            return "no such directory: " + missing.getMessage();
        }
        if (e instanceof ClosedByInterruptException) {
            return "interrupted";
        }
        if (e instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }
}
