package ehpc.samples;

import ehpc.Cluster;
import ehpc.NodeResult;
import ehpc.PostScript;
import ehpc.RunResult;
import ehpc.connect.Connection;
import ehpc.script.ScriptResult;
import ehpc.script.Scripts;
import java.io.PrintStream;
import java.util.List;

/** The same work twice: through the Java API, and by running a script and reading its results. */
public final class Hello {

    private static final String SCRIPT = """
            cluster('ehpc-hz-localdemo1') {
                postScript 'https://bucket.oss-cn-hangzhou.aliyuncs.com/setup.sh', '-h'
                run 'echo hi' on nodes
            }
            """;

    private Hello() {}

    /** Runs on a service on this machine; with {@code Connection.open(ConnectionOptions.defaults())} on a real account. */
    public static void main(String[] args) {
        try (Connection connection = Connection.local()) {
            throughJava(connection, System.out);
            throughScript(connection, System.out);
        }
    }

    static void throughJava(Connection connection, PrintStream out) {
        Cluster cluster = connection.ehpc().cluster("ehpc-hz-localdemo1");
        cluster.setPostScripts(List.of(PostScript.of("https://bucket.oss-cn-hangzhou.aliyuncs.com/setup.sh", "-h")));
        RunResult result = cluster.run("echo hi").on(cluster.nodes());
        for (NodeResult node : result) {
            out.println(node.node() + ": " + node.output().strip());
        }
    }

    static void throughScript(Connection connection, PrintStream out) {
        ScriptResult done = Scripts.compile("hello.ehpc", SCRIPT)
                .over(connection.ehpc())
                .output(out)
                .run();
        out.println(done.runs().get(0).summary());
    }
}
