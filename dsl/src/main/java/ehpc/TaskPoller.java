package ehpc;

import ehpc.api.ApiException;
import ehpc.api.Json;
import ehpc.api.RecordFields;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Waits for the tasks of a change at growing intervals. Makes read-only calls. */
final class TaskPoller {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final double GROWTH = 1.5;

    private final EhpcClient ehpc;
    private final Change change;
    private final Duration limit;
    private final int tasks;
    private String state = "was not listed yet";

    TaskPoller(EhpcClient ehpc, Change change, Duration limit) {
        this.ehpc = ehpc;
        this.change = change;
        this.limit = limit;
        this.tasks = change.getTaskIds().size();
    }

    void await() {
        RunListener listener = new UnfailingListener(ehpc.listener());
        PollClock.Stopwatch since = ehpc.clock().start();
        Duration pause = FIRST_PAUSE;
        try {
            while (!isOver(listener)) {
                if (since.isPast(limit)) {
                    throw new ChangeException(change, true, "goes on after " + words(limit) + ": " + state + look());
                }
                ehpc.clock().pause().of(pause);
                Duration longer = Duration.ofMillis((long) (pause.toMillis() * GROWTH));
                pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        } finally {
            listener.waited(change);
        }
    }

    private boolean isOver(RunListener listener) {
        List<RecordFields> listed;
        try {
            listed = change.tasks();
        } catch (ApiException e) {
            if (change.endsCluster() && e.httpStatus() == 404) {
                return true;
            }
            if (e.isStopped()) {
                throw interrupted();
            }
            if (e.safeToRetry()) {
                return false; // was repeated already; the next look may succeed
            }
            throw e;
        }
        List<RecordFields> failed = listed.stream()
                .filter(task -> task.text("Status").endsWith("Fail")
                        || task.text("Status").equals("Failed"))
                .toList();
        if (!failed.isEmpty()) {
            throw new ChangeException(change, false, "failed: " + reasons(failed));
        }
        long done = listed.stream()
                .filter(task -> task.text("Status").equals("Success"))
                .count();
        if (!listed.isEmpty()) {
            state = listed.stream()
                    .map(task -> "step " + task.number("CurrentStep", 0) + " of " + task.number("TotalSteps", 0))
                    .collect(Collectors.joining(", "));
        }
        listener.waiting(change, state);
        return done == tasks;
    }

    private static String reasons(List<RecordFields> failed) {
        return failed.stream()
                .map(task -> reason(task) + " (task " + task.text("TaskId") + ")")
                .collect(Collectors.joining("; "));
    }

    /** Returns the errors of a task, which are a JSON array of sentences. */
    private static String reason(RecordFields task) {
        String errors = task.text("Errors");
        List<?> sentences = Json.structure(errors)
                .filter(List.class::isInstance)
                .map(List.class::cast)
                .orElse(List.of());
        if (sentences.isEmpty()) {
            return errors.isEmpty() || errors.equals("[]") ? "status " + task.text("Status") : errors;
        }
        return sentences.stream().map(String::valueOf).collect(Collectors.joining("; "));
    }

    private ChangeException interrupted() {
        return new ChangeException(change, true, "goes on; the wait was interrupted" + look());
    }

    private String look() {
        String id = change.getTaskIds().get(0);
        return "; ListTasks shows task " + id + ", in a script api.listTasks(taskId: '" + id + "')";
    }

    private static String words(Duration time) {
        return time.toString().substring(2).toLowerCase(java.util.Locale.ROOT).replaceAll("(?<=[hm])(?=\\d)", " ");
    }
}
