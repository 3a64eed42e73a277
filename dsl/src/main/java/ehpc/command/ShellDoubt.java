package ehpc.command;

import java.util.Map;
import java.util.Optional;

/** The first construct of a text that shells might end at different places: from there on nothing is certain. */
final class ShellDoubt {

    /** What to write in its place, where another place for the value would not help. */
    private static final Map<String, String> INSTEAD = Map.of(
            "$(( or $[", "compute it in the script",
            "((", "compute it in the script",
            "`", "write $(...) in place of the backticks",
            "a line that goes on with \\", "write it as one line");

    private String where = "";

    void about(String construct) {
        if (where.isEmpty()) {
            where = construct;
        }
    }

    Optional<ShellObstacle> obstacle() {
        return where.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ShellObstacle.unsure("behind " + where, INSTEAD.getOrDefault(where, ShellObstacle.FIRST)));
    }
}
