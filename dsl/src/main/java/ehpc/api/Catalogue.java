package ehpc.api;

import ehpc.text.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Every operation of one API version of a product. Immutable and thread-safe. Each file is read on first use, so that a program that needs
 * no operation reads none.
 *
 * <p>{@link #ehpc} is the catalogue of this version of the library and the default of everything that takes one. Another one, such as a later
 * API version, is read with {@link #in} and handed to {@link ehpc.EhpcClient#withCatalogue}, {@link ehpc.connect.ConnectionOptions},
 * {@link ehpc.local.LocalOptions} or {@link ehpc.script.Scripts}; catalogues that are used side by side do not affect each other.
 */
public final class Catalogue {

    private static final Catalogue EHPC = new Catalogue(resources("/ehpc/api/2018-04-12/"));

    private final Function<String, JsonFields> files;
    private final Map<String, Operation> operations = new ConcurrentHashMap<>();
    private volatile ProductFile product;
    private volatile OperationSearch search;

    private Catalogue(Function<String, JsonFields> files) {
        this.files = files;
    }

    /** Returns E-HPC, version 2018-04-12. */
    public static Catalogue ehpc() {
        return EHPC;
    }

    /**
     * Returns the catalogue in a directory: {@code product.json}, {@code synonyms.json}, and {@code operations} with one file for each
     * operation, in the form of the files of this library.
     *
     * @throws IllegalStateException if {@code product.json} is missing
     * @throws IncompatibleLibraryException if the JSON library cannot read it
     */
    public static Catalogue in(Path directory) {
        return new Catalogue(name -> {
                    Path file = directory.resolve(name);
                    try {
                        return read(file.toString(), Files.exists(file) ? Files.newInputStream(file) : null);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .loaded();
    }

    /** Returns the catalogue in a folder of resources, whose path ends in a slash. */
    static Catalogue at(String folder) {
        return new Catalogue(resources(folder)).loaded();
    }

    /**
     * Reads the product's file now.
     *
     * @throws IncompatibleLibraryException if the JSON library cannot read it
     */
    public Catalogue loaded() {
        file();
        return this;
    }

    private ProductFile file() {
        ProductFile read = product;
        if (read == null) {
            JacksonLibrary.require();
            read = ProductFile.of(files.apply("product.json"));
            product = read;
        }
        return read;
    }

    /** Returns the product's code, {@code EHPC}. */
    public String product() {
        return file().product();
    }

    /** Returns the API version, {@code 2018-04-12}. */
    public String version() {
        return file().version();
    }

    /** Returns the names of all operations, sorted, without loading them. */
    public List<String> names() {
        return file().names();
    }

    /** Returns the operation with this name. */
    public Optional<Operation> find(String name) {
        return file().known().contains(name)
                ? Optional.of(operations.computeIfAbsent(name, this::read))
                : Optional.empty();
    }

    /**
     * Returns the operation with this name.
     *
     * @throws UnknownOperationException if it does not exist; the message suggests the nearest name
     */
    public Operation operation(String name) {
        return find(name)
                .orElseThrow(() -> new UnknownOperationException(
                        name, Nearest.to(name, names()).orElse(null)));
    }

    /** Returns the search for operations by keywords. Loads the table of synonyms on first use. */
    public OperationSearch search() {
        if (search == null) {
            search = new OperationSearch(this, OperationSearch.synonyms(files.apply("synonyms.json")));
        }
        return search;
    }

    /** Returns the errors that any operation of any product may return, such as {@code Throttling}. */
    public List<ErrorCode> commonErrors() {
        return file().commonErrors();
    }

    /** Returns the errors documented for the product; an operation may return ones that its own list lacks. */
    public List<ErrorCode> productErrors() {
        return file().productErrors();
    }

    /** Returns the meaning of an error code, one line; empty for an undocumented code. */
    public Optional<String> errorHelp(String code) {
        return Optional.ofNullable(file().errorHelp().get(code));
    }

    /** Returns the category of an error, by its code or a prefix of the code; for an unknown code, by the HTTP status. */
    public static ErrorCategory category(int httpStatus, String code) {
        return ErrorTable.of(code).orElseGet(() -> ErrorTable.of(httpStatus));
    }

    /** Returns the host names of the public endpoints by region id. */
    public Map<String, String> endpoints() {
        return file().endpoints();
    }

    /** Returns the host names of the VPC endpoints by region id. */
    public Map<String, String> vpcEndpoints() {
        return file().vpcEndpoints();
    }

    /** Returns the regions that have an endpoint. */
    public Regions regions() {
        return file().regions();
    }

    /**
     * Returns the presumed host name of a region that no table lists.
     *
     * @param region the region's id, such as {@code cn-hangzhou}
     * @param vpc whether to return the endpoint inside a VPC
     */
    public String endpointByRule(String region, boolean vpc) {
        return file().endpointRule().get(vpc ? "vpc" : "public").replace("{region}", region);
    }

    @Override
    public String toString() {
        return product() + " " + version();
    }

    private Operation read(String name) {
        return CatalogueFile.operation(files.apply("operations/" + name + ".json"), file().errorHelp());
    }

    private static Function<String, JsonFields> resources(String folder) {
        return name -> read(folder + name, Catalogue.class.getResourceAsStream(folder + name));
    }

    private static JsonFields read(String path, InputStream in) {
        if (in == null) {
            throw new IllegalStateException("the catalogue's file " + path + " is missing");
        }
        return new JsonFields(Json.object(in));
    }
}
