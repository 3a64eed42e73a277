package ehpc.local.internal.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A job, or a task of an array, in the list of {@code squeue --json}.
 *
 * @param job the number of the job; of the array, for a task
 * @param index the index in the array; {@link JobTask#SINGLE} for a job that is none, and for the tasks of an array that Slurm has not told
 *     apart yet
 * @param group whether it stands for several tasks
 * @param state the state by Slurm's name
 * @param status the exit status as of {@code wait}
 * @param restarts the number of the runs before this one
 */
record SlurmRecord(
        long job,
        int index,
        boolean group,
        String state,
        int status,
        List<String> hosts,
        Instant started,
        Instant ended,
        int restarts) {

    static List<SlurmRecord> all(JsonNode list) {
        List<SlurmRecord> records = new ArrayList<>();
        for (JsonNode job : list.path("jobs").values()) {
            long array = job.path("array_job_id").asLong(0);
            boolean task = array != 0 && job.path("array_task_id").isNumber();
            records.add(new SlurmRecord(
                    array == 0 ? job.path("job_id").asLong() : array,
                    task ? job.path("array_task_id").asInt() : JobTask.SINGLE,
                    array != 0 && !task,
                    job.path("job_state").asString(""),
                    job.path("exit_code").asInt(0),
                    unfolded(job.path("nodes").asString("")),
                    time(job.path("start_time")),
                    time(job.path("end_time")),
                    job.path("restart_cnt").asInt(0)));
        }
        return records;
    }

    boolean waits() {
        return List.of("PENDING", "CONFIGURING", "REQUEUED", "REQUEUE_HOLD", "SPECIAL_EXIT")
                .contains(state);
    }

    boolean runs() {
        return List.of("RUNNING", "COMPLETING", "SUSPENDED", "STAGE_OUT", "SIGNALING", "STOPPED", "RESIZING")
                .contains(state);
    }

    /** Returns the task in this state; the same if nothing has changed. */
    JobTask of(JobTask before) {
        if (waits()) {
            boolean again = before.state() != TaskState.QUEUED && restarts >= before.runs();
            return again ? before.queuedAgain() : before;
        }
        if (before.state() != TaskState.RUNNING && restarts < before.runs()) {
            // Of an earlier run, or known already.
            return before;
        }
        JobTask running = new JobTask(before.index(), TaskState.RUNNING, null, -1, hosts, started, null, restarts + 1);
        if (runs()) {
            return running;
        }
        JobTask end = hosts.isEmpty() && state.equals("CANCELLED") ? before : running;
        return end.ended(end(), code(), ended);
    }

    private TaskEnd end() {
        return switch (state) {
            case "COMPLETED" -> TaskEnd.COMPLETED;
            case "CANCELLED", "PREEMPTED" -> TaskEnd.CANCELLED;
            case "TIMEOUT", "DEADLINE" -> TaskEnd.TIMED_OUT;
            case "NODE_FAIL", "BOOT_FAIL" -> TaskEnd.NODE_FAILED;
            default -> TaskEnd.FAILED;
        };
    }

    private int code() {
        if (!state.equals("COMPLETED") && !state.equals("FAILED") && !state.equals("OUT_OF_MEMORY")) {
            return -1;
        }
        int signal = status & 0x7f;
        return signal == 0 ? status >> 8 & 0xff : 128 + signal;
    }

    private static Instant time(JsonNode seconds) {
        return seconds.asLong(0) == 0 ? null : Instant.ofEpochSecond(seconds.asLong());
    }

    /** Returns the names of a list such as {@code compute[000-002,007],login0}. */
    static List<String> unfolded(String list) {
        List<String> names = new ArrayList<>();
        for (String part : list.split(",(?![^\\[]*\\])")) {
            int open = part.indexOf('[');
            if (open < 0) {
                if (!part.isEmpty()) {
                    names.add(part);
                }
            } else {
                String prefix = part.substring(0, open);
                String suffix = part.substring(part.indexOf(']') + 1);
                for (String range : part.substring(open + 1, part.indexOf(']')).split(",")) {
                    String[] ends = range.split("-");
                    String form = "%0" + ends[0].length() + "d";
                    int last = Integer.parseInt(ends[ends.length - 1]);
                    for (int number = Integer.parseInt(ends[0]); number <= last; number++) {
                        names.add(prefix + String.format(Locale.ROOT, form, number) + suffix);
                    }
                }
            }
        }
        return names;
    }
}
