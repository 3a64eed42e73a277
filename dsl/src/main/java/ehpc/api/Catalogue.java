package ehpc.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every operation of one API version. Immutable and safe for use by several threads; an operation is read from its resource
 * when it is first asked for.
 */
public final class Catalogue {

    private Catalogue() {}

    /** E-HPC, version 2018-04-12. */
    public static Catalogue ehpc() {
        throw new UnsupportedOperationException();
    }

    /** The product's code, {@code EHPC}. */
    public String product() {
        throw new UnsupportedOperationException();
    }

    /** The API version, {@code 2018-04-12}. */
    public String version() {
        throw new UnsupportedOperationException();
    }

    /** Names of all operations, sorted. */
    public List<String> names() {
        throw new UnsupportedOperationException();
    }

    /** The operation of that name. */
    public Optional<Operation> find(String name) {
        throw new UnsupportedOperationException();
    }

    /**
     * The operation of that name.
     *
     * @throws UnknownOperationException when there is none; it names the nearest one
     */
    public Operation operation(String name) {
        throw new UnsupportedOperationException();
    }

    /** Errors that any operation may answer with. */
    public List<ErrorCode> commonErrors() {
        throw new UnsupportedOperationException();
    }

    /** Public endpoints by region id: host names. */
    public Map<String, String> endpoints() {
        throw new UnsupportedOperationException();
    }

    /** Endpoints inside a VPC by region id: host names. */
    public Map<String, String> vpcEndpoints() {
        throw new UnsupportedOperationException();
    }
}
