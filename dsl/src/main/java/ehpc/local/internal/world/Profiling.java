package ehpc.local.internal.world;

import java.time.Instant;
import java.util.List;

/**
 * A profiling of a process.
 *
 * @param process the process id, as the process itself sees it
 * @param frequency the requested samples per second
 * @param seconds the requested duration
 * @param samples empty while it runs
 */
public record Profiling(
        String id,
        String nodeId,
        String hostName,
        long process,
        String program,
        int frequency,
        int seconds,
        Instant started,
        List<Sample> samples) {

    /**
     * The time of the processor that a process has used since its profiling began.
     *
     * @param at the time since the beginning, in milliseconds
     * @param user the time in the program, in milliseconds
     * @param system the time in the kernel, in milliseconds
     */
    public record Sample(long at, long user, long system) {}

    public Profiling {
        samples = samples == null ? List.of() : List.copyOf(samples);
    }

    /** Returns the same with these samples. */
    public Profiling with(List<Sample> taken) {
        return new Profiling(id, nodeId, hostName, process, program, frequency, seconds, started, taken);
    }
}
