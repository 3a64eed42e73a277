package ehpc.local;

import java.util.Set;

/**
 * A fault of a command, played on the InvokeShellCommand that starts it. Faults of several kinds may apply to one command, and to the
 * answer of its request as well.
 */
public sealed interface CommandFault extends Fault {

    @Override
    default Set<String> operations() {
        return Set.of("InvokeShellCommand");
    }

    /**
     * The command is missing from ListCommands at first.
     *
     * @param reads how many answers of ListCommands omit it, at least 1
     */
    record ListedLate(int reads) implements CommandFault {
        /**
         * Checks the count.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public ListedLate {
            FaultRange.atLeast("reads", reads, 1);
        }

        @Override
        public String name() {
            return "listedLate";
        }
    }

    /**
     * The command is unknown to ListInvocationStatus and ListInvocationResults at first: 404 ObjectNotFound.
     *
     * @param reads how many requests of either operation do not find it, at least 1
     */
    record StatusLate(int reads) implements CommandFault {
        /**
         * Checks the count.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public StatusLate {
            FaultRange.atLeast("reads", reads, 1);
        }

        @Override
        public String name() {
            return "statusLate";
        }
    }

    /**
     * The result of one of the command's nodes, chosen by the seed, is missing from ListInvocationResults at first, though
     * ListInvocationStatus is correct.
     *
     * @param reads how many answers of ListInvocationResults omit it after the command has ended on the node, at least 1
     */
    record ResultsLate(int reads) implements CommandFault {
        /**
         * Checks the count.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public ResultsLate {
            FaultRange.atLeast("reads", reads, 1);
        }

        @Override
        public String name() {
            return "resultsLate";
        }
    }

    /** The result of one of the command's nodes, chosen by the seed, never appears in ListInvocationResults. */
    record ResultsNever() implements CommandFault {
        @Override
        public String name() {
            return "resultsNever";
        }
    }

    /**
     * One of the command's nodes, chosen by the seed, fails while the command runs there: its processes end and its status becomes
     * {@code exception}.
     */
    record NodeDies() implements CommandFault {
        @Override
        public String name() {
            return "nodeDies";
        }
    }

    /**
     * The command starts on some of its nodes only, and the request is refused with 409 PartFailure, which names no command. Of several
     * nodes, at least one has the command and one has not, chosen by the seed; a single node has it.
     */
    record PartFailure() implements CommandFault {
        @Override
        public String name() {
            return "partFailure";
        }
    }
}
