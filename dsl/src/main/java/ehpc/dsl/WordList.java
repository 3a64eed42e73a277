package ehpc.dsl;

import ehpc.Cluster;
import ehpc.api.InputException;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordPlace;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A list of the service with words on it. Asks the service when it is first used as a list, so that {@code users.add} needs no list; before a change and at
 * the end of its block at the latest ({@link UnreadLists}), so that a list kept in a variable has the elements of its line. Thread-safe.
 */
abstract class WordList<T> extends AbstractList<T> implements UnreadLists.Unread {

    private final ClusterScope scope;
    private final WordPlace place;
    private final Function<Cluster, List<T>> reading;
    private List<T> elements;

    WordList(ClusterScope scope, WordPlace place, Function<Cluster, List<T>> reading) {
        this.scope = scope;
        this.place = place;
        this.reading = reading;
        scope.unread().add(this);
    }

    @Override
    public synchronized void read() {
        if (elements == null) {
            elements = reading.apply(scope.reading(place.noun()));
            scope.unread().remove(this);
        }
    }

    private synchronized List<T> elements() {
        read();
        return elements;
    }

    /** Checks the arguments of a word on this list. */
    final WordOptions checked(String word, Map<?, ?> named, List<?> positional) {
        return scope.checked(word(word), named, positional);
    }

    /** Changes the service; the list is read again when it is used next. */
    final void change(String word, Function<Cluster, ?> work) {
        synchronized (this) {
            scope.unread().remove(this);
            elements = null;
        }
        scope.change(word(word).call(), work);
    }

    private Word word(String name) {
        return Vocabulary.at(place, name).orElseThrow();
    }

    @Override
    public T get(int index) {
        return elements().get(index);
    }

    @Override
    public int size() {
        return elements().size();
    }

    @Override
    public void add(int index, T element) {
        throw readOnly();
    }

    @Override
    public T set(int index, T element) {
        throw readOnly();
    }

    @Override
    public T remove(int index) {
        throw readOnly();
    }

    private InputException readOnly() {
        String words =
                String.join(", ", Vocabulary.at(place).stream().map(Word::call).toList());
        return new InputException(
                "the list '" + place.noun() + "' cannot be changed like this; its words are " + words);
    }
}
