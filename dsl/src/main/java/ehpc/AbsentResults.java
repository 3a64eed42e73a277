package ehpc;

import java.util.AbstractList;
import java.util.function.Supplier;

/** Results of a command that was not sent: whoever looks at them is told so. */
final class AbsentResults extends AbstractList<NodeResult> {

    private final Supplier<? extends Error> look;

    AbsentResults(Supplier<? extends Error> look) {
        this.look = look;
    }

    @Override
    public NodeResult get(int index) {
        throw look.get();
    }

    @Override
    public int size() {
        throw look.get();
    }
}
