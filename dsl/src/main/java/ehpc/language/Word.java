package ehpc.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A word of the language and its facts, as declared by {@link WordFacts}. Immutable. */
public final class Word {

    private static final Pattern CALL = Pattern.compile("[A-Za-z]+(\\.[A-Za-z]+)*");

    private final WordPlace place;
    private final String name;
    private final Map<String, String> facts = new HashMap<>();

    /** Reads a line of {@code words.txt}: the name, then facts. */
    Word(WordPlace place, String line) {
        this.place = place;
        String[] columns = line.split("\t");
        this.name = columns[0];
        for (int i = 1; i < columns.length; i++) {
            int sign = columns[i].indexOf('=');
            facts.put(columns[i].substring(0, sign), columns[i].substring(sign + 1));
        }
    }

    /** Returns the word; for an operator its symbol, and {@code []} for an index. */
    public String name() {
        return name;
    }

    /** Returns the place of the word. */
    public WordPlace place() {
        return place;
    }

    /** Returns its forms, separated by commas, with placeholders in capitals. */
    public String form() {
        return facts.get("form");
    }

    /** Returns its description, one sentence. */
    public String help() {
        return facts.get("help");
    }

    /** Returns a complete script that demonstrates it on the local service; lines without a line end at the last. */
    public String example() {
        return facts.get("example").replace("\\n", "\n");
    }

    /** Returns the operation of the API that it calls; empty if there is none. */
    public Optional<String> operation() {
        return fact("operation");
    }

    /** Returns the arguments in messages; empty if none are declared. */
    public Optional<String> takes() {
        return fact("takes");
    }

    /** Returns the form of its use, for messages on calls; empty if none is declared. */
    public Optional<String> usage() {
        return fact("usage");
    }

    /** Returns the kind of object that its text names, such as {@code cluster}; empty for none. */
    public Optional<String> names() {
        return fact("names");
    }

    /** Returns the word as it is called in messages, with the word before its dot: {@code users.add}. */
    public String call() {
        Matcher call = CALL.matcher(form());
        return call.lookingAt() ? call.group() : name;
    }

    /** Returns the arguments that are parameters of its operation, in order, in the form of {@link WordFacts#arguments}. */
    public List<String> arguments() {
        return list("arguments");
    }

    /** Returns the name of the type of its value; {@code void} for none. */
    public String gives() {
        return facts.get("gives");
    }

    /** Returns the names of the types of its arguments. */
    public Set<String> types() {
        return Set.copyOf(list("types"));
    }

    /** Returns whether it can be used without arguments. */
    public boolean isAlone() {
        return facts.containsKey("alone");
    }

    /** Returns whether it is read, not called, and is not an operator. */
    public boolean isProperty() {
        return form().endsWith(name) && Character.isJavaIdentifierStart(name.charAt(0));
    }

    /** Returns whether it needs no value before it. */
    public boolean isBare() {
        return facts.containsKey("scopes");
    }

    /** Returns whether it calls the service. */
    public boolean isAsking() {
        return facts.containsKey("asks");
    }

    /** Returns the scopes that allow it; empty if it needs a value before it. */
    public Set<WordScope> scopes() {
        return list("scopes").stream().map(WordScope::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the commands of other languages and shells that correspond to this word. */
    public List<String> insteadOf() {
        return list("insteadOf");
    }

    /** Returns the methods that implement it under another name than that of the word, its property or its operator. */
    List<String> methods() {
        return list("methods");
    }

    private Optional<String> fact(String key) {
        return Optional.ofNullable(facts.get(key));
    }

    private List<String> list(String key) {
        return fact(key).map(text -> Arrays.asList(text.split(","))).orElse(List.of());
    }

    @Override
    public String toString() {
        return name;
    }
}
