package ehpc.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Counts the elements of a list's pages, and checks them against the total that the service reports. */
final class PageTally {

    private final Operation operation;
    private final Paging paging;
    private final SeenKeys keys = new SeenKeys();
    private List<Object> before = List.of();
    private boolean begun;
    private OptionalLong first = OptionalLong.empty();
    private OptionalLong total = OptionalLong.empty();
    private boolean changed;
    private long different;
    private long again;

    PageTally(Operation operation, Paging paging) {
        this.operation = operation;
        this.paging = paging;
    }

    /** Counts a page; returns whether it contains a new element. */
    boolean add(Response page) {
        total(page);
        if (!begun && total.isEmpty() && !page.hasList()) {
            throw ApiException.neither(operation, paging.items(), paging.total().orElseThrow());
        }
        begun = true;
        List<Object> items = page.list(paging.items());
        boolean repeated = items.isEmpty()
                || items.equals(before)
                || !keys.isEmpty() && items.stream().allMatch(this::isKnown);
        before = items;
        if (!repeated) {
            items.forEach(this::count);
        }
        return !repeated;
    }

    private void total(Response page) {
        Optional<Object> given = paging.total()
                .flatMap(page::at)
                .filter(value -> !value.toString().isBlank());
        if (given.isEmpty()) {
            return;
        }
        long number = Values.number(given.get().toString().strip())
                .filter(n -> given.get() instanceof Number || given.get() instanceof String)
                .filter(n -> n.signum() >= 0 && Values.isInteger(n) && Values.fits(n, true))
                .map(BigDecimal::longValueExact)
                .orElseThrow(() -> ApiException.unreadable(
                        operation, paging.total().orElseThrow(), given.get(), "a whole number"));
        changed |= total.isPresent() && total.getAsLong() != number;
        first = first.isPresent() ? first : OptionalLong.of(number);
        total = OptionalLong.of(number);
    }

    private void count(Object item) {
        List<String> key = key(item);
        if (key == null || keys.add(key)) {
            different++;
        } else {
            again++;
        }
    }

    private boolean isKnown(Object item) {
        List<String> key = key(item);
        return key != null && keys.contains(key);
    }

    /** Returns the key of an element; null if it has none. */
    private List<String> key(Object item) {
        if (!(item instanceof Map<?, ?> fields) || paging.key().isEmpty()) {
            return null;
        }
        List<String> key = paging.key().stream()
                .map(name -> Objects.toString(fields.get(name), ""))
                .toList();
        return key.stream().allMatch(String::isBlank) ? null : key;
    }

    /** Returns whether the count has reached the reported total. */
    boolean isReached() {
        return total.isPresent() && different >= total.getAsLong();
    }

    /**
     * Checks, after the last page, that the list is complete.
     *
     * @throws IncompleteListException if it is not
     */
    void check() {
        if (changed) {
            throw IncompleteListException.changed(operation, first.getAsLong(), total.getAsLong(), different);
        }
        if (total.isPresent() && (different != total.getAsLong() || again > 0)) {
            throw IncompleteListException.counted(operation, total.getAsLong(), different, again);
        }
    }
}
