package ehpc.local.internal.job;

import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The file slurm.conf of a box. */
final class SlurmConfiguration {

    /** The nodes with a usual name that can join while Slurm runs. */
    private static final int FUTURE = 100;

    private static final int FIRST_PORT = 7000;
    private static final String JOINING = "compute%03d";

    private SlurmConfiguration() {}

    /**
     * Returns the text of the file.
     *
     * @param queues the host names of the nodes of each queue
     * @param firstJob the number of the first job
     */
    static String of(Node manager, List<Node> nodes, Map<String, List<String>> queues, long firstJob) {
        String start = """
                ClusterName=ehpc
                SlurmctldHost=%s(127.0.0.1)
                AuthType=auth/none
                CredType=cred/none
                SlurmUser=ehpc
                SlurmdUser=ehpc
                StateSaveLocation=/run/slurm/state
                SlurmdSpoolDir=/run/slurm/node
                SlurmctldPidFile=/run/slurmctld.pid
                SlurmdPidFile=/run/slurmd.pid
                ProctrackType=proctrack/linuxproc
                TaskPlugin=task/none
                MpiDefault=none
                JobAcctGatherType=jobacct_gather/none
                AccountingStorageType=accounting_storage/none
                SelectType=select/cons_tres
                SelectTypeParameters=CR_Core_Memory
                DefMemPerCPU=512
                SchedulerParameters=batch_sched_delay=0,bf_interval=5
                SlurmdParameters=config_overrides
                EnforcePartLimits=ALL
                MinJobAge=3600
                MaxArraySize=1001
                MaxJobCount=100000
                KillWait=2
                ReturnToService=1
                MailProg=/bin/true
                FirstJobId=%d
                """;
        var text = new StringBuilder(String.format(Locale.ROOT, start, manager.hostName(), firstJob));
        int port = FIRST_PORT;
        for (Node node : nodes) {
            text.append(node(node.hostName(), port++, Hardware.cores(node), Hardware.mebibytes(node)))
                    .append('\n');
        }
        Node like = nodes.isEmpty() ? manager : nodes.get(0);
        for (String host : joining(nodes)) {
            text.append(node(host, port++, Hardware.cores(like), Hardware.mebibytes(like)))
                    .append(" State=FUTURE\n");
        }
        queues.forEach((name, hosts) -> text.append(partition(name, hosts)).append('\n'));
        return text.toString();
    }

    /** Slurm does not start with an empty list of nodes, but with a partition without one. */
    private static String partition(String name, List<String> hosts) {
        String nodes = hosts.isEmpty() ? "" : " Nodes=" + String.join(",", hosts);
        return "PartitionName=" + name + nodes + " MaxTime=INFINITE State=UP";
    }

    /** Returns the host names of nodes that can join. */
    static List<String> joining(List<Node> nodes) {
        var present = nodes.stream().map(Node::hostName).collect(Collectors.toSet());
        return IntStream.range(0, present.size() + FUTURE)
                .mapToObj(number -> String.format(Locale.ROOT, JOINING, number))
                .filter(host -> !present.contains(host))
                .limit(FUTURE)
                .toList();
    }

    private static String node(String host, int port, int cores, long mebibytes) {
        return "NodeName=" + host + " NodeAddr=127.0.0.1 Port=" + port + " CPUs=" + cores + " RealMemory=" + mebibytes;
    }
}
