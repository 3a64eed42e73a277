package ehpc.node;

import java.math.BigInteger;
import java.util.Comparator;

/** Orders texts naturally: runs of digits by their value, so that n9 precedes n10. */
final class NaturalOrder implements Comparator<String> {

    @Override
    public int compare(String one, String other) {
        String[] a = pieces(one);
        String[] b = pieces(other);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = piece(a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return a.length == b.length ? one.compareTo(other) : a.length - b.length;
    }

    private static String[] pieces(String text) {
        return text.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
    }

    private static int piece(String a, String b) {
        boolean numbers = a.matches("\\d+") && b.matches("\\d+");
        return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }
}
