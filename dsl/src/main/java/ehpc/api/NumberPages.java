package ehpc.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;

/** Pages that are asked for by number, up to the total, or where no total is told to the first empty or repeated page. */
final class NumberPages extends AbstractSpliterator<Response> {

    private static final int MOST_PAGES = 10_000;

    private final Transport transport;
    private final Request request;
    private final Paging paging;
    private final String number;
    private final int last;
    private int asked;
    private long read;
    private List<Object> before = List.of();
    private boolean ended;

    NumberPages(Transport transport, Request request, Paging paging) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.transport = transport;
        this.paging = paging;
        this.number = paging.number().orElseThrow();
        this.request = paging.size()
                .filter(size -> paging.maxSize() > 0 && !request.parameters().containsKey(size))
                .map(size -> request.with(size, paging.maxSize()))
                .orElse(request);
        this.last = request.operation()
                .parameter(number)
                .map(p -> p.rules().max())
                .map(BigDecimal::intValue)
                .orElse(MOST_PAGES);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Response> action) {
        if (ended) {
            return false;
        }
        if (asked == last) {
            throw ApiException.lost(
                    request.operation(), 0, "the list did not end after " + last + " pages", null, null);
        }
        asked++;
        Response page = transport.send(request.with(number, asked));
        List<Object> items = page.list(paging.items());
        read += items.size();
        Optional<BigDecimal> total = paging.total().flatMap(page::text).flatMap(Values::number);
        boolean repeated = total.isEmpty() && items.equals(before);
        ended = items.isEmpty()
                || repeated
                || total.filter(t -> t.compareTo(BigDecimal.valueOf(read)) <= 0).isPresent();
        if (asked > 1 && (items.isEmpty() || repeated)) {
            return false;
        }
        before = items;
        action.accept(page);
        return true;
    }
}
