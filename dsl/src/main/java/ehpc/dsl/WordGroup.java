package ehpc.dsl;

import ehpc.Cluster;
import ehpc.api.InputException;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordPlace;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A group of things of the service with words on it. Asks the service when its value is first used, so that {@code users.add} needs no list; before a change and
 * at the end of its block at the latest ({@link UnreadLists}), so that a list kept in a variable has the elements of its line. Thread-safe.
 *
 * @param <V> the things, such as a list
 */
final class WordGroup<V> implements UnreadLists.Unread {

    private final ClusterScope scope;
    private final WordPlace place;
    private final Function<Cluster, V> reading;
    private V value;

    WordGroup(ClusterScope scope, WordPlace place, Function<Cluster, V> reading) {
        this.scope = scope;
        this.place = place;
        this.reading = reading;
        scope.unread().add(this);
    }

    @Override
    public synchronized void read() {
        if (value == null) {
            value = reading.apply(cluster());
            scope.unread().remove(this);
        }
    }

    synchronized V value() {
        read();
        return value;
    }

    /** Returns the cluster, for a read. */
    Cluster cluster() {
        return scope.reading(place.noun());
    }

    /** Checks the arguments of a word on this group, and returns those with names. */
    WordOptions checked(String word, Map<?, ?> named, List<?> positional) {
        return scope.checked(word(word), named, positional);
    }

    /** Changes the service; the things are read again when they are used next. */
    <T> T change(String word, Function<Cluster, T> work) {
        synchronized (this) {
            scope.unread().remove(this);
            value = null;
        }
        return scope.change(word(word).call(), work);
    }

    private Word word(String name) {
        return Vocabulary.at(place, name).orElseThrow();
    }

    /** Returns the refusal of a method of Java that would change the things. */
    InputException readOnly() {
        String words =
                String.join(", ", Vocabulary.at(place).stream().map(Word::call).toList());
        return new InputException("'" + place.noun() + "' cannot be changed like this; its words are " + words);
    }
}
