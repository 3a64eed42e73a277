package ehpc.plan;

import ehpc.Secret;
import ehpc.api.Request;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The secrets that a script was given, and what was left out of its plan to keep them. */
final class Handed {

    /** A shorter text protects nothing, and stands in too many others. */
    private static final int LEAST = 4;

    private static final String STARS = "***";

    /** A secret may begin with another one: of that nothing must be left. */
    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    private final Map<String, String> nameByValue = new TreeMap<>();
    /** What a text must not show: the secrets, and how they stand in a shell's quotes. */
    private final Map<String, String> nameByForm = new TreeMap<>(LONGEST_FIRST);

    private final Set<String> withheld = new LinkedHashSet<>();

    void add(Secret secret) {
        String value = secret.reveal();
        add(nameByValue, value, secret.name());
        if (value.length() >= LEAST) {
            add(nameByForm, value, secret.name());
            add(nameByForm, value.replace("'", "'\\''"), secret.name());
        }
    }

    private static void add(Map<String, String> names, String text, String name) {
        names.merge(text, name, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    /** What was left out, and why; a line each. */
    List<String> withheld() {
        return List.copyOf(withheld);
    }

    /** A request in which secrets are named, not told. */
    PlannedCall call(Request request, String where) {
        Set<String> secret = request.secretNames();
        Map<String, PlannedValue> parameters = new LinkedHashMap<>();
        request.wire()
                .forEach((name, text) -> parameters.put(
                        name,
                        secret.contains(name) ? secret(name, text, request, where) : open(name, text, request, where)));
        // Every call is sent with its region, also where the operation knows no such parameter.
        request.region().ifPresent(region -> parameters.putIfAbsent(PlannedCall.REGION, new PlannedValue.Text(region)));
        return new PlannedCall(request.operation().name(), parameters);
    }

    private PlannedValue secret(String parameter, String text, Request request, String where) {
        String name = nameByValue.get(text);
        if (name != null) {
            return new PlannedValue.SecretName(name);
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

    /** A text with stars in place of secrets. */
    String masked(String text, String what) {
        List<String> inside = inside(text);
        if (!inside.isEmpty()) {
            withheld.add(what + " must not hold a secret, " + (what.endsWith("s") ? "they hold" : "it holds")
                    + " the value of " + String.join(", ", inside));
        }
        return stars(text);
    }

    /** The same for a message alone. */
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
