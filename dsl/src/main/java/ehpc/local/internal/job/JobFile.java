package ehpc.local.internal.job;

import ehpc.local.LocalServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of jobs: each has the job, then one line for each change of a task. An incomplete last line, after a crash, is dropped. Not
 * thread-safe.
 */
final class JobFile {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String END = ".jsonl";

    private JobFile() {}

    static boolean is(Path file) {
        return file.toString().endsWith(END);
    }

    /** Writes a job with its present tasks, atomically. */
    static void write(Path directory, Job job) {
        byte[] json = MAPPER.writeValueAsBytes(job);
        json = Arrays.copyOf(json, json.length + 1);
        json[json.length - 1] = '\n';
        JsonFile.replace(of(directory, job.number()), json);
    }

    /** Adds a change of a task. */
    static void append(Path directory, long number, JobTask changed) {
        byte[] line = (MAPPER.writeValueAsString(changed) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(of(directory, number), line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Job read(Path file) {
        try {
            String text = Files.readString(file);
            List<String> lines = text.lines().toList();
            int complete = text.endsWith("\n") ? lines.size() : lines.size() - 1;
            Job job = MAPPER.readValue(lines.get(0), Job.class);
            for (String line : lines.subList(1, Math.max(1, complete))) {
                job = job.with(MAPPER.readValue(line, JobTask.class));
            }
            return job;
        } catch (IOException | JacksonException | IndexOutOfBoundsException e) {
            throw new LocalServiceException(file + " is damaged; remove it to discard the job", e);
        }
    }

    private static Path of(Path directory, long number) {
        return directory.resolve(String.format(Locale.ROOT, "%08d%s", number, END));
    }
}
