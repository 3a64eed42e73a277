package ehpc.api;

import java.util.List;

/**
 * The keys of the elements read so far, as numbers of 64 bits: eight to thirty-two bytes for each, so that a list of any length can be
 * checked. That two of a million keys have the same number is less likely than one in ten million, and would make a complete list count as
 * incomplete, never the reverse.
 */
final class SeenKeys {

    private static final int FIRST_SIZE = 64;
    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    /** The numbers at their places; 0 for a free place. */
    private long[] places = new long[FIRST_SIZE];

    private int size;

    /** Adds a key; returns whether it is new. */
    boolean add(List<String> key) {
        long number = number(key);
        int place = place(places, number);
        if (places[place] != 0) {
            return false;
        }
        places[place] = number;
        size++;
        if (size > places.length / 2) {
            grow();
        }
        return true;
    }

    boolean contains(List<String> key) {
        return places[place(places, number(key))] != 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private void grow() {
        long[] larger = new long[places.length * 2];
        for (long number : places) {
            if (number != 0) {
                larger[place(larger, number)] = number;
            }
        }
        places = larger;
    }

    /** Returns the place of a number, or the free place for it. */
    private static int place(long[] places, long number) {
        int place = (int) number & places.length - 1;
        while (places[place] != 0 && places[place] != number) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    private static long number(List<String> key) {
        long number = BASIS;
        for (String text : key) {
            for (int i = 0; i < text.length(); i++) {
                number = (number ^ text.charAt(i)) * PRIME;
            }
            number = (number ^ Character.MAX_VALUE) * PRIME; // the end of a text
        }
        number ^= number >>> 32;
        number *= 0xd6e8feb86659fd93L;
        number ^= number >>> 32;
        return number == 0 ? 1 : number;
    }
}
