package ehpc.local.internal.job;

import java.util.Map;

/**
 * The request of a job. Immutable.
 *
 * @param command the command line, or the script with its arguments
 * @param afterwards the command that follows it; may be empty
 * @param paths the directory and files, as nodes see them
 * @param seconds the maximum run time; 0 for none
 * @param array null for a job that is no array
 * @param container null if the job is not serverless
 */
public record JobRequest(
        String name,
        String user,
        String command,
        String afterwards,
        JobPaths paths,
        String queue,
        int priority,
        boolean rerunnable,
        IndexRange array,
        Map<String, String> variables,
        Demand demand,
        long seconds,
        Retry retry,
        Container container) {

    JobRequest withPaths(JobPaths changed) {
        return new JobRequest(
                name,
                user,
                command,
                afterwards,
                changed,
                queue,
                priority,
                rerunnable,
                array,
                variables,
                demand,
                seconds,
                retry,
                container);
    }
}
