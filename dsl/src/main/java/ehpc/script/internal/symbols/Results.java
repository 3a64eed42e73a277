package ehpc.script.internal.symbols;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values and failures of entries, by the names that later entries know them by. */
public final class Results {

    private static final String LAST = "_";
    private static final String FAILURE = "error";

    /** How many values stay: each may be as large as what a thousand nodes wrote. */
    private static final int MOST = 100;

    private final SessionValues memory;
    private final Map<String, KnownVariable> known = new LinkedHashMap<>();
    private final Deque<String> numbered = new ArrayDeque<>();
    private int count;

    public Results(SessionValues memory) {
        this.memory = memory;
    }

    /**
     * Returns an entry gave a value.
     *
     * @return its number
     */
    public int add(Object value, SymbolTable context) {
        count++;
        keep(LAST, value, context);
        keep(LAST + count, value, context);
        numbered.add(LAST + count);
        if (numbered.size() > MOST) {
            String oldest = numbered.remove();
            if (known.remove(oldest) != null) {
                memory.forget(oldest);
            }
        }
        return count;
    }

    /** An entry failed. */
    public void failed(Throwable failure, SymbolTable context) {
        keep(FAILURE, failure, context);
    }

    /** Keeps a value, unless a person has a variable of that name. */
    private void keep(String name, Object value, SymbolTable context) {
        if (context.variable(name).map(KnownVariable::given).orElse(true)) {
            known.put(name, KnownVariable.given(name, value));
            memory.put(name, value);
        }
    }

    /** Returns a context in which they are known. */
    public SymbolTable known(SymbolTable context) {
        return context.withResults(known);
    }
}
