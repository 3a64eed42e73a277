package ehpc.repl.internal.failure;

import java.util.List;

/** Wrong usage of a command; nothing was done. Contains one line for each problem. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    public UsageException(List<String> lines) {
        super(String.join("; ", lines));
        this.lines = List.copyOf(lines);
    }

    public UsageException(String line) {
        this(List.of(line));
    }

    public List<String> lines() {
        return lines;
    }
}
