package ehpc.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads complete lists, page by page.
 *
 * <p>Reading begins at the first page; a page number or token in the request is ignored. Pages have the maximum size, unless the request
 * sets one. If the service reports a total, the pages must add up to it without duplicates: otherwise the list is read again from its first
 * page, three times in all, and then fails with an {@link IncompleteListException}. Without a total, reading ends at the first empty or
 * repeated page. Stateless and thread-safe; a stream is confined to one thread.
 */
public final class Pager {

    /** The number of reads before a list counts as incomplete. */
    private static final int MOST_READS = 3;

    private Pager() {}

    /**
     * Returns every element of a paged operation, in the service's order.
     *
     * @param transport sends the request for each page
     * @param request a checked request of a paged operation
     * @throws IncompleteListException if the pages do not add up to the total that the service reports
     * @throws ApiException if a page is refused or lost
     * @throws IllegalArgumentException if the operation is not paged
     */
    public static List<Map<String, Object>> list(Transport transport, Request request) {
        String items = paging(request).items();
        return read(transport, request).stream()
                .flatMap(page -> page.objects(items).stream())
                .toList();
    }

    /**
     * Streams the elements of a paged operation, for lists that do not fit into memory. Pages are fetched lazily, once each: the elements
     * match the reported total only if the stream ends without an exception.
     *
     * @param transport sends the request for each page
     * @param request a checked request of a paged operation
     * @throws IllegalArgumentException if the operation is not paged
     */
    public static Stream<Map<String, Object>> items(Transport transport, Request request) {
        return items(transport, request, false);
    }

    /**
     * Streams the elements of a paged operation, like {@link #items}, and requests one more page behind a full last one: the service's
     * total may be too low.
     *
     * @param transport sends the request for each page
     * @param request a checked request of a paged operation
     * @throws IllegalArgumentException if the operation is not paged
     */
    public static Stream<Map<String, Object>> allItems(Transport transport, Request request) {
        return items(transport, request, true);
    }

    private static Stream<Map<String, Object>> items(Transport transport, Request request, boolean thorough) {
        String items = paging(request).items();
        return pages(transport, request, thorough).flatMap(page -> page.objects(items).stream());
    }

    /**
     * Streams the pages of a paged operation, at least one, fetched lazily. The stream throws {@link ApiException} if a page is refused or
     * lost, one of kind {@code LOST} if the list does not end (a repeated token, or too many pages), and {@link IncompleteListException}
     * after the last page if the list is incomplete.
     *
     * @param transport sends the request for each page
     * @param request a checked request of a paged operation
     * @throws IllegalArgumentException if the operation is not paged
     */
    public static Stream<Response> pages(Transport transport, Request request) {
        return pages(transport, request, false);
    }

    private static Stream<Response> pages(Transport transport, Request request, boolean thorough) {
        Paging paging = paging(request);
        return StreamSupport.stream(
                paging.token().isPresent()
                        ? new TokenPages(transport, request, paging)
                        : new NumberPages(transport, request, paging, thorough),
                false);
    }

    /**
     * Returns all pages as one answer: the first page's, with every element in its list, page number 1, and the count of elements as page
     * size. The total is the reported one. The answer of an operation that is not paged is returned unchanged.
     *
     * @param transport sends the request for each page
     * @param request a checked request
     * @throws IncompleteListException if the pages do not add up to the total that the service reports
     * @throws ApiException if a page is refused or lost
     */
    public static Response allPages(Transport transport, Request request) {
        if (request.operation().paging().isEmpty()) {
            return transport.send(request);
        }
        Paging paging = paging(request);
        List<Response> pages = read(transport, request);
        List<Object> items = new ArrayList<>();
        pages.forEach(page -> items.addAll(page.list(paging.items())));
        Map<String, Object> body = replaced(pages.get(0).body(), paging.items(), items);
        paging.number().ifPresent(name -> body.put(name, 1));
        paging.size().ifPresent(name -> body.put(name, items.size()));
        paging.token().ifPresent(body::remove);
        return Response.of(request.operation(), body);
    }

    /** Returns all pages; reads an incomplete list again. */
    private static List<Response> read(Transport transport, Request request) {
        for (int read = 1; ; read++) {
            try {
                return pages(transport, request, true).toList();
            } catch (IncompleteListException e) {
                if (read == MOST_READS) {
                    throw e;
                }
            }
        }
    }

    private static Paging paging(Request request) {
        return request.operation()
                .paging()
                .orElseThrow(() -> new IllegalArgumentException(request.operation() + " is not paged"));
    }

    /** Returns a copy with the value at a dotted path replaced. */
    private static Map<String, Object> replaced(Map<String, Object> body, String path, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(body);
        int dot = path.indexOf('.');
        if (dot < 0) {
            copy.put(path, value);
        } else {
            String first = path.substring(0, dot);
            copy.put(first, replaced(Values.asMap(copy.get(first)), path.substring(dot + 1), value));
        }
        return copy;
    }
}
