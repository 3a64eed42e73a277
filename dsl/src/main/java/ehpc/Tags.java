package ehpc;

import ehpc.api.RecordFields;
import ehpc.api.Request;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tags of a cluster: values by keys. Every method calls the service. A request that breaks a rule of the catalogue throws an
 * {@link ehpc.api.InvalidRequestException}, and nothing is sent. Immutable and thread-safe.
 */
public final class Tags {

    private final Cluster cluster;

    Tags(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Returns all tags, in the order of the service (ListTagResources, every page). */
    public Map<String, String> map() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (RecordFields tag : cluster.ehpc().list(request("ListTagResources"))) {
            tags.put(tag.text("TagKey"), tag.text("TagValue"));
        }
        return Collections.unmodifiableMap(tags);
    }

    /**
     * Sets tags; others stay (TagResources).
     *
     * @param tags at most 20, keys and values of 1 to 128 characters
     * @return the request id
     */
    public String put(Map<String, String> tags) {
        List<Map<String, String>> entries = tags.entrySet().stream()
                .map(tag -> {
                    Map<String, String> entry = new LinkedHashMap<>();
                    entry.put("Key", tag.getKey());
                    entry.put("Value", tag.getValue());
                    return entry;
                })
                .toList();
        return cluster.ehpc().send(request("TagResources").with("Tag", entries)).requestId();
    }

    /**
     * Removes tags; a key that the cluster does not have is ignored (UnTagResources).
     *
     * @param keys 1 to 20 keys
     * @return the request id
     */
    public String remove(Collection<String> keys) {
        return cluster.ehpc()
                .send(request("UnTagResources").with("TagKey", List.copyOf(keys)))
                .requestId();
    }

    private Request request(String operation) {
        return cluster.ehpc()
                .request(operation)
                .with("ResourceType", "cluster")
                .with("ResourceId", List.of(cluster.id()));
    }
}
