package ehpc.api;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The body of an answer that is not there: whoever looks at it is told so. */
final class AbsentBody extends AbstractMap<String, Object> {

    private final Supplier<? extends Error> look;

    AbsentBody(Supplier<? extends Error> look) {
        this.look = look;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        throw look.get();
    }
}
