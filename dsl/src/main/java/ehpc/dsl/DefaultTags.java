package ehpc.dsl;

import ehpc.language.WordPlace;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code tags} in a cluster block. */
final class DefaultTags extends AbstractMap<String, String> implements TagsDsl {

    private final WordGroup<Map<String, String>> group;

    DefaultTags(ClusterScope scope) {
        group = new WordGroup<>(scope, WordPlace.TAGS, cluster -> cluster.tags().map());
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return group.value().entrySet();
    }

    @Override
    public String put(String key, String value) {
        group.checked("put", Map.of(), Arrays.asList(key, value));
        group.change("put", cluster -> cluster.tags().put(Map.of(key, value)));
        return null;
    }

    @Override
    public String remove(Object key) {
        group.checked("remove", Map.of(), Collections.singletonList(key));
        group.change("remove", cluster -> cluster.tags().remove(List.of(key.toString())));
        return null;
    }

    @Override
    public boolean remove(Object key, Object value) {
        throw group.readOnly();
    }

    @Override
    public void clear() {
        throw group.readOnly();
    }
}
