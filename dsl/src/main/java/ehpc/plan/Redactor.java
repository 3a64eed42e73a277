package ehpc.plan;

import ehpc.PostScriptEntry;
import ehpc.api.Request;
import ehpc.api.Secret;
import ehpc.text.Mask;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Removes the script's secrets from displayed and stored texts, in each form that {@link Mask} finds, and records the parts omitted from a
 * plan. Not thread-safe.
 */
public final class Redactor {

    static final String STARS = Mask.STARS;

    private final Mask mask = new Mask();

    private final Set<String> withheld = new LinkedHashSet<>();

    /** Creates a redactor without secrets. */
    public Redactor() {}

    /** Registers a secret; one of less than four characters is not recognized in a text. */
    public void add(Secret secret) {
        mask.add(secret.name(), secret.reveal());
    }

    /** Returns whether a text may contain asterisks in place of a secret. */
    public static boolean isRedacted(String text) {
        return text.contains(STARS);
    }

    /** Returns the omitted parts with the reasons, one line each. */
    List<String> withheld() {
        return List.copyOf(withheld);
    }

    /** Returns a request with the names of secrets in place of their values. */
    PlannedCall call(Request request, String where) {
        Map<String, PlannedValue> parameters = new LinkedHashMap<>();
        request.wireValues().forEach((name, value) -> parameters.put(name, planned(name, value, request, where)));
        // Every call is sent with its region, even if the operation has no such parameter.
        request.region().ifPresent(region -> parameters.putIfAbsent(PlannedCall.REGION, new PlannedValue.Text(region)));
        return new PlannedCall(request.operation().name(), parameters);
    }

    private PlannedValue planned(String parameter, Object value, Request request, String where) {
        if (value instanceof Secret secret) {
            return new PlannedValue.SecretName(secret.name());
        }
        if (!request.secretNames().contains(parameter)) {
            return open(parameter, value.toString(), request, where);
        }
        withheld.add(where + request.operation() + ": " + parameter
                + " must be given as secret('NAME'), is plain text; a secret is looked up when the plan is"
                + " carried out");
        return new PlannedValue.Withheld();
    }

    private PlannedValue open(String parameter, String text, Request request, String where) {
        List<String> inside = inside(text);
        if (inside.isEmpty()) {
            return new PlannedValue.Text(text);
        }
        withheld.add(where + request.operation() + ": " + parameter
                + " must not contain a secret, contains the value of " + String.join(", ", inside));
        return new PlannedValue.Withheld();
    }

    /** Returns a text with asterisks in place of secrets. */
    String masked(String text, String what) {
        List<String> inside = inside(text);
        if (!inside.isEmpty()) {
            withheld.add(what + " must not contain a secret, " + (what.endsWith("s") ? "contain" : "contains")
                    + " the value of " + String.join(", ", inside));
        }
        return stars(text);
    }

    /**
     * Returns lists of post-processing scripts without secrets, in which entries are equal only if the originals are: lists that differ
     * only in secrets remain different.
     */
    List<List<PostScriptEntry>> masked(List<List<PostScriptEntry>> lists, String what) {
        Map<PostScriptEntry, PostScriptEntry> shown = new HashMap<>();
        lists.forEach(list -> list.forEach(entry -> shown.computeIfAbsent(entry, one -> {
            String url = masked(one.url(), what);
            String args = masked(one.args(), what);
            return Stream.iterate(1, number -> number + 1)
                    .map(number -> number == 1 ? args : (args + " (secret " + number + ")").strip())
                    .map(redacted -> new PostScriptEntry(url, redacted))
                    .filter(redacted -> !shown.containsValue(redacted))
                    .findFirst()
                    .orElseThrow();
        })));
        return lists.stream()
                .map(list -> list.stream().map(shown::get).toList())
                .toList();
    }

    /** Returns a text with asterisks in place of secrets, without a record of the omission. */
    public String stars(String text) {
        return mask.apply(text);
    }

    private List<String> inside(String text) {
        return mask.names(text).stream().map(name -> "secret '" + name + "'").toList();
    }
}
