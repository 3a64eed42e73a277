package ehpc.node;

import ehpc.api.InputException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number of nodes, given as a count or as a percentage of a set.
 *
 * @param value the count, or the percentage
 * @param percent whether it is a percentage
 */
public record CountOrPercent(double value, boolean percent) {

    /** @throws InputException if it is negative, more than 100 percent, or a count with a fraction */
    public CountOrPercent {
        if (percent && !(value >= 0 && value <= 100)) {
            throw new InputException("a percentage must be 0 to 100, is " + plain(value));
        }
        if (!percent && !(value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value))) {
            throw new InputException("a number of nodes must be a whole number, 0 or more, is " + plain(value));
        }
    }

    /** Returns a count of nodes. */
    public static CountOrPercent count(int nodes) {
        return new CountOrPercent(nodes, false);
    }

    /** Returns a percentage of a set. */
    public static CountOrPercent percent(double percent) {
        return new CountOrPercent(percent, true);
    }

    /**
     * Reads a number of nodes in the form of {@link #toString}, such as {@code 3} or {@code 5%}.
     *
     * @throws InputException if it has another form
     */
    public static CountOrPercent of(String text) {
        boolean percent = text.endsWith("%");
        try {
            return new CountOrPercent(
                    Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text), percent);
        } catch (NumberFormatException e) {
            throw new InputException("a number of nodes must be like 3 or 5%, is '" + text + "'");
        }
    }

    /** Returns the share of a set, rounded down. */
    public int floorOf(int total) {
        return percent ? of(total, RoundingMode.FLOOR) : (int) Math.min(total, value);
    }

    /** Returns the share of a set, rounded up, at least 1. */
    public int ceilingOf(int total) {
        return Math.max(1, percent ? of(total, RoundingMode.CEILING) : (int) Math.min(total, value));
    }

    private int of(int total, RoundingMode rounding) {
        return BigDecimal.valueOf(value)
                .multiply(BigDecimal.valueOf(total))
                .movePointLeft(2)
                .setScale(0, rounding)
                .intValue();
    }

    @Override
    public String toString() {
        return plain(value) + (percent ? "%" : "");
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
