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
 * service allows, unless the request names their size. A list that changes while it is read may show an element twice or not
 * at all, as the service's pages shift. Stateless and safe for use by several threads; each stream is for one.
 */
public final class Pager {

    private Pager() {}

    /**
     * Every element of a paged operation, in the service's order. Pages are asked for as the stream reaches them.
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
     * The pages of a paged operation, at least one. The stream throws {@link ApiException} where a page was refused or lost, and
     * one of kind {@code LOST} when the list does not end: a token comes again, or there are more pages than any list has.
     *
     * @param transport takes each page's request to the service
     * @param request a checked request of a paged operation
     * @throws IllegalArgumentException when the operation is not paged
     */
    public static Stream<Response> pages(Transport transport, Request request) {
        Paging paging = paging(request);
        return StreamSupport.stream(
                paging.token().isPresent()
                        ? new TokenPages(transport, request, paging)
                        : new NumberPages(transport, request, paging),
                false);
    }

    /**
     * All pages as one answer: the first page's, with every element in its list, page number 1, and the count of elements as page
     * size and total. The answer of an operation that is not paged comes as it is.
     *
     * @param transport takes each page's request to the service
     * @param request a checked request
     * @throws ApiException a page was refused or lost
     */
    public static Response whole(Transport transport, Request request) {
        if (request.operation().paging().isEmpty()) {
            return transport.send(request);
        }
        Paging paging = paging(request);
        List<Response> pages = pages(transport, request).toList();
        List<Object> items = new ArrayList<>();
        pages.forEach(page -> items.addAll(page.list(paging.items())));
        Map<String, Object> body = replaced(pages.get(0).body(), paging.items(), items);
        paging.number().ifPresent(name -> body.put(name, 1));
        paging.size().ifPresent(name -> body.put(name, items.size()));
        paging.total().ifPresent(name -> body.put(name, items.size()));
        paging.token().ifPresent(body::remove);
        return Response.of(request.operation(), body);
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
