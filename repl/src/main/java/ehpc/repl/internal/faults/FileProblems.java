package ehpc.repl.internal.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** The problems of a file, collected while it is read. */
final class FileProblems {

    private record Placed(int line, int column, String message) {}

    private final String file;
    private final List<Placed> found = new ArrayList<>();

    FileProblems(String file) {
        this.file = file;
    }

    void add(Node at, String message) {
        add(at.getStartMark(), message);
    }

    /**
     * @param at empty for the beginning of the file
     */
    void add(Optional<Mark> at, String message) {
        found.add(new Placed(
                at.map(Mark::getLine).orElse(0) + 1, at.map(Mark::getColumn).orElse(0) + 1, message));
    }

    /** Returns the exception with all problems. */
    FaultFileException exception() {
        return new FaultFileException(found.stream()
                .sorted(Comparator.comparingInt(Placed::line).thenComparingInt(Placed::column))
                .map(one -> file + ":" + one.line + ":" + one.column + ": " + one.message)
                .toList());
    }

    boolean isEmpty() {
        return found.isEmpty();
    }
}
