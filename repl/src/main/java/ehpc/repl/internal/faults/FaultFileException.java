package ehpc.repl.internal.faults;

import java.util.List;

/** A fault file has problems. Contains one line for each, with its position, in the order of the file. */
public final class FaultFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    FaultFileException(List<String> lines) {
        super(String.join("; ", lines));
        this.lines = List.copyOf(lines);
    }

    public List<String> lines() {
        return lines;
    }
}
