package ehpc.api;

import ehpc.text.Nearest;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every operation of one API version. Immutable and thread-safe. An operation is read from its resource on first use. */
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

    private Catalogue(String folder, JsonFields facts) {
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
     * @throws IncompatibleLibraryException if the JSON library cannot read it
     */
    public static Catalogue ehpc() {
        JacksonLibrary.demand();
        return Ehpc.CATALOGUE;
    }

    /** Returns the catalogue in a folder of resources, whose path ends in a slash. */
    static Catalogue at(String folder) {
        return new Catalogue(folder, file(folder + "product.json"));
    }

    /** Returns the product's code, {@code EHPC}. */
    public String product() {
        return product;
    }

    /** Returns the API version, {@code 2018-04-12}. */
    public String version() {
        return version;
    }

    /** Returns the names of all operations, sorted, without loading them. */
    public List<String> names() {
        return names;
    }

    /** Returns the operation with this name. */
    public Optional<Operation> find(String name) {
        return known.contains(name) ? Optional.of(operations.computeIfAbsent(name, this::read)) : Optional.empty();
    }

    /**
     * Returns the operation with this name.
     *
     * @throws UnknownOperationException if it does not exist; the message suggests the nearest name
     */
    public Operation operation(String name) {
        return find(name)
                .orElseThrow(() -> new UnknownOperationException(
                        name, Nearest.to(name, names).orElse(null)));
    }

    /** Returns the search for operations by keywords. Loads the table of synonyms on first use. */
    public OperationSearch search() {
        if (search == null) {
            search = new OperationSearch(this, OperationSearch.synonyms(file(folder + "synonyms.json")));
        }
        return search;
    }

    /** Returns the errors that any operation of any product may return, such as {@code Throttling}. */
    public List<ErrorCode> commonErrors() {
        return commonErrors;
    }

    /** Returns the errors documented for the product; an operation may return ones that its own list lacks. */
    public List<ErrorCode> productErrors() {
        return productErrors;
    }

    /** Returns the meaning of an error code, one line; empty for an undocumented code. */
    public Optional<String> errorHelp(String code) {
        return Optional.ofNullable(errorHelp.get(code));
    }

    /** Returns the category of an error, by its code or a prefix of the code; for an unknown code, by the HTTP status. */
    public static ErrorCategory category(int httpStatus, String code) {
        return ErrorTable.of(code).orElseGet(() -> ErrorTable.of(httpStatus));
    }

    /** Returns the host names of the public endpoints by region id. */
    public Map<String, String> endpoints() {
        return endpoints;
    }

    /** Returns the host names of the VPC endpoints by region id. */
    public Map<String, String> vpcEndpoints() {
        return vpcEndpoints;
    }

    /** Returns the regions that have an endpoint. */
    public Regions regions() {
        return regions;
    }

    /**
     * Returns the presumed host name of a region that no table lists.
     *
     * @param region the region's id, such as {@code cn-hangzhou}
     * @param vpc whether to return the endpoint inside a VPC
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

    private static JsonFields file(String path) {
        InputStream in = Catalogue.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("the catalogue's file " + path + " is missing");
        }
        return new JsonFields(Json.object(in));
    }

    private static Map<String, String> table(JsonFields facts, String name) {
        Map<String, String> table = new LinkedHashMap<>();
        JsonFields.of(facts.value(name)).values().forEach((key, value) -> table.put(key, value.toString()));
        return Collections.unmodifiableMap(table);
    }
}
