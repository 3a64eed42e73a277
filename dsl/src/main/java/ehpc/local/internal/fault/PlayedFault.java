package ehpc.local.internal.fault;

import ehpc.local.Fault;

/**
 * A fault of one request.
 *
 * @param draw a number of chance for it, 0 to below 1
 */
public record PlayedFault(Fault fault, double draw) {

    /** Returns one of so many items, by chance. */
    public int choice(int count) {
        return (int) (draw * count);
    }
}
