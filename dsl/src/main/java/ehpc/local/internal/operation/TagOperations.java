package ehpc.local.internal.operation;

import ehpc.local.PageFault;
import ehpc.local.internal.Refusal;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations on the tags of clusters. A request changes all of its clusters, or none. */
final class TagOperations {

    private static final int PAGE_SIZE = 50;
    private static final Pattern TOKEN = Pattern.compile("page ([1-9][0-9]{0,5})");

    private record Tag(String clusterId, String key, String value) {}

    private final World world;

    TagOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of("TagResources", this::tag, "UnTagResources", this::untag, "ListTagResources", this::list);
    }

    private Map<String, ?> tag(Call call) {
        List<Cluster> clusters = clusters(call);
        Map<String, String> tags = new TreeMap<>();
        for (int i = 0; i < call.objects("Tag").size(); i++) {
            String key = call.field("Tag", i, "Key");
            if (tags.put(key, call.field("Tag", i, "Value")) != null) {
                throw new Refusal(403, "Duplicate.TagKey", "tag key '" + key + "' must be given once, is given twice");
            }
        }
        world.changeTags(clusters, present -> present.putAll(tags));
        return Map.of();
    }

    private Map<String, ?> untag(Call call) {
        List<Cluster> clusters = clusters(call);
        List<String> keys = call.texts("TagKey");
        if (!keys.isEmpty()) {
            world.changeTags(clusters, present -> present.keySet().removeAll(keys));
        } else if (call.flag("All", false)) {
            world.changeTags(clusters, Map::clear);
        } else {
            throw call.invalid("TagKey must be given if All is not true");
        }
        return Map.of();
    }

    /** The pages have tokens; the documents state no size. */
    private Map<String, ?> list(Call call) {
        List<Cluster> clusters = clusters(call);
        List<Tag> tags = new ArrayList<>();
        for (Cluster cluster : clusters.isEmpty() ? world.clusters(call.region()) : clusters) {
            Map<String, String> present = world.tags(cluster);
            if (wanted(call, present)) {
                present.forEach((key, value) -> tags.add(new Tag(cluster.id(), key, value)));
            }
        }
        int number =
                call.optional("NextToken").map(token -> number(call, token)).orElse(1);
        Map<String, Object> page = new Page(number, PAGE_SIZE, call.faults().find(PageFault.class))
                .of(tags, "TagResources", "TagResource", TagOperations::rendered);
        boolean last = number * PAGE_SIZE >= (int) page.get("TotalCount");
        return AnswerFields.of("NextToken", last ? "" : token(number + 1))
                .and("TagResources", page.get("TagResources"));
    }

    private static boolean wanted(Call call, Map<String, String> tags) {
        for (int i = 0; i < call.objects("Tag").size(); i++) {
            String value = tags.get(call.field("Tag", i, "Key"));
            Object wanted = call.objects("Tag").get(i).get("Value");
            if (value == null || wanted != null && !wanted.toString().isEmpty() && !value.equals(wanted.toString())) {
                return false;
            }
        }
        return true;
    }

    private static AnswerFields rendered(Tag tag) {
        return AnswerFields.of("ResourceId", tag.clusterId())
                .and("ResourceType", "cluster")
                .and("TagKey", tag.key())
                .and("TagValue", tag.value());
    }

    private static String token(int number) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("page " + number).getBytes(StandardCharsets.UTF_8));
    }

    private static int number(Call call, String token) {
        try {
            Matcher matcher = TOKEN.matcher(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
            if (matcher.matches()) {
                return Integer.parseInt(matcher.group(1));
            }
        } catch (IllegalArgumentException e) {
            // Not Base64, so not a token.
        }
        throw call.invalid("NextToken must be that of an answer, is " + token);
    }

    /** Returns the clusters of the request; empty if it names none. */
    private List<Cluster> clusters(Call call) {
        return call.texts("ResourceId").stream()
                .distinct()
                .map(id -> world.cluster(id, call.region()))
                .toList();
    }
}
