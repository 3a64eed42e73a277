package ehpc.samples;

import ehpc.connect.Connection;
import ehpc.plan.Plan;
import ehpc.script.PlanRun;
import ehpc.script.Scripts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Reads what a script would change, and carries out just that. */
public final class Planned {

    private Planned() {}

    /** Runs on a service on this machine; with {@code Connection.open(ConnectionOptions.defaults())} on a real account. */
    public static void main(String[] args) throws IOException {
        try (Connection connection = Connection.local()) {
            through(connection, System.out);
        }
    }

    static void through(Connection connection, PrintStream out) throws IOException {
        Plan plan =
                Scripts.compile(Path.of("hello.ehpc")).over(connection.ehpc()).plan();
        out.print(plan);
        PlanRun.of(Plan.read("plan.json", plan.json()), connection.ehpc())
                .output(out)
                .run();
    }
}
