package ehpc.repl;

import java.util.List;

/** The command line is wrong, and nothing was done. Holds one line for each problem. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    UsageException(List<String> lines) {
        super(String.join("; ", lines));
        this.lines = List.copyOf(lines);
    }

    UsageException(String line) {
        this(List.of(line));
    }

    List<String> lines() {
        return lines;
    }
}
