package ehpc.local.internal.job;

/**
 * The directory of a job and its output files, absolute as nodes see them; before they are resolved, relative to the home of the user.
 *
 * @param output the file of standard output; of an array, before the index is added
 * @param errors the file of standard error, likewise
 */
public record JobPaths(String directory, String output, String errors) {

    /** The paths of a request that names none: everything is in the home of the user. */
    public static final JobPaths HOME = new JobPaths(".", "", "");

    /** Returns the file of a task's standard output. */
    public String outputOf(JobTask task) {
        return of(output, task);
    }

    /** Returns the file of a task's standard error. */
    public String errorsOf(JobTask task) {
        return of(errors, task);
    }

    private static String of(String path, JobTask task) {
        return task.index() == JobTask.SINGLE ? path : path + "." + task.index();
    }
}
