package ehpc.dsl;

import groovy.lang.Closure;
import groovy.lang.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The block of a branch with the values of its variables at the time of its declaration, as a loop may continue before the block runs. The
 * same holds for blocks that it calls by a variable. Changes are shared.
 */
final class BranchBlock {

    private final Map<Object, Object> copies = new IdentityHashMap<>();

    private BranchBlock() {}

    @SuppressWarnings("unchecked") // a copy has the same type
    static <T> Closure<T> of(Closure<T> body) {
        return (Closure<T>) new BranchBlock().copied(body);
    }

    private Closure<?> copied(Closure<?> body) {
        if (!(body.getThisObject() instanceof EhpcScript script)) {
            return body;
        }
        if (copies.containsKey(body)) {
            return (Closure<?>) copies.get(body);
        }
        Closure<?> copy = (Closure<?>) body.clone();
        copies.put(body, copy);
        Set<String> shared = script.$shared();
        for (Field field : body.getClass().getDeclaredFields()) {
            if (field.getType() == Reference.class
                    && !Modifier.isStatic(field.getModifiers())
                    && !shared.contains(field.getName())) {
                copy(field, copy);
            }
        }
        return copy;
    }

    private void copy(Field field, Closure<?> copy) {
        try {
            field.setAccessible(true); // of a class that the compiler generated from the script
            field.set(copy, copied((Reference<?>) field.get(copy)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a block's variable cannot be read", e);
        }
    }

    private Reference<?> copied(Reference<?> variable) {
        Reference<?> known = (Reference<?>) copies.get(variable);
        if (known != null) {
            return known;
        }
        Object value = variable.get();
        Reference<Object> copy = new Reference<>(value);
        copies.put(variable, copy);
        if (value instanceof Closure<?> block) {
            copy.set(copied(block));
        }
        return copy;
    }
}
