package ehpc.plan;

import ehpc.PostScriptEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One thing that a script would change, in the order of the script. */
public sealed interface Step {

    /** Returns the script's line, from 1; 0 when not known. */
    int line();

    /** Returns the word of the script, such as {@code run} or {@code api.setQueue}. */
    String word();

    /** Returns the cluster; empty where none is concerned. */
    String cluster();

    /** Returns the requests, in order. */
    List<PlannedCall> calls();

    /** Returns whether carrying it out changes anything. */
    default boolean changes() {
        return !calls().isEmpty();
    }

    /** Returns the step for people, as it stands in a plan, below a line that tells its cluster; several lines. No secret is in it. */
    default String text() {
        return PlanText.of(this);
    }

    /** How a sentence speaks of it, such as {@code run 'date'}. */
    default String title() {
        return word();
    }

    /**
     * A call of an operation.
     *
     * @param line the script's line, from 1; 0 when not known
     * @param word the word of the script
     * @param cluster the cluster; empty where none is concerned
     * @param call what is sent
     */
    record Call(int line, String word, String cluster, PlannedCall call) implements Step {

        @Override
        public List<PlannedCall> calls() {
            return List.of(call);
        }
    }

    /**
     * A cluster's post-processing scripts are replaced. Stars stand where they hold a secret; those that differ in secrets alone are told
     * apart by a number behind them, so that entries are equal here only where they are equal at the service.
     *
     * @param line the script's line, from 1; 0 when not known
     * @param word the word of the script
     * @param cluster the cluster; empty where none is concerned
     * @param call what is sent
     * @param before those that it has, or has after the steps before this one
     * @param after those that it will have
     */
    record PostScripts(
            int line,
            String word,
            String cluster,
            PlannedCall call,
            List<PostScriptEntry> before,
            List<PostScriptEntry> after)
            implements Step {

        /** Copies the lists. */
        public PostScripts {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        @Override
        public List<PlannedCall> calls() {
            return List.of(call);
        }

        /** Returns whether the lists differ. */
        @Override
        public boolean changes() {
            return !before.equals(after);
        }
    }

    /**
     * A command is run on nodes.
     *
     * @param line the script's line, from 1; 0 when not known
     * @param word the word of the script
     * @param cluster the cluster; empty where none is concerned
     * @param command its text; stars where it holds a secret
     * @param directory where it starts, stars where it holds a secret; empty leaves the choice to the service
     * @param timeoutSeconds how long it may take on a node
     * @param tolerated how many nodes may be not ok
     * @param everyNode whether no list of nodes is sent, which means every node of the cluster
     * @param nodes where it runs, in order
     * @param waves the parts that get it one after the other
     */
    record Run(
            int line,
            String word,
            String cluster,
            String command,
            String directory,
            long timeoutSeconds,
            int tolerated,
            boolean everyNode,
            List<PlannedNode> nodes,
            List<Wave> waves)
            implements Step {

        private static final int SHOWN = 60;

        /** Copies the lists. */
        public Run {
            nodes = List.copyOf(nodes);
            waves = List.copyOf(waves);
        }

        @Override
        public List<PlannedCall> calls() {
            return waves.stream().flatMap(wave -> wave.calls().stream()).toList();
        }

        /** Returns the length of the command in bytes, UTF-8. */
        public int bytes() {
            return command.getBytes(StandardCharsets.UTF_8).length;
        }

        @Override
        public String title() {
            String first = command.lines().findFirst().orElse("");
            boolean whole = first.equals(command) && first.codePointCount(0, first.length()) <= SHOWN;
            int end = first.offsetByCodePoints(0, Math.min(SHOWN, first.codePointCount(0, first.length())));
            return "run '" + (whole ? first : first.substring(0, end) + "...") + "'";
        }
    }

    /**
     * Nodes that get a command together.
     *
     * @param nodes their names in folded form
     * @param count how many they are
     * @param calls the requests that it takes to name them
     */
    record Wave(String nodes, int count, List<PlannedCall> calls) {

        /** Copies the list. */
        public Wave {
            calls = List.copyOf(calls);
        }
    }
}
