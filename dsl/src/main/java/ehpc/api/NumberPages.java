package ehpc.api;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;

/**
 * Pages by number, read once from the first: up to the total, or to the first empty or repeated page if no total is reported. Fails at the
 * end if the pages do not add up to the total.
 */
final class NumberPages extends AbstractSpliterator<Response> {

    private static final int MOST_PAGES = 10_000;

    private final Transport transport;
    private final Request request;
    private final Paging paging;
    private final String number;
    private final int last;
    private final PageTally tally;
    private final boolean thorough;
    private int asked;
    private boolean ended;

    /** @param thorough whether to read on after a full last page, as the total may be too low */
    NumberPages(Transport transport, Request request, Paging paging, boolean thorough) {
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
        this.thorough = thorough;
        this.tally = new PageTally(request.operation(), paging);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Response> action) {
        Optional<Response> page = ended ? Optional.empty() : next();
        page.ifPresent(action);
        if (page.isEmpty()) {
            tally.check();
        }
        return page.isPresent();
    }

    /** Returns the next page; empty at the end of the list. */
    private Optional<Response> next() {
        if (asked == last) {
            throw ApiException.lost(
                    request.operation(), 0, "the list did not end after " + last + " pages", null, null);
        }
        asked++;
        Optional<Response> page = fetched();
        boolean more = page.isPresent() && tally.add(page.get());
        ended = !more || tally.isReached() && !(thorough && mayContinue(page.get()));
        return page.filter(p -> more || asked == 1);
    }

    /** Returns the page. Once the total is reached, a refusal of a further page ends the list. */
    private Optional<Response> fetched() {
        try {
            return Optional.of(transport.send(request.with(number, asked)));
        } catch (ApiException e) {
            boolean noSuchPage = e.kind() == ApiException.Kind.REFUSED && e.httpStatus() < 500 && !e.throttled();
            if (noSuchPage && tally.isReached()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Returns whether elements may follow after the total is reached: a full page suggests that the total is too low. */
    private boolean mayContinue(Response page) {
        int items = page.list(paging.items()).size();
        return items > 0 && asked < last && items >= Math.min(size(request.parameters()), size(page.body()));
    }

    private int size(Map<String, Object> from) {
        return paging.size()
                .map(from::get)
                .flatMap(size -> Values.number(size.toString()))
                .map(BigDecimal::intValue)
                .filter(size -> size > 0)
                .orElse(Integer.MAX_VALUE);
    }
}
