package ehpc.local.internal.world;

import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lists in the settings of a cluster, which are JSON. */
final class CreationLists {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CreationLists() {}

    /** Returns the objects of a list of the request that created a cluster; empty if it had none. */
    static List<Map<String, Object>> objects(Cluster cluster, String parameter) {
        return MAPPER.readValue(cluster.setting(parameter, "[]"), new TypeReference<>() {});
    }
}
