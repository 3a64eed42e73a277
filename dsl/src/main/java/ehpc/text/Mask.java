package ehpc.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * Replaces secret texts by asterisks, also where they are quoted for a shell, escaped, percent-encoded, in base64, or cut off with an
 * ellipsis. Thread-safe.
 */
public final class Mask {

    /** The text in place of a secret. */
    public static final String STARS = "***";

    /** A shorter text is not a real secret, and occurs in too many other texts. */
    static final int LEAST = 4;

    private static final Comparator<Place> IN_ORDER = Comparator.comparingInt(Place::start)
            .thenComparing(Comparator.comparingInt(Place::end).reversed());

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** A secret; its forms are made for the first text, which most masks never get. */
    private static final class Entry {

        private final String name;
        private final String secret;
        private volatile List<WrittenForm> forms;

        private Entry(String name, String secret) {
            this.name = name;
            this.secret = secret;
        }

        private List<WrittenForm> forms() {
            if (forms == null) {
                forms = WrittenForm.of(secret);
            }
            return forms;
        }
    }

    /** A part of a text that is a secret. */
    private record Place(int start, int end, String name) {

        boolean contains(Place other) {
            return start <= other.start && other.end <= end && end - start > other.end - other.start;
        }
    }

    /** Creates a mask without secrets. */
    public Mask() {}

    /** Adds a secret with its name; one of less than four characters is not recognized in a text. */
    public synchronized void add(String name, String secret) {
        boolean known = entries.stream().anyMatch(entry -> entry.name.equals(name) && entry.secret.equals(secret));
        if (secret.length() >= LEAST && !known) {
            entries.add(new Entry(name, secret));
        }
    }

    /** Returns a text with asterisks in place of secrets. */
    public String apply(String text) {
        List<Place> places = places(text);
        if (places.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        int at = 0;
        for (Place place : places) {
            if (place.start() >= at) {
                masked.append(text, at, place.start()).append(STARS);
            }
            at = Math.max(at, place.end()); // overlapping secrets are masked together
        }
        return masked.append(text, at, text.length()).toString();
    }

    /** Returns the names of the secrets in a text; of a secret inside a longer one only if it occurs elsewhere, too. */
    public Set<String> names(String text) {
        List<Place> places = places(text);
        return places.stream()
                .filter(place -> places.stream().noneMatch(other -> other.contains(place)))
                .collect(Collectors.groupingBy(
                        place -> List.of(place.start(), place.end()),
                        Collectors.mapping(Place::name, Collectors.minBy(Comparator.naturalOrder()))))
                .values()
                .stream()
                .map(name -> name.orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Place> places(String text) {
        List<Place> places = new ArrayList<>();
        for (Entry entry : entries) {
            for (WrittenForm form : entry.forms()) {
                form.find(text, (start, end) -> places.add(new Place(start, end, entry.name)));
            }
        }
        places.sort(IN_ORDER);
        return places;
    }
}
