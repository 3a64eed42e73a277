package ehpc.local.internal.world;

/**
 * A queue of a cluster. Settings that are not set are empty.
 *
 * @param instanceType the instance type of new nodes
 * @param trafficMode {@code Standard} or {@code HighPerformance}
 * @param autoScalingGroup whether its nodes scale through an Auto Scaling group
 */
public record Queue(
        String name,
        String instanceType,
        String deploymentSetId,
        String trafficMode,
        String resourceGroupId,
        boolean autoScalingGroup) {

    static final Queue INITIAL = new Queue(Hardware.QUEUE, "", "", "Standard", "", false);
}
