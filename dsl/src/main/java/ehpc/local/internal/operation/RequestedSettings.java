package ehpc.local.internal.operation;

import ehpc.api.Json;
import ehpc.api.Parameter;
import ehpc.local.internal.Refusal;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Image;
import ehpc.local.internal.world.PostScript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The parameters of requests that make clusters and nodes, as they are kept. */
final class RequestedSettings {

    /** Kept elsewhere, or not at all. */
    private static final Set<String> NOT_KEPT =
            Set.of("ClientToken", "ClusterId", "Description", "Name", "Nodes", "PostInstallScript", "RegionId", "Tag");

    private RequestedSettings() {}

    /** Returns the parameters without passwords; lists and objects are JSON. */
    static Map<String, String> of(Call call) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Parameter parameter : call.operation().parameters()) {
            Object value = call.parameters().get(parameter.name());
            if (value != null && !parameter.holdsSecret() && !NOT_KEPT.contains(parameter.name())) {
                boolean nested = value instanceof List || value instanceof Map;
                settings.put(parameter.name(), nested ? Json.text(value) : value.toString());
            }
        }
        return settings;
    }

    /** Returns these settings, as far as they are given. */
    static Map<String, String> of(Map<String, String> all, String... names) {
        Map<String, String> some = new LinkedHashMap<>(all);
        some.keySet().retainAll(Set.of(names));
        return some;
    }

    /** Returns the post scripts of a request. */
    static List<PostScript> postScripts(Call call, String name) {
        return call.objects(name).stream()
                .map(script -> new PostScript(
                        ParameterValues.text(script, "Url").orElse(""),
                        ParameterValues.text(script, "Args").orElse("")))
                .toList();
    }

    /** Returns the image of the request; refuses an unknown one. */
    static Optional<Image> image(Call call) {
        return image(call, message -> new Refusal(404, "ImageNotFound", message));
    }

    /** Returns the image of the request; refuses an unknown one with a refusal of its own. */
    static Optional<Image> image(Call call, Function<String, Refusal> refusal) {
        Optional<String> owner = call.optional("ImageOwnerAlias");
        return call.optional("ImageId")
                .map(id -> Image.ofClusters().stream()
                        .filter(image -> image.id().equals(id))
                        .filter(image -> owner.isEmpty() || image.owner().equals(owner.get()))
                        .findFirst()
                        .orElseThrow(() -> refusal.apply("ImageId must be an image for " + Hardware.PLATFORM
                                + owner.map(alias -> " of owner " + alias).orElse("") + ", is " + id)));
    }

    /** Checks the forms of the ids of the network, and that the zone is in the region. */
    static void requireNetwork(Call call) {
        call.like("VpcId", "vpc-[a-z0-9]+", "vpc-b3f3edefefeep0760yju1");
        call.like("VSwitchId", "vsw-[a-z0-9]+", "vsw-bp1lfcjbfb099rrjn1a2b");
        call.like("SecurityGroupId", "sg-[a-z0-9]+", "sg-bp13n61xsydodfyg1a2b");
        requireZone(call, call.optional("ZoneId"));
    }

    static void requireZone(Call call, Optional<String> zone) {
        zone.filter(name -> !name.startsWith(call.region() + "-")).ifPresent(name -> {
            throw call.invalid("ZoneId must be a zone of region " + call.region() + ", is " + name);
        });
    }
}
