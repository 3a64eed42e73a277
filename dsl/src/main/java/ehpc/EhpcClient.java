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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The entry point: E-HPC as seen by one account in one region. Immutable and thread-safe. The creator of the transport closes it.
 *
 * <pre>{@code
 * EhpcClient ehpc = EhpcClient.create(transport, "cn-hangzhou");
 * Cluster cluster = ehpc.cluster("ehpc-hz-localdemo1");
 * RunResult result = cluster.run("echo hi").on(cluster.nodes().getCompute());
 * }</pre>
 */
public final class EhpcClient {

    private final Catalogue catalogue;
    private final Retrying transport;
    private final String region;
    private final RunListener listener;
    private final PollClock clock;
    private final Effects effects;
    private final Origin origin;

    private EhpcClient(
            Catalogue catalogue,
            Retrying transport,
            String region,
            RunListener listener,
            PollClock clock,
            Effects effects,
            Origin origin) {
        this.catalogue = catalogue;
        this.transport = transport;
        this.region = region;
        this.listener = listener;
        this.clock = clock;
        this.effects = effects;
        this.origin = origin;
    }

    private EhpcClient(Retrying transport, String region) {
        this(
                Catalogue.ehpc(),
                transport,
                region,
                RunListener.NONE,
                PollClock.real(transport),
                Effects.sending(transport),
                Origin.UNKNOWN);
    }

    /**
     * Returns E-HPC over a transport. Reads are retried where that is safe; requests that could take effect twice are sent once.
     *
     * @param region the region, such as {@code cn-hangzhou}
     * @throws InputException if it does not have the form of a region id
     */
    public static EhpcClient create(Transport transport, String region) {
        return new EhpcClient(Retrying.over(transport), checkedRegion(region));
    }

    /** Returns E-HPC over a transport, without a region. Calls throw {@link NoRegionException} until {@link #withRegion} sets one. */
    public static EhpcClient create(Transport transport) {
        return new EhpcClient(Retrying.over(transport), null);
    }

    /**
     * Returns the same account in another region.
     *
     * @throws InputException if it does not have the form of a region id, or is likely a misspelling of a known region
     */
    public EhpcClient withRegion(String otherRegion) {
        if (otherRegion != null) {
            catalogue.regions().meantBy(otherRegion).ifPresent(meant -> {
                throw new InputException("unknown region '" + otherRegion + "'; did you mean '" + meant + "'?");
            });
        }
        return new EhpcClient(catalogue, transport, checkedRegion(otherRegion), listener, clock, effects, origin);
    }

    /** Returns the same account and region, with the operations of another catalogue; {@link Catalogue#ehpc} by default. */
    public EhpcClient withCatalogue(Catalogue other) {
        return new EhpcClient(
                Objects.requireNonNull(other, "catalogue"), transport, region, listener, clock, effects, origin);
    }

    /** Returns the same account and region, with a listener for runs. */
    public EhpcClient withListener(RunListener runs) {
        return new EhpcClient(
                catalogue, transport, region, Objects.requireNonNull(runs, "runs"), clock, effects, origin);
    }

    /**
     * Returns the same account and region, with decorated effects.
     *
     * @param decorated wraps the current effects
     */
    public EhpcClient withEffects(UnaryOperator<Effects> decorated) {
        return new EhpcClient(catalogue, transport, region, listener, clock, decorated.apply(effects), origin);
    }

    /** Returns the same account and region, for effects with this origin. */
    public EhpcClient withOrigin(Origin place) {
        return new EhpcClient(catalogue, transport, region, listener, clock, effects, place);
    }

    /** Returns the same account and region, for reads with a time limit: a failed one is not repeated for longer. */
    EhpcClient withRetriesFor(Duration longest) {
        return new EhpcClient(catalogue, transport.limitedTo(longest), region, listener, clock, effects, origin);
    }

    EhpcClient withClock(PollClock other) {
        return new EhpcClient(catalogue, transport, region, listener, other, effects, origin);
    }

    private static String checkedRegion(String region) {
        if (region == null || !region.matches("[a-z]{2,}(-[a-z0-9]+)+")) {
            throw new InputException("region must look like cn-hangzhou, is '" + region + "'");
        }
        return region;
    }

    /**
     * Returns the region's id.
     *
     * @throws NoRegionException if no region is set
     */
    public String region() {
        if (region == null) {
            throw new NoRegionException();
        }
        return region;
    }

    /** Returns the catalogue of the operations. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Returns whether a region is set. */
    public boolean hasRegion() {
        return region != null;
    }

    /** Creates the service-linked role of E-HPC (InitializeEHPC); an existing role counts as done. */
    public Initialization initialize() {
        return Initialization.by(() -> send(request("InitializeEHPC")));
    }

