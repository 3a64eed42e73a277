package ehpc.dsl;

import ehpc.Cluster;
import ehpc.language.WordPlace;
import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A list of the service with words on it ({@link WordGroup}). */
abstract class WordList<T> extends AbstractList<T> {

    private final WordGroup<List<T>> group;

    WordList(ClusterScope scope, WordPlace place, Function<Cluster, List<T>> reading) {
        group = new WordGroup<>(scope, place, reading);
    }

    final WordGroup<List<T>> group() {
        return group;
    }

    @Override
    public T get(int index) {
        return group.value().get(index);
    }

    @Override
    public int size() {
        return group.value().size();
    }

    @Override
    public void add(int index, T element) {
        throw group.readOnly();
    }

    @Override
    public T set(int index, T element) {
        throw group.readOnly();
    }

    @Override
    public T remove(int index) {
        throw group.readOnly();
    }

    // The inherited methods change nothing in an empty list, and say nothing.

    @Override
    public boolean remove(Object element) {
        throw group.readOnly();
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        throw group.readOnly();
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        throw group.readOnly();
    }

    @Override
    public boolean removeIf(Predicate<? super T> filter) {
        throw group.readOnly();
    }

    @Override
    public boolean addAll(Collection<? extends T> elements) {
        throw group.readOnly();
    }

    @Override
    public void clear() {
        throw group.readOnly();
    }
}
