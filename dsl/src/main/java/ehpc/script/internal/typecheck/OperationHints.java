package ehpc.script.internal.typecheck;

import ehpc.api.Catalogue;
import ehpc.api.NameStyle;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import java.util.List;
import java.util.Optional;

/** Suggests operations for an unknown name. */
final class OperationHints {

    private static final int MOST = 4;

    private OperationHints() {}

    /**
     * Returns the finding with the operations that match a name; empty if none does.
     *
     * @param catalogue the operations
     * @param message the fault
     * @param name the unknown name
     * @param prefix the text before an operation's name, as it would be written at that place
     */
    static Optional<Finding> of(Catalogue catalogue, Rule rule, String message, String name, String prefix) {
        Optional<String> itself = NameStyle.find(name, catalogue.names());
        List<String> found = itself
                .map(List::of)
                .orElseGet(() -> catalogue.search().named(name))
                .stream()
                .limit(MOST)
                .map(operation -> prefix + NameStyle.SCRIPT.of(operation))
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String hint =
                itself.isPresent() ? "; did you mean '" + found.get(0) + "'?" : "; see " + String.join(", ", found);
        return Optional.of(new Finding(rule, message + hint, Optional.of(found.get(0))));
    }
}
