package ehpc.command;

import java.util.Map;
import java.util.Optional;

/** The first construct of a text that shells might end at different positions: everything after it is uncertain. */
final class ShellDoubt {

    /** Replacements, for constructs where moving the value would not help. */
    private static final Map<String, String> INSTEAD = Map.of(
            "$(( or $[", "compute it in the script",
            "((", "compute it in the script",
            "`", "write $(...) instead of backticks",
            "a line continued with \\", "write it as one line");

    private String where = "";

    void about(String construct) {
        if (where.isEmpty()) {
            where = construct;
        }
    }

    Optional<ShellObstacle> obstacle() {
        return where.isEmpty()
                ? Optional.empty()
                : Optional.of(ShellObstacle.unsure("after " + where, INSTEAD.getOrDefault(where, ShellObstacle.FIRST)));
    }
}
