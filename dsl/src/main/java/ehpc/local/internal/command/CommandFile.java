package ehpc.local.internal.command;

import ehpc.local.LocalServiceException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The file of a command: its parameters, then one line per result. An incomplete last line, after a crash, is dropped. Thread-safe. */
final class CommandFile {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The position of a result's line. */
    record Place(long offset, int length) {}

    private final Path path;
    private long size;

    private CommandFile(Path path, long size) {
        this.path = path;
        this.size = size;
    }

    static CommandFile create(Path path, CommandFacts facts) {
        CommandFile file = new CommandFile(path, 0);
        file.append(facts);
        return file;
    }

    /** Reads an existing file: the parameters, then each result with its position. */
    static CommandFile open(Path path, Consumer<CommandFacts> first, BiConsumer<Result, Place> each) {
        CommandFile file = new CommandFile(path, 0);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            first.accept(MAPPER.readValue(file.next(in), CommandFacts.class));
            for (byte[] line = file.next(in); line.length > 0; line = file.next(in)) {
                each.accept(MAPPER.readValue(line, Result.class), new Place(file.size - line.length, line.length));
            }
            file.cut();
            return file;
        } catch (IOException | JacksonException e) {
            throw new LocalServiceException(path + " is damaged; remove it to discard the command", e);
        }
    }

    synchronized Place append(Object line) {
        byte[] json = MAPPER.writeValueAsBytes(line);
        byte[] bytes = Arrays.copyOf(json, json.length + 1);
        bytes[json.length] = '\n';
        try (FileChannel out = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer, size + buffer.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Place place = new Place(size, bytes.length);
        size += bytes.length;
        return place;
    }

    Result read(Place place) {
        ByteBuffer buffer = ByteBuffer.allocate(place.length());
        try (FileChannel in = FileChannel.open(path, StandardOpenOption.READ)) {
            while (buffer.hasRemaining() && in.read(buffer, place.offset() + buffer.position()) >= 0) {
                continue;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MAPPER.readValue(buffer.array(), Result.class);
    }

    private void cut() throws IOException {
        try (FileChannel out = FileChannel.open(path, StandardOpenOption.WRITE)) {
            out.truncate(size);
        }
    }

    /** Returns the next line with its line end; empty if the rest is not a complete line. */
    private byte[] next(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                size += line.size();
                return line.toByteArray();
            }
        }
        return new byte[0];
    }
}
