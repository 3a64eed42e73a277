package ehpc.local.internal.world;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hardware of all nodes. */
public final class Hardware {

    public static final String INSTANCE_TYPE = "ecs.c6.large";
    public static final String IMAGE = "centos_7_06_64_20G_alibase_20190711.vhd";
    public static final String OS_TAG = "CentOS_7.6_64";
    public static final String PLATFORM = "CentOS";
    public static final String SCHEDULER = "slurm";
    public static final String QUEUE = "workq";
    public static final String SCHEDULER_VERSION = "19.05.5";
    public static final String CLIENT_VERSION = "2.0.0";
    public static final String CLUSTER_VERSION = "1.0";
    public static final String ZONE = World.REGION + "-k";
    public static final String VPC = Ids.ecs("vpc", "local");
    public static final String VSWITCH = Ids.ecs("vsw", "local");
    public static final String SECURITY_GROUP = Ids.ecs("sg", "local");
    public static final String VOLUME = "0localdemo";
    public static final String MOUNT_POINT = VOLUME + "-abc12." + World.REGION + ".nas.aliyuncs.com";

    private static final Pattern SIZE = Pattern.compile("([0-9]*)(tiny|small|medium|large|xlarge)");

    private Hardware() {}

    /** Returns the resources of nodes. */
    public static Map<String, Object> resources(List<Node> nodes) {
        int cores = 0;
        int mebibytes = 0;
        for (Node node : nodes) {
            cores += cores(node);
            mebibytes += mebibytes(node);
        }
        return Map.of("Cpu", cores, "Gpu", 0, "Memory", mebibytes);
    }

    /** Returns the vCPUs of a node, or the cores of one outside the cloud. */
    public static int cores(Node node) {
        return Integer.parseInt(node.setting("CpuCores", String.valueOf(cores(node.instanceType()))));
    }

    /** Returns the memory of a node in MiB. */
    public static int mebibytes(Node node) {
        int ofType = 1024 * gibibytes(node.instanceType());
        return Integer.parseInt(node.setting("Memory", String.valueOf(ofType)));
    }

    /** Returns the number of vCPUs, by the end of the name of the instance type: 2 for large, 4 for xlarge, 4 n for n xlarge. */
    static int cores(String instanceType) {
        Matcher size = SIZE.matcher(instanceType.substring(instanceType.lastIndexOf('.') + 1));
        if (!size.matches()) {
            return 2;
        }
        int times = size.group(1).isEmpty() ? 1 : Integer.parseInt(size.group(1));
        return switch (size.group(2)) {
            case "tiny", "small" -> 1;
            case "xlarge" -> 4 * times;
            default -> 2;
        };
    }

    /** Returns the memory in GiB: 4 for a vCPU of the general families (g), 8 of those with much memory (r), else 2. */
    static int gibibytes(String instanceType) {
        String[] parts = instanceType.split("\\.");
        char family = parts.length < 2 || parts[1].isEmpty() ? 'c' : parts[1].charAt(0);
        return cores(instanceType) * (family == 'g' ? 4 : family == 'r' ? 8 : 2);
    }
}
