package ehpc.api;

import java.util.Optional;

/**
 * How an operation hands out long lists.
 *
 * @param number parameter with the page's number, empty when paged by token
 * @param size parameter with the page's size, empty when paged by token
 * @param total response field with the count of all items, empty when paged by token
 * @param token parameter and response field with the next page's token, empty when paged by number
 * @param items path of the list in the response, such as {@code Nodes.NodeInfo}
 * @param defaultSize items on a page when nothing is said, 0 when unknown
 * @param maxSize most items on a page, 0 when unknown
 */
public record Paging(
        Optional<String> number,
        Optional<String> size,
        Optional<String> total,
        Optional<String> token,
        String items,
        int defaultSize,
        int maxSize) {}
