package ehpc.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads long lists whole, page by page.
 *
 * <p>Reading begins at the first page; a page number or token in the request is not looked at. Pages are as large as the
 * service allows, unless the request names their size. Where the service reports how many elements there are, the pages must add
 * up to that number, each element once: else a list is read again from its first page, three times in all, and
 * then is an {@link IncompleteListException}. A service that reports no number is read up to its first page that is empty or
 * repeated. Stateless and safe for use by several threads; each stream is for one.
 */
public final class Pager {

    /** How often a list is read before it counts as incomplete. */
    private static final int MOST_READS = 3;

    private Pager() {}

    /**
     * Every element of a paged operation, in the service's order.
     *
     * @param transport takes each page's request to the service
     * @param request a checked request of a paged operation
     * @throws IncompleteListException the pages do not add up to the number of elements that the service reports
     * @throws ApiException a page was refused or lost
     * @throws IllegalArgumentException when the operation is not paged
     */
    public static List<Map<String, Object>> list(Transport transport, Request request) {
        String items = paging(request).items();
        return read(transport, request).stream()
                .flatMap(page -> page.objects(items).stream())
                .toList();
    }

    /**
     * The elements of a paged operation as they come, for lists that are too long to be kept. Pages are asked for as the stream reaches
     * them, and once each: only where the stream has come to its end without an exception, the elements were as many as the service
     * reports.
     *
     * @param transport takes each page's request to the service
     * @param request a checked request of a paged operation
     * @throws IllegalArgumentException when the operation is not paged
     */
    public static Stream<Map<String, Object>> items(Transport transport, Request request) {
        String items = paging(request).items();
        return pages(transport, request).flatMap(page -> page.objects(items).stream());
    }

    /**
     * The pages of a paged operation, at least one, asked for as the stream reaches them. The stream throws {@link ApiException} where
     * a page was refused or lost, one of kind {@code LOST} when the list does not end (a token comes again, or there are more pages
     * than any list has), and {@link IncompleteListException} behind the last page when the pages are not the whole list.
     *
     * @param transport takes each page's request to the service
     * @param request a checked request of a paged operation
     * @throws IllegalArgumentException when the operation is not paged
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
     * All pages as one answer: the first page's, with every element in its list, page number 1, and the count of elements as page
     * size. The total is the service's own. The answer of an operation that is not paged comes as it is.
     *
     * @param transport takes each page's request to the service
     * @param request a checked request
     * @throws IncompleteListException the pages do not add up to the number of elements that the service reports
     * @throws ApiException a page was refused or lost
     */
    public static Response whole(Transport transport, Request request) {
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

    /** All pages; read again where they are not the whole list. */
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

    /** A copy with the value at a dotted path replaced. */
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
