package ehpc.dsl;

import ehpc.ClusterInfo;
import ehpc.ClusterSummary;
import ehpc.Image;
import ehpc.Job;
import ehpc.Queue;
import ehpc.Region;
import ehpc.SubmittedCommand;
import ehpc.User;
import ehpc.node.Node;

/**
 * Gives values the names of the service beside the words of the language, for properties that Groovy does not find ({@link ServiceFields}).
 * A Groovy extension module.
 */
public final class FieldNames {

    private FieldNames() {}

    /** Returns a field of ListNodes. */
    public static Object propertyMissing(Node self, String name) {
        return ServiceFields.property(Node.class, self, name);
    }

    /** Returns a field of ListQueues. */
    public static Object propertyMissing(Queue self, String name) {
        return ServiceFields.property(Queue.class, self, name);
    }

    /** Returns a field of ListUsers. */
    public static Object propertyMissing(User self, String name) {
        return ServiceFields.property(User.class, self, name);
    }

    /** Returns a field of ListJobsWithFilters. */
    public static Object propertyMissing(Job self, String name) {
        return ServiceFields.property(Job.class, self, name);
    }

    /** Returns a field of DescribeCluster. */
    public static Object propertyMissing(ClusterInfo self, String name) {
        return ServiceFields.property(ClusterInfo.class, self, name);
    }

    /** Returns a field of ListClusters. */
    public static Object propertyMissing(ClusterSummary self, String name) {
        return ServiceFields.property(ClusterSummary.class, self, name);
    }

    /** Returns a field of ListCustomImages. */
    public static Object propertyMissing(Image self, String name) {
        return ServiceFields.property(Image.class, self, name);
    }

    /** Returns a field of the operating system in ListCustomImages. */
    public static Object propertyMissing(Image.OsTag self, String name) {
        return ServiceFields.property(Image.OsTag.class, self, name);
    }

    /** Returns a field of ListRegions. */
    public static Object propertyMissing(Region self, String name) {
        return ServiceFields.property(Region.class, self, name);
    }

    /** Returns a field of ListCommands. */
    public static Object propertyMissing(SubmittedCommand self, String name) {
        return ServiceFields.property(SubmittedCommand.class, self, name);
    }
}
