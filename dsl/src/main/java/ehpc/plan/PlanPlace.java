package ehpc.plan;

import java.util.Optional;

/**
 * The service of a plan.
 *
 * @param endpoint the given endpoint; empty for that of the region
 * @param local whether it is a local service started for each run
 */
public record PlanPlace(Optional<String> endpoint, boolean local) {

    /** The region's own service. */
    public static final PlanPlace REGION = new PlanPlace(Optional.empty(), false);

    /** Returns the service in words. */
    @Override
    public String toString() {
        return local ? "a local service" : endpoint.orElse("the region's own endpoint");
    }
}
