package ehpc.repl.internal.failure;

/** The exit codes of ehpc and their meanings. */
public enum ExitCode {
    OK(0, "success"),
    FAILED(1, "a node failed, the script raised an error, or the results could not be written"),
    USAGE(2, "wrong usage, or an error in a script; nothing was sent"),
    NOT_DONE(3, "the service refused the request or was not reached, and nothing ran"),
    UNKNOWN(4, "the outcome of a command is unknown: it was sent and may run"),
    STOPPED(5, "stopped by a rule: an empty set of nodes, an unconfirmed step, or a refused plan"),
    DEADLINE(124, "the time of --deadline passed; commands may still run"),
    HUNG_UP(129, "ended by SIGHUP: the terminal was closed"),
    INTERRUPTED(130, "ended by SIGINT (Ctrl-C)"),
    READER_GONE(141, "the reader of standard output closed it; the script ran to its end"),
    TERMINATED(143, "ended by SIGTERM, the usual end of 'ehpc local'");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }
}
