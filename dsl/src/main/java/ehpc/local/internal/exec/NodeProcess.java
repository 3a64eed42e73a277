package ehpc.local.internal.exec;

import java.time.Duration;

/**
 * A running process of a node.
 *
 * @param machineId its process id on this machine
 * @param id its process id on the node, as it sees it itself
 * @param program the name of its program
 * @param user the time of the processor in the program so far
 * @param system the time of the processor in the kernel so far
 * @param age the time since its start
 * @param residentKibibytes the memory that it occupies
 */
public record NodeProcess(
        String nodeId,
        long machineId,
        long id,
        String program,
        Duration user,
        Duration system,
        Duration age,
        long residentKibibytes) {}
