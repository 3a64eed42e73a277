package ehpc.api;

import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every operation of one API version. Immutable and safe for use by several threads; an operation is read from its resource
 * when it is first asked for.
 */
public final class Catalogue {

    private static final class Ehpc {
        private static final Catalogue CATALOGUE = at("/ehpc/api/2018-04-12/");
    }

    private final String folder;
    private final String product;
    private final String version;
    private final List<String> names;
    private final Set<String> known;
    private final Map<String, String> endpoints;
    private final Map<String, String> vpcEndpoints;
    private final Map<String, String> endpointRule;
    private final Regions regions;
    private final Map<String, String> errorHelp;
    private volatile OperationSearch search;
    private final List<ErrorCode> commonErrors;
    private final List<ErrorCode> productErrors;
    private final Map<String, Operation> operations = new ConcurrentHashMap<>();

    private Catalogue(String folder, Facts facts) {
        this.folder = folder;
        this.product = facts.text("product");
        this.version = facts.text("version");
        this.names = facts.texts("operations");
        this.known = Set.copyOf(names);
        this.endpoints = table(facts, "endpoints");
        this.vpcEndpoints = table(facts, "vpcEndpoints");
        this.endpointRule = table(facts, "endpointRule");
        this.regions = new Regions(this);
        this.errorHelp = table(facts, "errorHelp");
        this.commonErrors = CatalogueFile.errors(facts.texts("commonErrors"), errorHelp);
        this.productErrors = CatalogueFile.errors(facts.texts("productErrors"), errorHelp);
    }

    /**
     * E-HPC, version 2018-04-12.
     *
     * @throws IncompatibleLibraryException the JSON library cannot read it
     */
    public static Catalogue ehpc() {
        JacksonLibrary.demand();
        return Ehpc.CATALOGUE;
    }

    /** The catalogue in a folder of resources, which ends in a slash. */
    static Catalogue at(String folder) {
        return new Catalogue(folder, file(folder + "product.json"));
    }

    /** The product's code, {@code EHPC}. */
    public String product() {
        return product;
    }

    /** The API version, {@code 2018-04-12}. */
    public String version() {
        return version;
    }

    /** Names of all operations, sorted. Reads none of them. */
    public List<String> names() {
        return names;
    }

    /** The operation of that name. */
    public Optional<Operation> find(String name) {
        return known.contains(name) ? Optional.of(operations.computeIfAbsent(name, this::read)) : Optional.empty();
    }

    /**
     * The operation of that name.
     *
     * @throws UnknownOperationException when there is none; it names the nearest one
     */
    public Operation operation(String name) {
        return find(name)
                .orElseThrow(() -> new UnknownOperationException(
                        name, Nearest.to(name, names).orElse(null)));
    }

    /** Finds operations by words for what they do. Reads the table of synonyms when it is first asked for. */
    public OperationSearch search() {
        if (search == null) {
            search = new OperationSearch(this, OperationSearch.synonyms(file(folder + "synonyms.json")));
        }
        return search;
    }

    /** Errors that any operation of any product may answer with, such as {@code Throttling}. */
    public List<ErrorCode> commonErrors() {
        return commonErrors;
    }

    /** Errors that are documented for the product as a whole; an operation may answer with ones it does not list itself. */
    public List<ErrorCode> productErrors() {
        return productErrors;
    }

    /** What an error code means, one own-words line; empty for a code that no document names. */
    public Optional<String> errorHelp(String code) {
        return Optional.ofNullable(errorHelp.get(code));
    }

    /**
     * The matter that an error is about. The code decides, or what it begins with; a code that is not in the table is judged by the
     * HTTP status.
     */
    public static ErrorCategory category(int httpStatus, String code) {
        return ErrorTable.of(code).orElseGet(() -> ErrorTable.of(httpStatus));
    }

    /** Public endpoints by region id: host names. */
    public Map<String, String> endpoints() {
        return endpoints;
    }

    /** Endpoints inside a VPC by region id: host names. */
    public Map<String, String> vpcEndpoints() {
        return vpcEndpoints;
    }

    /** The regions that the endpoints name. */
    public Regions regions() {
        return regions;
    }

    /**
     * The host name by which a region that no table lists would be reached.
     *
     * @param region the region's id, such as {@code cn-hangzhou}
     * @param vpc whether the endpoint inside a VPC is meant
     */
    public String endpointByRule(String region, boolean vpc) {
        return endpointRule.get(vpc ? "vpc" : "public").replace("{region}", region);
    }

    @Override
    public String toString() {
        return product + " " + version;
    }

    private Operation read(String name) {
        return CatalogueFile.operation(file(folder + "operations/" + name + ".json"), errorHelp);
    }

    private static Facts file(String path) {
        InputStream in = Catalogue.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("the catalogue's file " + path + " is missing");
        }
        return new Facts(Json.object(in));
    }

    private static Map<String, String> table(Facts facts, String name) {
        Map<String, String> table = new LinkedHashMap<>();
        Facts.of(facts.value(name)).values().forEach((key, value) -> table.put(key, value.toString()));
        return Collections.unmodifiableMap(table);
    }
}
