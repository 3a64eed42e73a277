package ehpc.dsl;

import ehpc.api.InputException;

/** The number of clusters that {@code parallel} works on at a time. */
public final class Width {

    /** The greatest width. */
    public static final int MOST = 64;

    private Width() {}

    /**
     * Returns the width, if it is valid.
     *
     * @throws InputException if it is not 1 to {@value #MOST}
     */
    public static int checked(int width) {
        if (width < 1 || width > MOST) {
            throw new InputException("the width of parallel must be 1 to " + MOST + ", is " + width);
        }
        return width;
    }
}
