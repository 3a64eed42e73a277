package ehpc.api;

import java.util.List;
import java.util.Optional;

/**
 * How an operation hands out long lists.
 *
 * @param number parameter with the page's number, empty when paged by token
 * @param size parameter with the page's size, empty when paged by token
 * @param total response field with the count of all items, empty when paged by token
 * @param token parameter and response field with the next page's token, empty when paged by number
 * @param items path of the list in the response, such as {@code Nodes.NodeInfo}
 * @param key fields of an element that tell it from every other one, such as {@code Id}; empty when none are known to
 * @param defaultSize items on a page when nothing is said, 0 when unknown
 * @param maxSize most items on a page, 0 when unknown
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
