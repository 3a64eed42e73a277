package ehpc.script.internal.runtime;

import ehpc.dsl.ApiItems;
import ehpc.dsl.ApiRecord;
import groovy.lang.Closure;
import groovy.lang.GString;
import groovy.lang.GroovyObject;
import groovy.lang.IntRange;
import java.lang.reflect.Array;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Converts values of a script for programs in Java. A text with values becomes a {@link String}; ranges, tuples and the maps of Groovy's
 * parsers become lists and maps of {@code java.util}; an answer of {@code api} becomes a map, and a closure a {@link Function}. A value that
 * contains only Java types remains the same object.
 */
public final class JavaValues {

    private static final Pattern GROOVY = Pattern.compile("groovy\\.|org\\.(apache|codehaus)\\.groovy\\.");

    /** The copies of containers, also unfinished ones: a container that contains itself still does so afterwards. */
    private final Map<Object, Object> made = new IdentityHashMap<>();

    private JavaValues() {}

    /** Returns the value for a program in Java. */
    public static Object of(Object value) {
        return needs(value, Collections.newSetFromMap(new IdentityHashMap<>())) ? new JavaValues().own(value) : value;
    }

    /** Returns whether it contains a value of Groovy. */
    private static boolean needs(Object value, Set<Object> seen) {
        if (value instanceof GString
                || value instanceof Closure
                || value instanceof ApiRecord
                || value instanceof ApiItems) {
            return true;
        }
        if (!isContainer(value) || !seen.add(value)) {
            return false;
        }
        if (isOfGroovy(value)) {
            return true;
        }
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream().anyMatch(e -> needs(e.getKey(), seen) || needs(e.getValue(), seen))
                : elements(value).stream().anyMatch(element -> needs(element, seen));
    }

    private static boolean isContainer(Object value) {
        return value instanceof Collection
                || value instanceof Map
                || value instanceof Map.Entry
                || value instanceof Object[]
                || value instanceof Optional;
    }

    private static boolean isOfGroovy(Object value) {
        return value instanceof GroovyObject
                || GROOVY.matcher(value.getClass().getName()).lookingAt();
    }

    private static Collection<?> elements(Object container) {
        if (container instanceof Collection<?> many) {
            return many;
        }
        if (container instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (container instanceof Map.Entry<?, ?> entry) {
            return Arrays.asList(entry.getKey(), entry.getValue());
        }
        return ((Optional<?>) container).stream().toList();
    }

    private Object own(Object value) {
        if (value instanceof GString text) {
            return text.toString();
        }
        if (value instanceof Closure<?> closure) {
            return new Block(closure);
        }
        if (value instanceof ApiRecord answer) {
            return own(answer.asMap());
        }
        if (value instanceof ApiItems items) {
            return maps(items);
        }
        if (!isContainer(value)) {
            return value;
        }
        Object before = made.get(value);
        return before == null ? copy(value) : before;
    }

    /** Returns the elements of a list as maps, read when they are used. */
    private static Iterable<Map<String, Object>> maps(ApiItems items) {
        return () -> StreamSupport.stream(items.spliterator(), false)
                .map(ApiRecord::asMap)
                .iterator();
    }

    private Object copy(Object container) {
        if (container instanceof IntRange numbers) {
            return Collections.unmodifiableList(numbers); // a range may be too long for a copy
        }
        if (container instanceof Map<?, ?> map) {
            return map(map);
        }
        if (container instanceof Collection<?> many) {
            return collection(many);
        }
        if (container instanceof Object[] array) {
            return array(array);
        }
        if (container instanceof Map.Entry<?, ?> entry) {
            return new SimpleEntry<>(own(entry.getKey()), own(entry.getValue()));
        }
        return ((Optional<?>) container).map(this::own);
    }

    private Map<Object, Object> map(Map<?, ?> map) {
        Map<Object, Object> copy = map instanceof SortedMap<?, ?> sorted && sorted.comparator() == null
                ? new TreeMap<>()
                : new LinkedHashMap<>();
        made.put(map, copy);
        map.forEach((key, value) -> copy.put(own(key), own(value)));
        return copy;
    }

    private Collection<Object> collection(Collection<?> many) {
        Collection<Object> copy = new ArrayList<>();
        if (many instanceof SortedSet<?> sorted && sorted.comparator() == null) {
            copy = new TreeSet<>();
        } else if (many instanceof Set) {
            copy = new LinkedHashSet<>();
        }
        made.put(many, copy);
        for (Object element : many) {
            copy.add(own(element));
        }
        return copy;
    }

    private Object[] array(Object[] array) {
        Class<?> element = array.getClass().getComponentType();
        boolean fits = element.getName().startsWith("java.") || element.isArray();
        Object[] copy = (Object[]) Array.newInstance(fits ? element : Object.class, array.length);
        made.put(array, copy);
        for (int i = 0; i < array.length; i++) {
            copy[i] = own(array[i]);
        }
        return copy;
    }

    /** A closure that a program in Java can call with one argument or none. */
    private record Block(Closure<?> closure)
            implements Function<Object, Object>, Supplier<Object>, Callable<Object>, Runnable {

        @Override
        public Object apply(Object given) {
            return of(closure.call(given));
        }

        @Override
        public Object get() {
            return of(closure.call());
        }

        @Override
        public Object call() {
            return get();
        }

        @Override
        public void run() {
            get();
        }

        @Override
        public String toString() {
            return "a closure";
        }
    }
}
