package ehpc.dsl;

import ehpc.Job;
import ehpc.SubmittedJob;
import ehpc.command.Raw;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import groovy.lang.GString;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The jobs of a cluster (ListJobsWithFilters), the newest first, and what can be done with them. The service is asked when the list is first used as one; a list
 * kept before a change has the jobs from before it.
 */
@WordsOf(value = WordPlace.JOBS, form = "jobs.%s")
public interface JobsDsl extends List<Job> {

    /**
     * Submits a job (SubmitJob). Returns when the scheduler has accepted it, unless await is given.
     *
     * @param settings user, password (a secret), queue, stdout, stderr, the other parameters of SubmitJob, and await: the longest time to wait for its end, or
     *     false, the default
     * @param command a command line, or the path of a script, as a text of the script
     */
    @WordFacts(
            form = "jobs.submit 'COMMAND', user: 'NAME', name: 'NAME', queue: 'QUEUE', ...",
            value = "Submits a job, and does not wait for its end, unless await is given; its value is the job.",
            takes =
                    "a command and settings (jobs.submit './solve.sh', user: 'dave.liu', name: 'solve.1', queue: 'workq')",
            operation = "SubmitJob",
            arguments = {
                "COMMAND=CommandLine",
                "user=RunasUser",
                "password=RunasUserPassword",
                "queue=JobQueue",
                "stdout=StdoutRedirectPath",
                "stderr=StderrRedirectPath",
                "*",
                "await"
            },
            insteadOf = {"sbatch", "qsub"},
            example = {
                "users.add 'henry.liu', group: 'users', password: secret('DAVE')",
                "def job = jobs.submit 'echo hi', name: 'hello.job', user: 'henry.liu', await: 5.minutes",
                "println job.log"
            })
    SubmittedJob submit(Map<String, ?> settings, String command);

    /** Submits a job with <code>${...}</code> in its command: each value becomes one quoted word of the shell. */
    SubmittedJob submit(Map<String, ?> settings, GString template);

    /** Submits a job with a command that its author vouches for: {@code raw(text)}. */
    SubmittedJob submit(Map<String, ?> settings, Raw command);

    /** Submits a job whose user is missing; refused. */
    default SubmittedJob submit(String command) {
        return submit(Map.of(), command);
    }

    /** Stops jobs that wait or run (StopJobs). */
    @WordFacts(
            form = "jobs.stop 'ID', 'ID', ...",
            value = "Stops jobs that wait or run.",
            takes = "ids of jobs (jobs.stop '1.manager0')",
            operation = "StopJobs",
            arguments = "IDS...=Jobs.Id",
            insteadOf = {"scancel", "qdel"},
            example = {"def job = jobs.submit 'sleep 60', name: 'sleeper', user: 'ada.byron'", "jobs.stop job.id"})
    void stop(String... ids);

    /** Stops jobs by a list of their ids (StopJobs). */
    default void stop(Collection<String> ids) {
        stop(array(ids));
    }

    /** Runs jobs that wait or run again from their beginning (RerunJobs). */
    @WordFacts(
            form = "jobs.rerun 'ID', 'ID', ...",
            value = "Runs jobs that wait or run again; they must have been submitted with reRunable: true.",
            takes = "ids of jobs (jobs.rerun '1.manager0')",
            operation = "RerunJobs",
            arguments = "IDS...=Jobs.Id",
            example = {
                "def job = jobs.submit 'sleep 60', name: 'sleeper', user: 'ada.byron', reRunable: true",
                "jobs.rerun job.id",
                "jobs.stop job.id"
            })
    void rerun(String... ids);

    /** Runs jobs again by a list of their ids (RerunJobs). */
    default void rerun(Collection<String> ids) {
        rerun(array(ids));
    }

    /** The word {@code rerun} as a bare statement: the compiler writes it like {@code rerun} of a result. */
    @WordFacts(name = "rerun")
    default void rerunAndPrint(String... ids) {
        rerun(ids);
    }

    /** The word {@code rerun} as a bare statement, with a list. */
    @WordFacts(name = "rerun")
    default void rerunAndPrint(Collection<String> ids) {
        rerun(ids);
    }

    /** The word {@code rerun} of a statement whose value is never read: the compiler writes it like {@code rerun} of a result. */
    @WordFacts(name = "rerun")
    default void rerunOrFail(String... ids) {
        rerun(ids);
    }

    /** The word {@code rerun} of a statement whose value is never read, with a list. */
    @WordFacts(name = "rerun")
    default void rerunOrFail(Collection<String> ids) {
        rerun(ids);
    }

    /** Deletes jobs; those that run are stopped (DeleteJobs). */
    @WordFacts(
            form = "jobs.delete 'ID', 'ID', ...",
            value = "Deletes jobs; those that run are stopped.",
            takes = "ids of jobs (jobs.delete '1.manager0')",
            operation = "DeleteJobs",
            arguments = "IDS...=Jobs.Id",
            example = {"def job = jobs.submit 'sleep 60', name: 'sleeper', user: 'ada.byron'", "jobs.delete job.id"})
    void delete(String... ids);

    /** Deletes jobs by a list of their ids (DeleteJobs). */
    default void delete(Collection<String> ids) {
        delete(array(ids));
    }

    /**
     * Returns the output of a job until now, as text (GetJobLog).
     *
     * @param options node: the node of a running task of an array job
     * @param id a job, or a task of an array job, such as {@code 10[3].manager0}
     */
    @WordFacts(
            form = "jobs.log 'ID', jobs.log 'ID', node: 'NAME'",
            value = "The output of a job until now; a running task of an array job needs its node.",
            takes = "the id of a job (jobs.log '1.manager0')",
            operation = "GetJobLog",
            arguments = {"ID=JobId", "node=ExecHost"},
            example = {
                "def job = jobs.submit 'echo hi', name: 'hello.job', user: 'ada.byron', await: 5.minutes",
                "println jobs.log(job.id)"
            })
    String log(Map<String, ?> options, String id);

    /** Returns the output of a job until now, as text (GetJobLog). */
    default String log(String id) {
        return log(Map.of(), id);
    }

    /**
     * Returns the error output of a job until now, as text (GetJobLog).
     *
     * @param options node: the node of a running task of an array job
     * @param id a job, or a task of an array job, such as {@code 10[3].manager0}
     */
    @WordFacts(
            form = "jobs.errorLog 'ID', jobs.errorLog 'ID', node: 'NAME'",
            value = "The error output of a job until now; a running task of an array job needs its node.",
            takes = "the id of a job (jobs.errorLog '1.manager0')",
            operation = "GetJobLog",
            arguments = {"ID=JobId", "node=ExecHost"},
            example = {
                "def job = jobs.submit 'echo no >&2', name: 'hello.job', user: 'ada.byron', await: 5.minutes",
                "println jobs.errorLog(job.id)"
            })
    String errorLog(Map<String, ?> options, String id);

    /** Returns the error output of a job until now, as text (GetJobLog). */
    default String errorLog(String id) {
        return errorLog(Map.of(), id);
    }

    /** Returns the ids as an array; null stays an element, which is refused by its place. */
    private static String[] array(Collection<String> ids) {
        return ids == null ? new String[] {null} : ids.toArray(String[]::new);
    }
}
