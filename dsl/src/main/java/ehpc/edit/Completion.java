package ehpc.edit;

import ehpc.edit.KnownNames.Wanted;
import java.util.List;
import java.util.Set;

/**
 * The candidates at a position of a text.
 *
 * @param from the start index of the part that a candidate replaces
 * @param to its end index, exclusive: the cursor
 * @param candidates the candidates that match the typed text, the best first
 * @param wanted the live names that fit here, known or not; the caller may fetch them
 */
public record Completion(int from, int to, List<Candidate> candidates, Set<Wanted> wanted) {

    /** Returns a completion without candidates. */
    static Completion none(int at) {
        return new Completion(at, at, List.of(), Set.of());
    }
}