    /** Creates the linked role of a service (InitializeEHPC); an existing role counts as done. */
    public Initialization initialize(Service service) {
        Request request = request("InitializeEHPC").with("ServiceName", service.wireName());
        return Initialization.by(() -> send(request));
    }

    /** Returns all custom and shared images (ListCustomImages). */
    public List<Image> customImages() {
        return customImages(ImageQuery.ALL);
    }

    /** Returns the custom and shared images that match a query (ListCustomImages). */
    public List<Image> customImages(ImageQuery query) {
        Request request = request("ListCustomImages").with(query.parameters());
        return send(request).records("Images.ImageInfo").stream().map(Image::of).toList();
    }

    /** Returns the regions where E-HPC is available (ListRegions). */
    public List<Region> regions() {
        return send(request("ListRegions")).records("Regions.RegionInfo").stream()
                .map(f -> new Region(f.text("RegionId"), f.text("LocalName")))
                .toList();
    }

    /** Returns the clusters of the region (ListClusters, every page). */
    public List<ClusterSummary> clusters() {
        return list(request("ListClusters")).stream().map(ClusterSummary::of).toList();
    }

    /**
     * Creates a cluster (CreateCluster). Returns when the service has accepted it; {@link Change#await} waits until the cluster runs.
     *
     * @param settings the parameters by the names of the catalogue; {@code Name} is required
     */
    public Change createCluster(Map<String, ?> settings) {
        Response answer = send(request("CreateCluster").with(settings));
        return new Change(this, "", "createCluster", List.of(answer));
    }

    /** Returns a cluster by its id, without a call. */
    public Cluster cluster(String id) {
        return new Cluster(this, id);
    }

    /**
     * Returns a request to this region, with RegionId set where the operation takes it.
     *
     * @param operation the operation's name, such as {@code ListQueues}
     * @throws ehpc.api.UnknownOperationException if it does not exist
     * @throws NoRegionException if no region is set
     */
    public Request request(String operation) {
        Request request = catalogue.operation(operation).request().in(region());
        boolean takesRegion = request.operation().parameter("RegionId").isPresent();
        return takesRegion ? request.with("RegionId", region()) : request;
    }

    /**
     * Sends any request.
     *
     * @param request a request; it is checked again here
     * @throws ehpc.api.InvalidRequestException if the request breaks a rule of the catalogue; nothing is sent
     * @throws ApiException if the service refused it or was not reached, or the answer was lost
     */
    public Response send(Request request) {
        Request whole = request.checked();
        return whole.operation().mutates() ? perform(new Effect.Call(origin, whole)) : read(whole);
    }

    /**
     * Performs an effect.
     *
     * @throws ApiException if the service refused it or was not reached, or the answer was lost
     */
    public <R> R perform(Effect<R> effect) {
        return effects.perform(effect);
    }

    /** Returns whether the origin of an effect is used ({@link Effects#needsOrigin}). */
    public boolean needsOrigin() {
        return effects.needsOrigin();
    }

    private Response read(Request request) {
        effects.reading(request);
        return transport.send(request);
    }

    /** Returns the elements of a paged operation, every page. */
    List<RecordFields> list(Request request) {
        return Pager.list(this::read, request.checked()).stream()
                .map(entry -> new RecordFields(request.operation(), entry))
                .toList();
    }

    /**
     * Streams the elements of a paged operation, in the service's order: {@code ehpc.items(cluster.request("ListNodes"))}. Each page is
     * requested when the stream reaches it, and only one page is kept, so that a list of any length needs little memory. Pages have the
     * maximum size, unless the request sets one; a page number or token in it is ignored. The list is read once: the elements are the
     * complete list only if the stream ends without an exception. The stream is confined to one thread and need not be closed. While it is
     * read, it throws {@link ApiException} if a page is refused or lost, and {@link ehpc.api.IncompleteListException} after its last
     * element if the pages do not add up to the total that the service reports.
     *
     * @param request a request of a paged operation
     * @throws ehpc.api.InvalidRequestException if the request breaks a rule of the catalogue; nothing is sent
     * @throws IllegalArgumentException if the operation is not paged
     */
    public Stream<RecordFields> items(Request request) {
        return Pager.allItems(this::read, request.checked()).map(entry -> new RecordFields(request.operation(), entry));
    }

    /** Streams the elements of a paged operation up to the reported total, even if it may be too low. */
    Stream<RecordFields> reportedItems(Request request) {
        return Pager.items(this::read, request.checked()).map(entry -> new RecordFields(request.operation(), entry));
    }

    Origin origin() {
        return origin;
    }

    RunListener listener() {
        return listener;
    }

    PollClock clock() {
        return clock;
    }
}
