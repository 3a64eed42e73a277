package ehpc.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A word of the language and its facts, as {@link WordFacts} state them. Immutable. */
public final class Word {

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

    /** Returns the word; an operator stands for itself, and {@code []} for an index. */
    public String name() {
        return name;
    }

    /** Where it stands. */
    public WordPlace place() {
        return place;
    }

    /** How it is written, placeholders in capitals; several forms are separated by a comma. */
    public String form() {
        return facts.get("form");
    }

    /** What it does, one sentence. */
    public String help() {
        return facts.get("help");
    }

    /** Returns a whole script that shows it and runs on the local service; lines without a line end at the last. */
    public String example() {
        return facts.get("example").replace("\\n", "\n");
    }

    /** Returns the operation of the API behind it; empty where there is none. */
    public Optional<String> operation() {
        return fact("operation");
    }

    /** Returns the arguments that messages demand; empty where none are stated. */
    public Optional<String> takes() {
        return fact("takes");
    }

    /** How its value is used, for those who call it; empty where that is not stated. */
    public Optional<String> usage() {
        return fact("usage");
    }

    /** Returns the kind of thing that its text names, such as {@code cluster}; empty where it names none. */
    public Optional<String> names() {
        return fact("names");
    }

    /** Returns the name of the type of its value; {@code void} where it has none. */
    public String gives() {
        return facts.get("gives");
    }

    /** Returns the names of the types of its arguments. */
    public Set<String> types() {
        return Set.copyOf(list("types"));
    }

    /** Returns whether it can be called with nothing, or is not called at all. */
    public boolean isAlone() {
        return facts.containsKey("alone");
    }

    /** Returns whether it is read, not called, and is no operator. */
    public boolean isProperty() {
        return form().endsWith(name) && Character.isJavaIdentifierStart(name.charAt(0));
    }

    /** Returns whether it needs no value before it. */
    public boolean isBare() {
        return facts.containsKey("scopes");
    }

    /** Returns whether it asks the service. */
    public boolean isAsking() {
        return facts.containsKey("asks");
    }

    /** Where in a script it may stand; empty for one that needs a value before it. */
    public Set<WordScope> scopes() {
        return list("scopes").stream().map(WordScope::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** Commands of other languages and shells that mean this word. */
    public List<String> insteadOf() {
        return list("insteadOf");
    }

    /** Returns the methods that stand for it and have another name than it, its property or its operator. */
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
