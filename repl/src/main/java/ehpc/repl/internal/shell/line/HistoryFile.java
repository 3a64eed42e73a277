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
import java.util.regex.Pattern;

/**
 * What was typed in shells, oldest first, in a file that only its owner may read: an entry a line, its own line ends written as
 * {@code \n}. Several shells may use it at the same time. A file that cannot be used is no error: then nothing is kept.
 */
class HistoryFile {

    /** A file longer than this loses its oldest entries when a shell starts. */
    private static final int MOST = 10_000;

    private static final int MOST_BYTES = 16 << 20;
    private static final Path PROCESS = Path.of("/proc/self");
    private static final String OWNER_FILE = "rw-------";
    private static final String OWNER_DIRECTORY = "rwx------";
    /** The word, or what is given by the name of a thing that is one. */
    private static final Pattern SECRET = Pattern.compile("(?i)secret"
            + "|(?:password|passwd|passphrase|token)(?:['\"]?\\s*\\]?\\s*[:=]|['\"]\\s*,)"
            + "|--?[a-z-]*(?:password|passwd|passphrase|token)\\s+\\S");
    /** So long another shell may take to add an entry; whoever keeps the lock longer is none. */
    private static final int LOCK_MILLIS = 1_000;

    private static final int LOOK_MILLIS = 20;
    /** A file's lock keeps out other processes; shells of this one wait here. */
    private static final Object HERE = new Object();

    private final Optional<Path> file;
    private final int most;

    HistoryFile(Optional<Path> file, int most) {
        this.file = file;
        this.most = most;
    }

    /** Returns the file in the user's directory for state; none where there is no such place. */
    static HistoryFile in(Optional<Path> directory) {
        return new HistoryFile(directory.map(d -> d.resolve("history")), MOST);
    }

    /** Returns whether an entry may be kept: not one with a secret or a password, nor one that begins with a blank. */
    static boolean mayKeep(String entry) {
        return !entry.isBlank()
                && !Character.isWhitespace(entry.charAt(0))
                && !SECRET.matcher(entry).find();
    }

    /** Returns the entries; the oldest ones leave the file where it has become too long. */
    List<String> load() {
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            return List.of();
        }
        synchronized (HERE) {
            return load(file.get());
        }
    }

    /** Reads without a lock, which whoever has the file open for writing may keep for long. */
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
            // It stays long until a shell may write to it.
        }
    }

    /** Adds an entry at the end. */
    void add(String entry) {
        if (file.isEmpty()) {
            return;
        }
        synchronized (HERE) {
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
            // A history that cannot be kept is no reason to disturb somebody at work.
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

    /** Opens what may be written to: a device, say, is not for keeping things, and waits to be read by somebody else. */
    private static FileChannel open(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException("no regular file: " + path);
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
                throw new IOException("somebody keeps the lock");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        }
    }

    /** Returns a shell that was killed, or a full disk, may have left half a line. */
    private static boolean endsInLine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.size() == 0 || channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n';
    }

    private static List<String> lines(FileChannel channel) throws IOException {
        long from = Math.max(0, channel.size() - MOST_BYTES);
        ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until all is there
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
