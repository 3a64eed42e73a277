package ehpc.local.internal.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The container of a serverless job, whose command runs as a process on a node; its image is only shown.
 *
 * @param command the program and its arguments; not empty
 * @param arguments further arguments
 * @param cpu in cores
 * @param memory in GiB
 */
public record Container(
        String image,
        List<String> command,
        List<String> arguments,
        Map<String, String> environment,
        String directory,
        int gpu,
        double cpu,
        double memory,
        List<Dependency> dependencies) {

    /** The event of another job that a job waits for, by the names of requests. */
    public enum After {
        SUCCEEDED,
        FAILED,
        ANY,
        CORRESPONDING
    }

    /** Another job, and its event. */
    public record Dependency(long number, After after) {

        /** Returns whether a task may start; empty if it never will. */
        Optional<Boolean> allows(Job other, int index) {
            List<JobTask> awaited = after == After.CORRESPONDING && index != JobTask.SINGLE
                    ? other.tasks().stream()
                            .filter(task -> task.index() == index)
                            .toList()
                    : other.tasks();
            if (!awaited.stream().allMatch(JobTask::finished)) {
                return Optional.of(false);
            }
            boolean succeeded = awaited.stream().allMatch(task -> task.outcome() == TaskEnd.COMPLETED);
            boolean met = switch (after) {
                case ANY -> true;
                case FAILED -> !succeeded;
                case SUCCEEDED, CORRESPONDING -> succeeded;
            };
            return met ? Optional.of(true) : Optional.empty();
        }
    }
}
