package ehpc.local.internal.world;

import java.util.ArrayList;
import java.util.List;

/**
 * The remote visualization of a cluster: recorded only, nothing listens. Immutable.
 *
 * @param sources the addresses that may connect; the service runs while there is one
 * @param passwordHash a {@link PasswordHash} of the VNC password; null if none is set
 */
public record VisualService(List<String> sources, String passwordHash) {

    /** Without sources, they are missing in a file. */
    public VisualService {
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    static VisualService stopped() {
        return new VisualService(null, null);
    }

    public boolean runs() {
        return !sources.isEmpty();
    }

    public VisualService with(String source) {
        List<String> changed = new ArrayList<>(sources);
        changed.remove(source);
        changed.add(source);
        return new VisualService(changed, passwordHash);
    }

    public VisualService without(String source) {
        return new VisualService(
                sources.stream().filter(one -> !one.equals(source)).toList(), passwordHash);
    }

    public VisualService withPasswordHash(String changed) {
        return new VisualService(sources, changed);
    }

    /** Leaves the hash out. */
    @Override
    public String toString() {
        return sources.toString();
    }
}
