package ehpc.local.internal.world;

import ehpc.text.Sha256;
import java.math.BigInteger;
import java.util.Map;

/** Ids in the forms of the service, equal in every run because they are derived from names. */
public final class Ids {

    private static final int BASE = 36;

    private Ids() {}

    /** Returns an ECS id of Hangzhou, such as {@code i-bp1...} or {@code vpc-bp1...}: 17 letters and digits after the prefix. */
    static String ecs(String kind, String of) {
        return kind + "-bp1" + digits(of, 17);
    }

    /**
     * Returns the id of a node.
     *
     * @param generation the number of earlier nodes of the cluster with this host name
     */
    static String node(String clusterId, String hostName, int generation) {
        return ecs("i", clusterId + " " + hostName + (generation == 0 ? "" : " " + generation));
    }

    /** Returns the id of the nth created cluster: {@code ehpc-}, a short form of its region, and 10 letters and digits. */
    static String cluster(String region, int nth) {
        return "ehpc-" + shortForm(region) + "-" + digits("cluster " + nth, 10);
    }

    /** Two letters for most regions of China, such as hz for cn-hangzhou, else the initials and the number. */
    private static String shortForm(String region) {
        Map<String, String> known = Map.of(
                "cn-hangzhou",
                "hz",
                "cn-shanghai",
                "sh",
                "cn-beijing",
                "bj",
                "cn-shenzhen",
                "sz",
                "cn-qingdao",
                "qd",
                "cn-hongkong",
                "hk");
        return known.getOrDefault(region, region.replaceAll("([a-z])[a-z]*-?", "$1"));
    }

    /** Returns the id of the nth command: {@code c-hz} and 13 letters and digits. */
    public static String command(long nth) {
        return "c-hz0" + digits("command " + nth, 12);
    }

    /** Returns the id of a query of users: {@code t-hz} and 13 letters and digits. */
    public static String query(String name) {
        return "t-hz0" + digits("query " + name, 12);
    }

    /** Returns the id of the nth job template. */
    public static String jobTemplate(long nth) {
        return "ehpc-job-tmpl-" + digits("job template " + nth, 10);
    }

    /** Returns the id of a group of containers. */
    public static String containerGroup(String name) {
        return ecs("eci", "container group " + name);
    }

    private static String digits(String of, int count) {
        String text = new BigInteger(1, Sha256.of(of)).toString(BASE);
        return text.substring(text.length() - count);
    }
}
