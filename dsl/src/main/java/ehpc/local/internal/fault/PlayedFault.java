package ehpc.local.internal.fault;

import ehpc.local.Fault;

/**
 * A fault of one request.
 *
 * @param draw its random number, from 0 to below 1
 */
public record PlayedFault(Fault fault, double draw) {

    /** Returns a random index below the count. */
    public int choice(int count) {
        return (int) (draw * count);
    }
}
