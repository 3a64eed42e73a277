package ehpc.local.internal.world;

import java.util.Map;

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

    private static final int CPUS = 2;
    private static final int MEBIBYTES = 4096;

    private Hardware() {}

    /** Returns the resources of this number of nodes. */
    public static Map<String, Object> resources(int nodes) {
        return Map.of("Cpu", nodes * CPUS, "Gpu", 0, "Memory", nodes * MEBIBYTES);
    }
}
