package ehpc.repl.internal.failure;

/** What ehpc's exit code says; the one table of them. */
public enum ExitCode {
    OK(0, "all went well"),
    FAILED(1, "a node failed, the script raised, or the results could not be written"),
    USAGE(2, "the command line or the script is wrong; nothing was sent"),
    NOT_DONE(3, "the API refused or was not reached, and nothing ran"),
    UNKNOWN(4, "what became of a command is not known"),
    STOPPED(5, "stopped by a rule: an empty set of nodes, or a plan that was refused"),
    HUNG_UP(129, "ended by SIGHUP: the terminal went away"),
    INTERRUPTED(130, "interrupted (Ctrl-C)"),
    READER_GONE(141, "the reader of standard output went away; a script ran to its end all the same"),
    TERMINATED(143, "terminated by a signal, the usual end of 'ehpc local'");

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
