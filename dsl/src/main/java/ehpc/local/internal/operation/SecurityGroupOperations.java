package ehpc.local.internal.operation;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Facilities;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.SecurityGroups;
import ehpc.local.internal.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations on the security groups of a cluster, which are recorded only. */
final class SecurityGroupOperations {

    private static final String GROUP = "SecurityGroupId";
    private static final String FORM = "sg-[a-z0-9]+";

    private final World world;

    SecurityGroupOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "AddSecurityGroup", this::add,
                "DeleteSecurityGroup", this::delete,
                "ListSecurityGroups", this::list);
    }

    private Map<String, ?> list(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        List<String> all = all(cluster, world.facilities(cluster));
        return AnswerFields.of("SecurityGroups", AnswerFields.wrapped("SecurityGroup", all))
                .and("TotalCount", all.size());
    }

    private static String ofCreation(Cluster cluster) {
        return cluster.setting(GROUP, Hardware.SECURITY_GROUP);
    }

    private static List<String> all(Cluster cluster, Facilities facilities) {
        return Stream.concat(Stream.of(ofCreation(cluster)), facilities.securityGroups().added().stream())
                .toList();
    }

    private Map<String, ?> add(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        String group = call.text(GROUP);
        if (!group.matches(FORM)) {
            throw new Refusal(
                    400, "InvalidSecurityGroup", GROUP + " must be as in sg-bp13n61xsydodfygabcd, is " + group);
        }
        Optional<String> token = call.optional("ClientToken");
        world.changeFacilities(cluster, facilities -> {
            SecurityGroups groups = facilities.securityGroups();
            if (repeated(call, groups, group, token)) {
                return facilities;
            }
            if (all(cluster, facilities).contains(group)) {
                throw new Refusal(
                        404,
                        "SecurityGroupAlreadyExists",
                        "cluster " + cluster.id() + " is in security group " + group);
            }
            return facilities.withSecurityGroups(groups.with(group, token));
        });
        return Map.of();
    }

    /** Returns whether a request with this token has added the group. */
    private static boolean repeated(Call call, SecurityGroups groups, String group, Optional<String> token) {
        Optional<String> before = token.map(groups.tokens()::get);
        before.filter(one -> !one.equals(group)).ifPresent(one -> {
            throw call.invalid("ClientToken must be a new one for another security group, is that of " + one);
        });
        return before.isPresent();
    }

    private Map<String, ?> delete(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        String group = call.text(GROUP);
        world.changeFacilities(cluster, facilities -> {
            if (group.equals(ofCreation(cluster))) {
                throw new Refusal(
                        404,
                        "SecurityGroupNotSupported",
                        "security group " + group + " is that of the creation of cluster " + cluster.id());
            }
            if (!all(cluster, facilities).contains(group)) {
                throw new Refusal(
                        404,
                        "InvalidSecurityGroup",
                        GROUP + " must be a security group of cluster " + cluster.id() + ": "
                                + String.join(", ", all(cluster, facilities)) + ", is " + group);
            }
            return facilities.withSecurityGroups(facilities.securityGroups().without(group));
        });
        return Map.of();
    }
}
