package ehpc.local.internal.job;

import ehpc.local.internal.exec.Machine;
import ehpc.local.internal.exec.NodeBoxes;
import ehpc.local.internal.exec.NodePlaces;
import ehpc.local.internal.exec.ShellText;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A box in which Slurm's daemons and commands run. Its first process carries out one command after the other, and when it ends, the kernel
 * ends all others. Thread-safe.
 */
final class SlurmBox implements AutoCloseable {

    /** The programs of Slurm, and one that gives the network of the box a second address, without which Slurm resolves no name. */
    static final List<String> PROGRAMS =
            List.of("slurmctld", "slurmd", "sbatch", "squeue", "sinfo", "scancel", "scontrol", "perl");

    private static final String CONFIGURATION = "/run/slurm.conf";
    private static final long MOST_TO_END_SECONDS = 10;

    /** The directory of the jobs' scripts in nodes. */
    static final String SCRIPTS = "/run/jobs";

    /** The result of a command. */
    record Result(int code, String output, String errors) {}

    private final NodeBoxes boxes;
    private final Path directory;
    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;
    private long calls;

    private SlurmBox(NodeBoxes boxes, Path directory, Process process) {
        this.boxes = boxes;
        this.directory = directory;
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Opens a box.
     *
     * @param directory its directory, which is replaced
     * @param user the user id of everything in it
     * @param configuration the text of slurm.conf
     */
    static SlurmBox open(NodeBoxes boxes, Path directory, int user, String configuration) throws IOException {
        boxes.delete(directory);
        for (String part : List.of("etc", "calls", "jobs", "state", "nodes")) {
            Files.createDirectories(directory.resolve(part));
        }
        Files.writeString(directory.resolve("etc/slurm.conf"), configuration);
        Files.writeString(
                directory.resolve("etc/passwd"),
                "root:x:0:0:root:/root:/bin/sh\nehpc:x:" + user + ":" + user + "::/home:/bin/sh\n");
        Files.writeString(directory.resolve("etc/group"), "root:x:0:\nehpc:x:" + user + ":\n");
        Files.writeString(directory.resolve("jobs/job.sh"), JobScript.SLURM_JOB);
        boxes.create(directory, user);
        var argv = new ArrayList<>(
                boxes.box(directory, user, Map.of("etc/passwd", "/etc/passwd", "etc/group", "/etc/group")));
        argv.addAll(List.of("/bin/sh", "-c", JobScript.SLURM_BOX, "slurm-box", NodeBoxes.BOX));
        var builder = new ProcessBuilder(argv).directory(new File("/")).redirectError(log(directory));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("SLURM_CONF", NodeBoxes.BOX + "/etc/slurm.conf");
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("HOME", "/");
        var box = new SlurmBox(boxes, directory, builder.start());
        try {
            box.required("true");
            return box;
        } catch (IOException e) {
            box.close();
            throw e;
        }
    }

    private static File log(Path directory) {
        return directory.resolve("log").toFile();
    }

    /** Starts a daemon in a node; {@code state} is its directory of the box, by its place. */
    void daemon(Machine machine, Map<String, String> state, String... command) throws IOException {
        NodePlaces places = boxes.places(machine);
        for (String path : state.values()) {
            required("mkdir", "-p", path);
        }
        List<String> argv = boxes.node(
                machine.hostName(),
                places,
                state,
                Map.of(
                        "/etc/passwd",
                        NodeBoxes.BOX + "/etc/passwd",
                        "/etc/group",
                        NodeBoxes.BOX + "/etc/group",
                        CONFIGURATION,
                        NodeBoxes.BOX + "/etc/slurm.conf",
                        SCRIPTS,
                        NodeBoxes.BOX + "/jobs"));
        var words = new ArrayList<>(List.of("env", "SLURM_CONF=" + CONFIGURATION));
        words.addAll(argv);
        words.addAll(List.of(command));
        String log = NodeBoxes.BOX + "/nodes/" + machine.hostName() + ".log";
        Result result = send(ShellText.quoted(words) + " > " + log + " 2>&1 &");
        if (result.code() != 0) {
            throw new IOException(result.errors());
        }
    }

    /** Writes the script of a job, which its nodes see in {@link #SCRIPTS}. */
    void script(long job, String text) throws IOException {
        Files.writeString(directory.resolve("jobs/" + job + ".sh"), text);
    }

    /** Runs a command and waits for its end, at most 20 seconds. */
    Result call(String... words) throws IOException {
        var command = new ArrayList<>(List.of("timeout", "20"));
        command.addAll(List.of(words));
        return send(ShellText.quoted(command));
    }

    /** Runs a command that must succeed; returns its output. */
    String required(String... words) throws IOException {
        Result result = call(words);
        if (result.code() != 0) {
            throw new IOException(words[0] + " failed with exit code " + result.code() + ": "
                    + result.errors().strip());
        }
        return result.output();
    }

    private synchronized Result send(String command) throws IOException {
        String id = "" + ++calls;
        requests.write(id + " " + command + "\n");
        requests.flush();
        String answer = answers.readLine();
        if (answer == null || !answer.startsWith(id + " ")) {
            throw new IOException("the box of Slurm has ended" + said());
        }
        Path out = directory.resolve("calls/out");
        Path err = directory.resolve("calls/err");
        return new Result(Integer.parseInt(answer.substring(id.length() + 1)), text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private String said() throws IOException {
        String log = text(log(directory).toPath()).strip();
        return log.isEmpty() ? "" : ": " + log.lines().findFirst().orElseThrow();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends everything in the box, and deletes its directory. */
    @Override
    public void close() throws IOException {
        try {
            requests.close();
        } catch (IOException e) {
            // The pipe is closed: the first process has ended.
        }
        try {
            if (!process.waitFor(MOST_TO_END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        boxes.delete(directory);
    }
}
