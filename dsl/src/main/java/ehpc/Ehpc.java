package ehpc;

import ehpc.api.ApiException;
import ehpc.api.Catalogue;
import ehpc.api.InputException;
import ehpc.api.Pager;
import ehpc.api.RecordFields;
import ehpc.api.Request;
import ehpc.api.Response;
import ehpc.api.Retrying;
import ehpc.api.Transport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * E-HPC through one account, in one region: the way in. Immutable, safe for use by several threads; whoever made the transport
 * closes it.
 *
 * <pre>{@code
 * Ehpc ehpc = Ehpc.over(transport, "cn-hangzhou");
 * Cluster cluster = ehpc.cluster("ehpc-hz-localdemo1");
 * RunResult result = cluster.run("echo hi").on(cluster.nodes().getCompute());
 * }</pre>
 */
public final class Ehpc {

    private final Transport transport;
    private final String region;
    private final RunListener listener;
    private final Waiting waiting;
    private final Effects effects;
    private final Origin origin;

    private Ehpc(
            Transport transport, String region, RunListener listener, Waiting waiting, Effects effects, Origin origin) {
        this.transport = transport;
        this.region = region;
        this.listener = listener;
        this.waiting = waiting;
        this.effects = effects;
        this.origin = origin;
    }

    private Ehpc(Transport transport, String region) {
        this(transport, region, RunListener.NONE, Waiting.real(transport), Effects.sending(transport), Origin.UNKNOWN);
    }

    /**
     * E-HPC over a transport. Reads are tried again where that is safe; whatever could be carried out twice is sent once.
     *
     * @param region the region, such as {@code cn-hangzhou}
     * @throws InputException it has not a region's form
     */
    public static Ehpc over(Transport transport, String region) {
        return new Ehpc(Retrying.over(transport), checkedRegion(region));
    }

    /**
     * E-HPC over a transport, in no region yet: one is to be chosen with {@link #in} before anything is asked, which is an
     * {@link NoRegionException} else.
     */
    public static Ehpc over(Transport transport) {
        return new Ehpc(Retrying.over(transport), null);
    }

    /**
     * The same account in another region.
     *
     * @throws InputException it has not a region's form, or is likely a misspelling of a known region
     */
    public Ehpc in(String otherRegion) {
        if (otherRegion != null) {
            Catalogue.ehpc().regions().meantBy(otherRegion).ifPresent(meant -> {
                throw new InputException(
                        "region must be one of the service, is '" + otherRegion + "'; did you mean '" + meant + "'?");
            });
        }
        return new Ehpc(transport, checkedRegion(otherRegion), listener, waiting, effects, origin);
    }

    /** The same account and region, whose runs are told to a listener. */
    public Ehpc listening(RunListener runs) {
        return new Ehpc(transport, region, Objects.requireNonNull(runs, "runs"), waiting, effects, origin);
    }

    /**
     * The same account and region, in which whatever changes something comes through other effects.
     *
     * @param decorated makes them of the ones of now
     */
    public Ehpc through(UnaryOperator<Effects> decorated) {
        return new Ehpc(transport, region, listener, waiting, decorated.apply(effects), origin);
    }

    /** The same account and region, for effects that come from there. */
    public Ehpc at(Origin place) {
        return new Ehpc(transport, region, listener, waiting, effects, place);
    }

    Ehpc waiting(Waiting other) {
        return new Ehpc(transport, region, listener, other, effects, origin);
    }

    private static String checkedRegion(String region) {
        if (region == null || !region.matches("[a-z]{2,}(-[a-z0-9]+)+")) {
            throw new InputException("region must look like cn-hangzhou, is '" + region + "'");
        }
        return region;
    }

    /**
     * The region's id.
     *
     * @throws NoRegionException no region was chosen
     */
    public String region() {
        if (region == null) {
            throw new NoRegionException();
        }
        return region;
    }

    /** Whether a region was chosen. */
    public boolean hasRegion() {
        return region != null;
    }

    /** Creates the service-linked role of E-HPC (InitializeEHPC); a role that is there already counts as done. */
    public Initialization initialize() {
        return Initialization.by(() -> send(request("InitializeEHPC")));
    }

    /** Creates the linked role of a service (InitializeEHPC); a role that is there already counts as done. */
    public Initialization initialize(Service service) {
        Request request = request("InitializeEHPC").with("ServiceName", service.wireName());
        return Initialization.by(() -> send(request));
    }

    /** All custom and shared images (ListCustomImages). */
    public List<Image> customImages() {
        return customImages(ImageQuery.ALL);
    }

    /** Custom and shared images (ListCustomImages). */
    public List<Image> customImages(ImageQuery query) {
        Request request = request("ListCustomImages");
        for (Map.Entry<String, Object> parameter : query.parameters().entrySet()) {
            request = request.with(parameter.getKey(), parameter.getValue());
        }
        return send(request).objects("Images.ImageInfo").stream().map(Image::of).toList();
    }

    /** The regions where E-HPC can be used (ListRegions). */
    public List<Region> regions() {
        return send(request("ListRegions")).objects("Regions.RegionInfo").stream()
                .map(entry -> RecordFields.of("ListRegions", entry))
                .map(f -> new Region(f.text("RegionId"), f.text("LocalName")))
                .toList();
    }

    /** The clusters of the region (ListClusters, every page). */
    public List<ClusterSummary> clusters() {
        return list(request("ListClusters")).stream().map(ClusterSummary::of).toList();
    }

    /** A cluster by its id. Nothing is asked yet. */
    public Cluster cluster(String id) {
        return new Cluster(this, id);
    }

    /**
     * A request to this region, with RegionId filled in where the operation has it.
     *
     * @param operation the operation's name, such as {@code ListQueues}
     * @throws ehpc.api.UnknownOperationException there is none of that name
     * @throws NoRegionException no region was chosen
     */
    public Request request(String operation) {
        Request request = Catalogue.ehpc().operation(operation).request().in(region());
        boolean takesRegion = request.operation().parameter("RegionId").isPresent();
        return takesRegion ? request.with("RegionId", region()) : request;
    }

    /**
     * Sends any request.
     *
     * @param request a request, checked here once more
     * @throws ehpc.api.InvalidRequestException the catalogue finds something wrong; nothing was sent
     * @throws ApiException the service refused it, was not reached, or its answer was lost
     */
    public Response send(Request request) {
        Request whole = request.checked();
        return whole.operation().mutates() ? perform(new Effect.Call(origin, whole)) : read(whole);
    }

    /**
     * Has an effect carried out.
     *
     * @throws ApiException the service refused it, was not reached, or its answer to a call was lost
     */
    public <R> R perform(Effect<R> effect) {
        return effects.perform(effect);
    }

    private Response read(Request request) {
        effects.reading(request);
        return transport.send(request);
    }

    /** The elements of a paged operation, every page. */
    List<Map<String, Object>> list(Request request) {
        return Pager.list(this::read, request.checked());
    }

    /** The same one after the other: the next page is read when the one before is used up. */
    Stream<Map<String, Object>> items(Request request) {
        return Pager.items(this::read, request.checked());
    }

    Origin origin() {
        return origin;
    }

    RunListener listener() {
        return listener;
    }

    Waiting waiting() {
        return waiting;
    }
}
