package ehpc.plan;

import ehpc.PostScriptEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A change that a script would make. */
public sealed interface Step {

    /** Returns the script's line, from 1; 0 if unknown. */
    int line();

    /** Returns the word of the script, such as {@code run} or {@code api.setQueue}. */
    String word();

    /** Returns the cluster; empty for none. */
    String cluster();

    /** Returns the requests, in order. */
    List<PlannedCall> calls();

    /** Returns whether applying it changes anything. */
    default boolean changes() {
        return !calls().isEmpty();
    }

    /** Returns whether it removes, stops or replaces something, so that a person confirms it ({@link ehpc.api.Operation#destroys}). */
    default boolean destroys() {
        return false;
    }

    /** Returns the step for people, as in a plan, below a line with its cluster; several lines. Contains no secret. */
    default String text() {
        return PlanText.of(this);
    }

    /** Returns its title for sentences, such as {@code run 'date'}. */
    default String title() {
        return word();
    }

    /**
     * A call of an operation.
     *
     * @param line the script's line, from 1; 0 if unknown
     * @param word the word of the script
     * @param cluster the cluster; empty for none
     * @param destroys whether it removes, stops or replaces something
     * @param call the request
     */
    record Call(int line, String word, String cluster, boolean destroys, PlannedCall call) implements Step {

        @Override
        public List<PlannedCall> calls() {
            return List.of(call);
        }
    }

    /**
     * Replaces the post-processing scripts of a cluster. Asterisks replace secrets, with a number after entries that differ only in
     * secrets, so that entries are equal here only if they are equal at the service.
     *
     * @param line the script's line, from 1; 0 if unknown
     * @param word the word of the script
     * @param cluster the cluster; empty for none
     * @param call the request
     * @param before the scripts before this step
     * @param after the scripts after this step
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
     * Runs a command on nodes.
     *
     * @param line the script's line, from 1; 0 if unknown
     * @param word the word of the script
     * @param cluster the cluster; empty for none
     * @param command its text, with asterisks for secrets
     * @param directory its directory, with asterisks for secrets; empty for the service's default
     * @param timeoutSeconds its time limit on a node, in seconds
     * @param tolerated how many nodes may fail
     * @param everyNode whether it is sent without a list, to every node of the cluster
     * @param nodes its nodes, in order
     * @param waves the waves, in order
     * @param marked whether the command gets a marker when it is sent, see {@link ehpc.command.Marker}
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
            List<Wave> waves,
            boolean marked)
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
     * Nodes that receive a command together.
     *
     * @param nodes their names in folded form
     * @param count their number
     * @param calls the requests that list them
     */
    record Wave(String nodes, int count, List<PlannedCall> calls) {

        /** Copies the list. */
        public Wave {
            calls = List.copyOf(calls);
        }
    }
}
