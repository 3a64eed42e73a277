package ehpc.api;

import java.util.HashSet;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;

/** Pages linked by tokens, up to one without a token. */
final class TokenPages extends AbstractSpliterator<Response> {

    private static final int MOST_PAGES = 10_000;

    private final Transport transport;
    private final Request request;
    private final String token;
    private final String items;
    private final Set<String> seen = new HashSet<>();
    private String next;
    private boolean ended;

    TokenPages(Transport transport, Request request, Paging paging) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.transport = transport;
        this.request = request;
        this.token = paging.token().orElseThrow();
        this.items = paging.items();
    }

    @Override
    public boolean tryAdvance(Consumer<? super Response> action) {
        if (ended) {
            return false;
        }
        Response page = transport.send(request.with(token, next));
        Object given = page.at(token).orElse("");
        if (!(given instanceof String)) {
            throw ApiException.unreadable(request.operation(), token, given, "a text");
        }
        if (given.toString().isBlank() && !page.hasList()) {
            throw ApiException.neither(request.operation(), items, token);
        }
        next = given.toString().isBlank() ? null : given.toString();
        ended = next == null;
        if (!ended && (!seen.add(next) || seen.size() == MOST_PAGES)) {
            throw ApiException.lost(
                    request.operation(), 0, "the list did not end after " + seen.size() + " pages", null, null);
        }
        action.accept(page);
        return true;
    }
}
