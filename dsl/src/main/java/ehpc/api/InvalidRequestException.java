package ehpc.api;

import java.util.List;
import java.util.stream.Collectors;

/** A request that breaks the catalogue's rules; it was not sent. Lists every problem, not only the first. */
public final class InvalidRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final transient List<Problem> problems;

    /**
     * @param operation the operation's name
     * @param problems the problems, at least one
     */
    public InvalidRequestException(String operation, List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("; ", operation + ": ", "")));
        this.operation = operation;
        this.problems = List.copyOf(problems);
    }

    /** Returns the operation's name. */
    public String operation() {
        return operation;
    }

    /** Returns every problem, in the order of the operation's parameters. */
    public List<Problem> problems() {
        return problems;
    }
}
