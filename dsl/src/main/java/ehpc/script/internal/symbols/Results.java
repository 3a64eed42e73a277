package ehpc.script.internal.symbols;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values and failures of entries, by their names in later entries. */
public final class Results {

    private static final String LAST = "_";
    private static final String FAILURE = "error";

    /** The largest number of kept values: each may contain the output of a thousand nodes. */
    private static final int MOST = 100;

    private final SessionValues memory;
    private final Map<String, KnownVariable> known = new LinkedHashMap<>();
    private final Deque<String> numbered = new ArrayDeque<>();
    private int count;

    public Results(SessionValues memory) {
        this.memory = memory;
    }

    /**
     * Records the value of an entry.
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

    /** Records the failure of an entry. */
    public void failed(Throwable failure, SymbolTable context) {
        keep(FAILURE, failure, context);
    }

    /** Keeps a value, unless an entry declared a variable of that name. */
    private void keep(String name, Object value, SymbolTable context) {
        if (context.variable(name).map(KnownVariable::given).orElse(true)) {
            known.put(name, KnownVariable.given(name, value));
            memory.put(name, value);
        }
    }

    /** Returns the symbol table with these names. */
    public SymbolTable known(SymbolTable context) {
        return context.withResults(known);
    }
}
