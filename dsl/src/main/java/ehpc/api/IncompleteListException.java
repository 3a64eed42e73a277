package ehpc.api;

import java.util.Locale;

/** A list whose pages do not add up to the total that the service reports: elements are missing or were read twice. */
public final class IncompleteListException extends ApiException {

    private static final long serialVersionUID = 1L;

    private final long reported;
    private final long read;

    private IncompleteListException(Operation operation, long reported, long read, String detail) {
        super(operation, "IncompleteList", detail);
        this.reported = reported;
        this.read = read;
    }

    /** Creates the failure of pages with more or fewer distinct elements than reported, or with repeated ones. */
    static IncompleteListException counted(Operation operation, long reported, long read, long twice) {
        String detail = "the service reports " + counted(reported, operation) + ", but its pages contain " + read
                + (twice == 0 ? "" : ", " + twice + " of them twice");
        return new IncompleteListException(operation, reported, read, detail);
    }

    /** Creates the failure of a total that changed between pages. */
    static IncompleteListException changed(Operation operation, long before, long reported, long read) {
        String detail = "the list changed while it was read: the service reported " + counted(before, operation)
                + ", then " + reported + ", and its pages contain " + read;
        return new IncompleteListException(operation, reported, read, detail);
    }

    private static String counted(long number, Operation operation) {
        String elements = elements(operation);
        return number + " " + (number == 1 ? elements.replaceFirst("s$", "") : elements);
    }

    /** Returns the plural for the elements, such as {@code invocation results}; "entries" if the name is not a plural. */
    private static String elements(Operation operation) {
        String outer = operation.paging().orElseThrow().items().split("\\.")[0];
        return outer.endsWith("s")
                ? outer.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT)
                : "entries";
    }

    /** Returns the number of elements that the service reported last. */
    public long reported() {
        return reported;
    }

    /** Returns the number of distinct elements on the pages. */
    public long read() {
        return read;
    }
}
