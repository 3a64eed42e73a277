package ehpc.plan;

import java.util.Optional;

/**
 * Which service a plan speaks of.
 *
 * @param endpoint the address that was given for it; empty for the region's own
 * @param local whether it is one on this machine that is started for each run
 */
public record PlanPlace(Optional<String> endpoint, boolean local) {

    /** The region's own service. */
    public static final PlanPlace REGION = new PlanPlace(Optional.empty(), false);

    /** In words. */
    @Override
    public String toString() {
        return local ? "a local service" : endpoint.orElse("the region's own endpoint");
    }
}
