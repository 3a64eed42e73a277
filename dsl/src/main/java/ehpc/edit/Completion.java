package ehpc.edit;

import ehpc.edit.KnownNames.Wanted;
import java.util.List;
import java.util.Set;

/**
 * What can be written at a place of a text.
 *
 * @param from where the part of the text begins that a candidate takes the place of
 * @param to where it ends, exclusive: at the cursor
 * @param candidates what fits what is written already, the best first
 * @param wanted live names that belong here, whether they were known or not: for the caller to fetch
 */
public record Completion(int from, int to, List<Candidate> candidates, Set<Wanted> wanted) {

    /** Nothing can be offered. */
    static Completion none(int at) {
        return new Completion(at, at, List.of(), Set.of());
    }
}
