package ehpc.repl;

import ehpc.repl.internal.failure.UsageException;

/** Reads integers of the command line. */
final class WholeNumbers {

    private WholeNumbers() {}

    static int within(String option, String text, int least, int most) {
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new UsageException(
                option + " must be a whole number from " + least + " to " + most + ", is '" + text + "'");
    }

    /** Returns the seed of random numbers. */
    static long seed(String text) {
        if (text.matches("-?[0-9]{1,18}")) {
            return Long.parseLong(text);
        }
        throw new UsageException("--seed must be a whole number, is '" + text + "'");
    }
}
