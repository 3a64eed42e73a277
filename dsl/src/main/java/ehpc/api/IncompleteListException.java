package ehpc.api;

import java.util.Locale;

/** A list whose pages do not add up to the number of elements that the service reports: some are missing, or were read twice. */
public final class IncompleteListException extends ApiException {

    private static final long serialVersionUID = 1L;

    private final long reported;
    private final long read;

    private IncompleteListException(Operation operation, long reported, long read, String detail) {
        super(operation, "IncompleteList", detail);
        this.reported = reported;
        this.read = read;
    }

    /** The pages hold more or fewer different elements than the service reports, or some of them twice. */
    static IncompleteListException counted(Operation operation, long reported, long read, long twice) {
        String detail = "the service reports " + counted(reported, operation) + ", but its pages contain " + read
                + (twice == 0 ? "" : ", " + twice + " of them twice");
        return new IncompleteListException(operation, reported, read, detail);
    }

    /** The service reported one number with one page and another one with a later page. */
    static IncompleteListException changed(Operation operation, long before, long reported, long read) {
        String detail = "the list changed while it was read: the service reported " + counted(before, operation)
                + ", then " + reported + ", and its pages contain " + read;
        return new IncompleteListException(operation, reported, read, detail);
    }

    private static String counted(long number, Operation operation) {
        String elements = elements(operation);
        return number + " " + (number == 1 ? elements.replaceFirst("s$", "") : elements);
    }

    /** The word for the elements, such as {@code invocation results}; what is no plural is a list of entries. */
    private static String elements(Operation operation) {
        String outer = operation.paging().orElseThrow().items().split("\\.")[0];
        return outer.endsWith("s")
                ? outer.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT)
                : "entries";
    }

    /** How many elements there are, as the service last reported. */
    public long reported() {
        return reported;
    }

    /** How many different elements the pages contain. */
    public long read() {
        return read;
    }
}
