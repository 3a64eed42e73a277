package ehpc.dsl;

import ehpc.api.ApiException;
import ehpc.api.IncompleteListException;
import ehpc.api.NameStyle;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The elements of a paged operation, on every page: {@code for (node in api.all.listNodes()) println node.hostName}. Nothing is sent
 * before the first element is read. Each page is requested when the iteration reaches it, and only one page is kept. Each iteration reads
 * the list anew. An iteration throws an {@link IncompleteListException} at its end if the pages do not add up to the total that the
 * service reports, and an {@link ApiException} if a page is refused or lost.
 */
public final class ApiItems implements Iterable<ApiRecord> {

    private final ApiList list;
    private final Supplier<Stream<ApiRecord>> reading;

    /** @param reading opens the list at its first page */
    ApiItems(ApiList list, Supplier<Stream<ApiRecord>> reading) {
        this.list = list;
        this.reading = reading;
    }

    @Override
    public Iterator<ApiRecord> iterator() {
        return reading.get().iterator();
    }

    /** Returns whether the list has an element; reads its first page. */
    public boolean asBoolean() {
        return iterator().hasNext();
    }

    /** Returns the operation; the elements may be too many to show. */
    @Override
    public String toString() {
        return "the elements of " + NameStyle.SCRIPT.of(list.operation().name());
    }
}
