package ehpc.local.internal.world;

import java.time.Instant;

/** An upgrade of the E-HPC client on the nodes of a cluster. */
public record ClientUpgrade(String oldVersion, String newVersion, Instant time) {}
