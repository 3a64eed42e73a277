package ehpc.journal;

import ehpc.api.Json;
import ehpc.file.OwnerOnly;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * A file of JSON lines, each with its checksum (CRC-32C of the text before it) as the last field. Confined to the holder of the run's lock,
 * except for {@link #read}.
 */
final class JournalFile implements AutoCloseable {

    private static final String SUM = ",\"crc\":\"";
    private static final int TAIL = SUM.length() + 8 + "\"}".length();

    /** Not a FileChannel: an interrupt of the thread, which ends a run, would close that in the middle of its journal. */
    private final RandomAccessFile file;

    private final long lines;

    private JournalFile(RandomAccessFile file, long lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Returns the number of lines when the file was opened. */
    long lines() {
        return lines;
    }

    /** Opens a file for appending, and creates it if it is missing. A last line that was cut off is removed. */
    static JournalFile open(Path path) throws IOException {
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.createFile(path, OwnerOnly.file());
        }
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            byte[] bytes = Files.readAllBytes(path);
            int complete = complete(bytes);
            if (complete < bytes.length) {
                file.setLength(complete);
            }
            file.seek(complete);
            return new JournalFile(
                    file,
                    IntStream.range(0, complete).filter(i -> bytes[i] == '\n').count());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Appends a line. If it cannot be written as a whole, the file ends with the line before.
     *
     * @param force whether to wait until the line, and all lines before it, are on the disk
     */
    void append(Map<String, Object> line, boolean force) throws IOException {
        long before = file.getFilePointer();
        try {
            file.write(text(line).getBytes(StandardCharsets.UTF_8));
            if (force) {
                file.getFD().sync();
            }
        } catch (IOException e) {
            removeAfter(before, e);
            throw e;
        }
    }

    private void removeAfter(long length, IOException failure) {
        try {
            file.setLength(length);
        } catch (IOException e) {
            failure.addSuppressed(e); // a reader leaves an incomplete last line out
        }
    }

    static String text(Map<String, Object> line) {
        String json = Json.text(line);
        return json.substring(0, json.length() - 1) + SUM + sum(json) + "\"}\n";
    }

    private static String sum(String json) {
        CRC32C sum = new CRC32C();
        sum.update(json.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /**
     * Passes the lines of a file to a consumer, one after the other: the lines of a long run do not fit into memory. A last line that was cut off
     * is left out.
     *
     * @throws JournalException if another line is damaged
     */
    static void read(Path file, Consumer<Map<String, Object>> lines) throws IOException {
        // A character that was cut off is replaced, and found by the checksum.
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            boolean ended = endsInLine(file);
            int number = 0;
            String text = reader.readLine();
            while (text != null) {
                String next = reader.readLine();
                Optional<Map<String, Object>> line = next == null && !ended ? Optional.empty() : line(text);
                number++;
                if (line.isEmpty() && next != null) {
                    throw new JournalException(file + ":" + number + ": line is damaged");
                }
                line.ifPresent(lines);
                text = next;
            }
        }
    }

    private static boolean endsInLine(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n';
        }
    }

    /** Returns the length up to the last line feed whose line is intact; a damaged line before the last one counts as present. */
    private static int complete(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        int begin = end - 1;
        while (begin > 0 && bytes[begin - 1] != '\n') {
            begin--;
        }
        boolean intact = end == 0
                || line(new String(bytes, begin, end - 1 - begin, StandardCharsets.UTF_8))
                        .isPresent();
        return intact ? end : begin;
    }

    private static Optional<Map<String, Object>> line(String text) {
        int at = text.length() - TAIL;
        if (at < 1 || !text.startsWith(SUM, at)) {
            return Optional.empty();
        }
        String json = text.substring(0, at) + "}";
        if (!text.substring(at + SUM.length(), at + SUM.length() + 8).equals(sum(json))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.object(json.getBytes(StandardCharsets.UTF_8)));
        } catch (Json.Malformed e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
