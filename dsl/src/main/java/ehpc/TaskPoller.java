package ehpc;

import ehpc.api.ApiException;
import ehpc.api.Json;
import ehpc.api.RecordFields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at the tasks of a change. Makes read-only calls. */
final class TaskPoller implements Waiting.Look {

    private final Change change;
    private final int tasks;
    private String state = "was not listed yet";

    TaskPoller(Change change) {
        this.change = change;
        this.tasks = change.getTaskIds().size();
    }

    @Override
    public Optional<String> state() {
        List<RecordFields> listed;
        try {
            listed = change.tasks();
        } catch (ApiException e) {
            if (change.endsCluster() && e.httpStatus() == 404) {
                return Optional.empty();
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
        return done == tasks ? Optional.empty() : Optional.of(state);
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

    @Override
    public String hint() {
        String id = change.getTaskIds().get(0);
        return "; ListTasks shows task " + id + ", in a script api.listTasks(taskId: '" + id + "')";
    }
}
