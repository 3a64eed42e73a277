package ehpc.plan;

import ehpc.PostScriptEntry;
import ehpc.api.Request;
import ehpc.api.Secret;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Keeps the secrets that a script was given out of texts that are shown, and knows what was left out of a plan for that. */
final class Redactor {

    /** A shorter text protects nothing, and stands in too many others. */
    private static final int LEAST = 4;

    static final String STARS = "***";

    /** A secret may begin with another one: of that nothing must be left. */
    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    /** What a text must not show: the secrets, and how they stand in a shell's quotes. */
    private final Map<String, String> nameByForm = new TreeMap<>(LONGEST_FIRST);

    private final Set<String> withheld = new LinkedHashSet<>();

    void add(Secret secret) {
        String value = secret.reveal();
        if (value.length() >= LEAST) {
            add(value, secret.name());
            add(value.replace("'", "'\\''"), secret.name());
        }
    }

    private void add(String form, String name) {
        nameByForm.merge(form, name, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    /** What was left out, and why; a line each. */
    List<String> withheld() {
        return List.copyOf(withheld);
    }

    /** Returns a request in which secrets are named, not told. */
    PlannedCall call(Request request, String where) {
        Map<String, PlannedValue> parameters = new LinkedHashMap<>();
        request.wireValues().forEach((name, value) -> parameters.put(name, planned(name, value, request, where)));
        // Every call is sent with its region, also where the operation knows no such parameter.
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
        withheld.add(
                where + request.operation() + ": " + parameter
                        + " must be given as secret('NAME'), which is looked up when the plan is carried out; it is plain text");
        return new PlannedValue.Withheld();
    }

    private PlannedValue open(String parameter, String text, Request request, String where) {
        List<String> inside = inside(text);
        if (inside.isEmpty()) {
            return new PlannedValue.Text(text);
        }
        withheld.add(where + request.operation() + ": " + parameter + " must not hold a secret, it holds the value of "
                + String.join(", ", inside));
        return new PlannedValue.Withheld();
    }

    /** Returns a text with stars in place of secrets. */
    String masked(String text, String what) {
        List<String> inside = inside(text);
        if (!inside.isEmpty()) {
            withheld.add(what + " must not hold a secret, " + (what.endsWith("s") ? "they hold" : "it holds")
                    + " the value of " + String.join(", ", inside));
        }
        return stars(text);
    }

    /**
     * Lists of post-processing scripts without secrets, in which entries are alike only where they are: lists that differ in nothing but
     * secrets are seen to differ.
     */
    List<List<PostScriptEntry>> masked(List<List<PostScriptEntry>> lists, String what) {
        Map<PostScriptEntry, PostScriptEntry> shown = new HashMap<>();
        lists.forEach(list -> list.forEach(entry -> shown.computeIfAbsent(entry, one -> {
            String url = masked(one.url(), what);
            String args = masked(one.args(), what);
            return Stream.iterate(1, number -> number + 1)
                    .map(number -> number == 1 ? args : (args + " (secret " + number + ")").strip())
                    .map(told -> new PostScriptEntry(url, told))
                    .filter(told -> !shown.containsValue(told))
                    .findFirst()
                    .orElseThrow();
        })));
        return lists.stream()
                .map(list -> list.stream().map(shown::get).toList())
                .toList();
    }

    /** Returns the same for a message alone. */
    String stars(String text) {
        String shown = text;
        for (String form : nameByForm.keySet()) {
            shown = shown.replace(form, STARS);
        }
        return shown;
    }

    private List<String> inside(String text) {
        Set<String> names = new TreeSet<>();
        String rest = text;
        for (Map.Entry<String, String> form : nameByForm.entrySet()) {
            if (rest.contains(form.getKey())) {
                names.add("secret '" + form.getValue() + "'");
                rest = rest.replace(form.getKey(), STARS);
            }
        }
        return List.copyOf(names);
    }
}
