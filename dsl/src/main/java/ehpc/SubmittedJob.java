package ehpc;

import com.fasterxml.jackson.annotation.JsonIgnore;
import ehpc.api.InputException;
import ehpc.api.Response;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A job that the scheduler of a cluster accepted. Immutable and thread-safe. */
@WordsOf(
        value = WordPlace.SUBMITTED_JOB,
        form = "job.%s",
        given = "def job = jobs.submit 'hostname', name: 'hello.job', user: 'ada.byron'",
        example = "println job.%s")
public final class SubmittedJob {

    private static final String WORD = "jobs.submit";

    private final Cluster cluster;
    private final Response answer;

    SubmittedJob(Cluster cluster, Response answer) {
        this.cluster = cluster;
        this.answer = answer;
    }

    /** Returns its id, such as 1.manager0. */
    @WordFacts("Its id, such as 1.manager0.")
    public String getId() {
        return answer.fields().text("JobId");
    }

    /**
     * Returns the job as it is listed now (ListJobsWithFilters).
     *
     * @throws InputException if it is not listed, or was deleted
     */
    @WordFacts(
            value = "The job as it is listed now, such as job.info.state.",
            operation = "ListJobsWithFilters",
            example = {"job.await(5.minutes)", "println job.info.state"})
    @JsonIgnore
    public Job getInfo() {
        return cluster.jobs()
                .find(getId())
                .orElseThrow(() -> new InputException("no job '" + getId() + "' in cluster '" + cluster + "'"));
    }

    /** Waits until the job has ended, for {@link Change#USUAL} at most; otherwise like {@link #await(Duration)}. */
    @WordFacts(name = "await")
    public SubmittedJob await() {
        return await(Change.USUAL);
    }

    /**
     * Waits until the job has ended, well or not, at growing intervals (ListJobsWithFilters). Returns at once if the submission is planned and not sent.
     *
     * @param limit the longest time to wait
     * @return this job
     * @throws ChangeException if it has not ended within the limit, or the thread was interrupted, whose flag stays set; the job itself goes on
     * @throws ehpc.api.ApiException if the jobs cannot be read
     */
    @WordFacts(
            form = "job.await(), job.await(DURATION)",
            value = "Waits until the job has ended, well or not: for 30 minutes, or for that time.",
            takes = "a duration, or nothing (job.await(20.minutes))",
            operation = "ListJobsWithFilters",
            example = "job.await(5.minutes)")
    public SubmittedJob await(Duration limit) {
        Change change = new Change(cluster.ehpc(), cluster.id(), WORD, List.of(answer));
        Waiting waiting = new Waiting(cluster.ehpc(), change, limit);
        if (answer.isPresent()) {
            waiting.until(look());
        }
        return this;
    }

    private Waiting.Look look() {
        Jobs jobs = cluster.jobs();
        return new Waiting.Look() {
            @Override
            public Optional<String> state() {
                Optional<Job> job = jobs.unfinished(getId()).or(() -> jobs.find(getId()));
                return job.filter(Job::isFinished).isPresent()
                        ? Optional.empty()
                        : Optional.of(job.map(Job::state).orElse("is not listed"));
            }

            @Override
            public String hint() {
                return "; ListJobs shows job " + getId() + ", in a script jobs.find { it.id == '" + getId() + "' }";
            }
        };
    }

    /** Returns the output of the job until now, as text ({@link Jobs#log(String)}). */
    @WordFacts(
            value = "The output of the job until now.",
            operation = "GetJobLog",
            example = {"job.await(5.minutes)", "println job.log"})
    @JsonIgnore
    public String getLog() {
        return cluster.jobs().log(getId());
    }

    /** Returns the id; a text that says so if the submission is planned and not sent. */
    @Override
    public String toString() {
        return answer.isPresent() ? getId() : "a planned job of cluster " + cluster;
    }
}
