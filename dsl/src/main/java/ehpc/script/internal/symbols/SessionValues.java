package ehpc.script.internal.symbols;

import ehpc.dsl.EntryMemory;
import groovy.lang.Reference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The values of the variables of a session, and the latest definitions of its methods. */
public final class SessionValues implements EntryMemory {

    private final Map<String, Reference<?>> places = new ConcurrentHashMap<>();
    private final Map<String, Form> methods = new ConcurrentHashMap<>();
    private final Map<String, Reference<?>> kept = new LinkedHashMap<>();

    /** A method, and the script on which it is called. */
    private record Form(Object script, Method method) {}

    @Override
    public synchronized void keep(String name, Reference<?> place) {
        places.put(name, place);
        kept.remove(name);
        kept.put(name, place);
    }

    /** Starts to record the declarations of an entry. */
    public synchronized void begin() {
        kept.clear();
    }

    /** Returns the recorded declarations, in order. */
    public synchronized Map<String, Object> kept() {
        Map<String, Object> values = new LinkedHashMap<>();
        kept.forEach((name, place) -> values.put(name, place.get()));
        return values;
    }

    @Override
    public Reference<?> place(String name) {
        Reference<?> place = places.get(name);
        if (place == null) {
            throw new IllegalStateException("no variable '" + name + "' is kept");
        }
        return place;
    }

    Object value(String name) {
        return place(name).get();
    }

    /** Keeps a value that no entry declares. */
    void put(String name, Object value) {
        places.put(name, new Reference<>(value));
    }

    void forget(String name) {
        places.remove(name);
    }

    /** Records a new definition of a method. */
    public void define(KnownMethod method, Object script) {
        try {
            Class<?>[] parameters =
                    method.parameters().stream().map(KnownType::raw).toArray(Class<?>[]::new);
            Method form = method.owner().getDeclaredMethod(method.name(), parameters);
            form.setAccessible(true);
            methods.put(method.key(), new Form(script, form));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a compiled method cannot be found", e);
        }
    }

    @Override
    public boolean isReplaced(String method, Object script) {
        Form latest = methods.get(method);
        return latest != null && latest.script() != script;
    }

    @Override
    public Object call(String method, Object... given) {
        Form latest = methods.get(method);
        try {
            return latest.method().invoke(latest.script(), given);
        } catch (InvocationTargetException e) {
            throw SessionValues.<RuntimeException>as(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a compiled method cannot be called", e);
        }
    }

    /** Returns the same failure as an unchecked one: methods of scripts do not declare their exceptions. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T as(Throwable failure) throws T {
        throw (T) failure;
    }

    /**
     * Records the current state.
     *
     * @return restores the state; changes inside a list or another object remain
     */
    public Runnable remembered() {
        Map<String, Reference<?>> all = new HashMap<>(places);
        Map<Reference<Object>, Object> values = new HashMap<>();
        all.values().forEach(place -> values.put(any(place), place.get()));
        Map<String, Form> forms = new HashMap<>(methods);
        return () -> {
            places.clear();
            places.putAll(all);
            values.forEach(Reference::set);
            methods.clear();
            methods.putAll(forms);
        };
    }

    @SuppressWarnings("unchecked")
    private static Reference<Object> any(Reference<?> place) {
        return (Reference<Object>) place;
    }
}
