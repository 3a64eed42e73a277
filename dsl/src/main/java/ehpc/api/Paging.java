package ehpc.api;

import java.util.List;
import java.util.Optional;

/**
 * The paging of an operation.
 *
 * @param number the parameter for the page number; empty if paged by token
 * @param size the parameter for the page size; empty if paged by token
 * @param total the response field with the total; empty if paged by token
 * @param token the parameter and response field for the next page's token; empty if paged by number
 * @param items the path of the list in the response, such as {@code Nodes.NodeInfo}
 * @param key the fields that identify an element, such as {@code Id}; empty if unknown
 * @param defaultSize the default page size; 0 if unknown
 * @param maxSize the maximum page size; 0 if unknown
 */
public record Paging(
        Optional<String> number,
        Optional<String> size,
        Optional<String> total,
        Optional<String> token,
        String items,
        List<String> key,
        int defaultSize,
        int maxSize) {

    /** Copies the list. */
    public Paging {
        key = List.copyOf(key);
    }
}
