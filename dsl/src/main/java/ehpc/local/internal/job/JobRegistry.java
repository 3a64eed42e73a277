package ehpc.local.internal.job;

import ehpc.local.SchedulerMode;
import ehpc.local.internal.exec.DirectoryTrees;
import ehpc.local.internal.exec.NodeMachines;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The jobs of all clusters of a service. Thread-safe; each change is on disk when its method returns. */
public final class JobRegistry implements AutoCloseable {

    private final Path directory;
    private final World world;
    private final NodeMachines machines;
    private final JobSchedulers schedulers;
    private final HomeFiles homes;
    private final KeptRecords templates;
    private final KeptRecords settings;
    private final Map<String, ClusterJobs> clusters = new ConcurrentHashMap<>();
    private final Map<String, ClusterJobs> serverless = new ConcurrentHashMap<>();

    /** Reads the jobs in the directory. Those that were running when a service stopped count as ended, and queued ones go on. */
    public JobRegistry(Path directory, World world, NodeMachines machines, SchedulerMode scheduler) {
        this.directory = directory;
        this.world = world;
        this.machines = machines;
        this.schedulers = new JobSchedulers(scheduler, world, machines, directory);
        this.homes = new HomeFiles(world, machines);
        this.templates = new KeptRecords(directory.resolve("templates.json"));
        this.settings = new KeptRecords(directory.resolve("schedulers.json"));
        world.clusters().forEach(cluster -> {
            of(cluster).resume();
            serverless(cluster).resume();
        });
    }

    /** Returns the scheduler of jobs, in one line. */
    public String describe() {
        return schedulers.describe();
    }

    /** Returns the files of the users of clusters. */
    public HomeFiles homes() {
        return homes;
    }

    /** Returns the job templates of the account, by their ids. */
    public KeptRecords templates() {
        return templates;
    }

    /** Returns the settings of schedulers that have changed, by cluster id. */
    public KeptRecords settings() {
        return settings;
    }

    /** Submits a job, whose paths are relative to the home of its user; refuses paths that cannot be used. */
    public Job submit(Cluster cluster, JobRequest request) {
        String host = world.managed(cluster).nodes("Manager").get(0).hostName();
        return of(cluster)
                .submit(
                        request,
                        number -> Job.submitted(
                                number, host, request.withPaths(homes.resolve(cluster, request, number)), world.now()));
    }

    /** Returns the jobs that are not deleted, in the order of their submission. */
    public List<Job> list(Cluster cluster) {
        return of(cluster).list();
    }

    /** Ends tasks of a job. */
    public void cancel(Cluster cluster, Job job, List<JobTask> tasks) {
        of(cluster).cancel(job, tasks);
    }

    /** Runs tasks of a job again. */
    public void rerun(Cluster cluster, Job job, List<JobTask> tasks) {
        of(cluster).rerun(job, tasks);
    }

    /** Ends a job, and leaves it out of lists from now on. */
    public void delete(Cluster cluster, Job job) {
        of(cluster).delete(job);
    }

    /** Submits a serverless job. */
    public Job submitServerless(Cluster cluster, JobRequest request) {
        return serverless(cluster).submit(request, number -> Job.submitted(number, "", request, world.now()));
    }

    /** Returns the serverless jobs of a cluster, in the order of their submission. */
    public List<Job> listServerless(Cluster cluster) {
        return serverless(cluster).list();
    }

    /** Ends tasks of a serverless job. */
    public void cancelServerless(Cluster cluster, Job job, List<JobTask> tasks) {
        serverless(cluster).cancel(job, tasks);
    }

    /** Ends the jobs of a cluster whose managers are deleted or installed anew, and forgets them. */
    public void forget(String clusterId) {
        Optional.ofNullable(clusters.remove(clusterId)).ifPresent(ClusterJobs::close);
        Optional.ofNullable(serverless.remove(clusterId)).ifPresent(ClusterJobs::close);
        settings.change(content -> content.without(List.of(clusterId)));
        try {
            DirectoryTrees.delete(directory.resolve(clusterId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all running tasks. */
    @Override
    public void close() {
        clusters.values().forEach(ClusterJobs::close);
        serverless.values().forEach(ClusterJobs::close);
    }

    private ClusterJobs serverless(Cluster cluster) {
        return serverless.computeIfAbsent(
                cluster.id(),
                id -> new ClusterJobs(
                        directory.resolve(id).resolve("serverless"),
                        (first, listener) -> new BuiltInQueue(
                                id,
                                world,
                                machines,
                                (job, task) -> serverless(cluster).allows(job, task),
                                listener),
                        world.now()));
    }

    private ClusterJobs of(Cluster cluster) {
        return clusters.computeIfAbsent(
                cluster.id(),
                id -> new ClusterJobs(
                        directory.resolve(id),
                        (first, listener) -> schedulers.start(id, first, listener),
                        world.now()));
    }
}
