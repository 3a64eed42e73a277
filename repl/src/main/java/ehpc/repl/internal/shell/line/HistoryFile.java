package ehpc.repl.internal.shell.line;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The history of all shells, oldest entry first, in a file that only its owner can read: one entry per line, with line ends as {@code \n}.
 * Several shells may use it at the same time. If the file cannot be used, nothing is kept, without an error.
 */
class HistoryFile {

    /** The maximum number of entries; the start of a shell removes older ones. */
    private static final int MOST = 10_000;

    private static final int MOST_BYTES = 16 << 20;
    private static final Path PROCESS = Path.of("/proc/self");
    private static final String OWNER_FILE = "rw-------";
    private static final String OWNER_DIRECTORY = "rwx------";

    /** The word secret, or an assignment to a name such as password. */
    private static final Pattern SECRET = Pattern.compile("(?i)secret"
            + "|(?:password|passwd|passphrase|token)(?:['\"]?\\s*\\]?\\s*[:=]|['\"]\\s*,)"
            + "|--?[a-z-]*(?:password|passwd|passphrase|token)\\s+\\S");

    /** The maximum time that another shell keeps the lock to add an entry. */
    private static final int LOCK_MILLIS = 1_000;

    private static final int POLL_MILLIS = 20;

    /** A file lock excludes other processes; this monitor excludes other shells of this process. */
    private static final Object PROCESS_LOCK = new Object();

    private final Optional<Path> file;
    private final int most;
    private final Predicate<String> holdsSecret;

    HistoryFile(Optional<Path> file, int most) {
        this(file, most, entry -> false);
    }

    private HistoryFile(Optional<Path> file, int most, Predicate<String> holdsSecret) {
        this.file = file;
        this.most = most;
        this.holdsSecret = holdsSecret;
    }

    /**
     * Returns the history in the user's directory for state; without a directory, nothing is kept.
     *
     * @param holdsSecret returns whether a text contains the value of a known secret
     */
    static HistoryFile in(Optional<Path> directory, Predicate<String> holdsSecret) {
        return new HistoryFile(directory.map(d -> d.resolve("history")), MOST, holdsSecret);
    }

    /** Returns whether an entry is kept: it may be kept, and contains no known secret. */
    boolean keeps(String entry) {
        return mayKeep(entry) && !holdsSecret.test(entry);
    }

    /** Returns whether an entry may be kept: it contains no secret or password, and does not begin with a blank. */
    static boolean mayKeep(String entry) {
        return !entry.isBlank()
                && !Character.isWhitespace(entry.charAt(0))
                && !SECRET.matcher(entry).find();
    }

    /** Returns the entries; removes the oldest ones if the file is too long. */
    List<String> load() {
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            return List.of();
        }
        synchronized (PROCESS_LOCK) {
            return load(file.get());
        }
    }

    /** Reads without a lock, which another process may keep for a long time. */
    private List<String> load(Path path) {
        try {
            List<String> lines = read(path);
            if (lines.size() > most || Files.size(path) > MOST_BYTES) {
                lines = lines.subList(Math.max(0, lines.size() - most), lines.size());
                shorten(path);
            }
            return lines.stream().map(HistoryFile::decoded).toList();
        } catch (IOException | UnsupportedOperationException e) {
            return List.of();
        }
    }

    private static List<String> read(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return lines(channel);
        }
    }

    private void shorten(Path path) {
        try (FileChannel channel = open(path);
                FileLock lock = lock(channel)) {
            assert lock.isValid();
            List<String> lines = lines(channel);
            channel.truncate(0);
            write(channel, String.join("\n", lines.subList(Math.max(0, lines.size() - most), lines.size())) + "\n");
        } catch (IOException | UnsupportedOperationException e) {
            // A shell with write access will shorten it.
        }
    }

    /** Adds an entry at the end. */
    void add(String entry) {
        if (file.isEmpty()) {
            return;
        }
        synchronized (PROCESS_LOCK) {
            add(file.get(), entry);
        }
    }

    private static void add(Path path, String entry) {
        try {
            makeDirectory(path.getParent());
            try (FileChannel channel = open(path);
                    FileLock lock = lock(channel)) {
                assert lock.isValid();
                channel.position(channel.size());
                write(channel, (endsInLine(channel) ? "" : "\n") + encoded(entry) + "\n");
            }
        } catch (IOException | UnsupportedOperationException e) {
            // The entry is not kept; that must not disturb the user.
        }
    }

    private static void makeDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory.getParent());
            Files.createDirectory(directory, owner(OWNER_DIRECTORY));
        }
    }

    private static FileAttribute<?> owner(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    /** Opens a regular file for writing; a pipe, for example, would block. */
    private static FileChannel open(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException("not a regular file: " + path);
        }
        FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE),
                owner(OWNER_FILE));
        Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(OWNER_FILE);
        if (!Files.getPosixFilePermissions(path).equals(wanted) && isOwn(path)) {
            Files.setPosixFilePermissions(path, wanted);
        }
        return channel;
    }

    private static boolean isOwn(Path path) throws IOException {
        UserPrincipal me = Files.exists(PROCESS)
                ? Files.getOwner(PROCESS)
                : path.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name"));
        return Files.isRegularFile(path) && Files.getOwner(path).equals(me);
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOCK_MILLIS);
        while (true) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() > end) {
                throw new IOException("locked by another process");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
        }
    }

    /** Returns whether the file ends with a complete line; a killed shell or a full disk may leave an incomplete one. */
    private static boolean endsInLine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.size() == 0 || channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n';
    }

    private static List<String> lines(FileChannel channel) throws IOException {
        long from = Math.max(0, channel.size() - MOST_BYTES);
        ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // reads until the end of the file
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String encoded(String entry) {
        return entry.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
    }

    private static String decoded(String line) {
        StringBuilder entry = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\' || i + 1 == line.length()) {
                entry.append(c);
            } else {
                char next = line.charAt(++i);
                entry.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            }
        }
        return entry.toString();
    }
}
