package ehpc.plan;

import ehpc.PostScriptEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Post-processing scripts as a step shows them: without secrets, and alike only where they are alike, so that lists which differ in
 * nothing but secrets are seen to differ.
 */
final class MaskedEntries {

    private final UnaryOperator<String> mask;
    private final Map<PostScriptEntry, PostScriptEntry> shown = new HashMap<>();
    private final Set<PostScriptEntry> taken = new HashSet<>();

    /**
     * @param mask puts something else in place of secrets
     */
    MaskedEntries(UnaryOperator<String> mask) {
        this.mask = mask;
    }

    List<PostScriptEntry> of(List<PostScriptEntry> entries) {
        return entries.stream()
                .map(entry -> shown.computeIfAbsent(entry, this::masked))
                .toList();
    }

    private PostScriptEntry masked(PostScriptEntry entry) {
        String url = mask.apply(entry.url());
        String args = mask.apply(entry.args());
        PostScriptEntry masked = new PostScriptEntry(url, args);
        for (int i = 2; !taken.add(masked); i++) {
            masked = new PostScriptEntry(url, (args + " (secret " + i + ")").strip());
        }
        return masked;
    }
}
