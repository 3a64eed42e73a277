package ehpc.local.internal.job;

import ehpc.local.LocalServiceException;
import ehpc.local.SchedulerMode;
import ehpc.local.internal.exec.NodeBoxes;
import ehpc.local.internal.exec.NodeMachines;
import ehpc.local.internal.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Chooses the schedulers of the clusters. Thread-safe. */
final class JobSchedulers {

    private static final System.Logger LOG = System.getLogger("ehpc.local");

    private final SchedulerMode requested;
    private final World world;
    private final NodeMachines machines;
    private final Path directory;
    private volatile String obstacle;

    /** Refuses a requested scheduler that this machine lacks. */
    JobSchedulers(SchedulerMode requested, World world, NodeMachines machines, Path directory) {
        this.requested = requested;
        this.world = world;
        this.machines = machines;
        this.directory = directory;
        this.obstacle = requested == SchedulerMode.BUILT_IN ? "" : obstacle();
        if (requested == SchedulerMode.SLURM && obstacle != null) {
            throw new LocalServiceException("Slurm cannot run jobs here: " + obstacle, null);
        }
    }

    private String obstacle() {
        Optional<NodeBoxes> boxes = machines.boxes();
        if (boxes.isEmpty()) {
            return "it needs commands that bubblewrap isolates with user namespaces; they are " + machines.describe();
        }
        List<String> missing = SlurmBox.PROGRAMS.stream()
                .filter(program -> boxes.get().program(program).isEmpty())
                .toList();
        return missing.isEmpty()
                ? null
                : "program '" + missing.get(0) + "' not found; install Slurm (Debian's packages slurmctld and slurmd)";
    }

    /** Returns the scheduler that new jobs will have, or have, in one line. */
    String describe() {
        if (obstacle == null) {
            return "jobs by Slurm";
        }
        return "jobs by the built-in queue"
                + (obstacle.isEmpty() ? "" : ", because Slurm cannot run them: " + obstacle);
    }

    /** Starts the scheduler of a cluster; the built-in one if Slurm does not start and was not requested. */
    JobScheduler start(String clusterId, long firstJob, JobScheduler.Listener listener) {
        if (obstacle == null) {
            try {
                return SlurmScheduler.start(
                        clusterId,
                        world,
                        machines.boxes().orElseThrow(),
                        directory.resolve("slurm-" + clusterId),
                        firstJob,
                        listener);
            } catch (IOException e) {
                if (requested == SchedulerMode.SLURM) {
                    throw new IllegalStateException("Slurm did not start: " + e.getMessage(), e);
                }
                obstacle = e.getMessage();
                LOG.log(System.Logger.Level.WARNING, describe());
            }
        }
        return new BuiltInQueue(clusterId, world, machines, (job, task) -> Optional.of(true), listener);
    }
}
