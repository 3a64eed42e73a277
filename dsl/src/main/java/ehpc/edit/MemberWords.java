package ehpc.edit;

import ehpc.edit.Candidate.Kind;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordPlace;
import ehpc.script.Inspection;
import ehpc.script.Inspection.Member;
import ehpc.script.Inspection.Sort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of a value: words of the language first, then the most frequent ones, then the others. */
final class MemberWords {

    private static final Map<Sort, List<String>> USUAL = Map.of(
            Sort.LIST,
            list("each collect find findAll any every size first last sort unique join sum count groupBy collectEntries"
                    + " eachWithIndex contains min max take drop reverse"),
            Sort.MAP,
            list(
                    "each collect find findAll any every get getOrDefault containsKey keySet values entrySet size sort groupBy"),
            Sort.TEXT,
            list(
                    "trim split tokenize contains startsWith endsWith replace replaceAll toUpperCase toLowerCase size length"
                            + " readLines lines padLeft padRight isInteger toInteger capitalize isEmpty"),
            Sort.NUMBER,
            list("times upto downto abs"));

    /** The word of a cluster that needs a block. */
    private static final String BLOCK_ONLY = "postScript";

    private MemberWords() {}

    private static List<String> list(String names) {
        return List.of(names.split(" "));
    }

    static List<Candidate> of(Inspection.Value value) {
        Optional<WordPlace> place = WordPlace.of(value.of());
        Map<String, Candidate> members = new LinkedHashMap<>();
        if (place.filter(WordPlace.ANSWER::equals).isPresent()) {
            fields(value).forEach(field -> members.put(field.text(), field));
        }
        place.map(Vocabulary::at).orElseGet(() -> number(value)).stream()
                .filter(word -> Character.isJavaIdentifierStart(word.name().charAt(0))
                        && !word.name().equals("in"))
                .filter(word -> place.filter(WordPlace.CLUSTER::equals).isEmpty()
                        || !word.name().equals(BLOCK_ONLY))
                .forEach(word -> members.putIfAbsent(word.name(), Candidates.word(word, kind(word, value))));
        value.members().stream()
                .filter(member -> member.kind() == Member.Kind.FIELD)
                .forEach(field -> members.putIfAbsent(field.name(), Candidates.member(field)));
        List<String> usual = new ArrayList<>(USUAL.getOrDefault(value.sort(), List.of()));
        boolean elements = value.sort() == Sort.NODES || value.sort() == Sort.RESULT;
        usual.addAll(elements ? USUAL.get(Sort.LIST) : List.of());
        for (String name : usual) {
            value.members().stream()
                    .filter(member -> member.name().equals(name))
                    .forEach(member -> members.putIfAbsent(name, Candidates.member(member)));
        }
        value.members().stream()
                .filter(member -> place.isEmpty())
                .forEach(member -> members.putIfAbsent(member.name(), Candidates.member(member)));
        return List.copyOf(members.values());
    }

    private static List<Candidate> fields(Inspection.Value answer) {
        return answer.members().stream()
                .filter(member -> member.kind() == Member.Kind.PROPERTY)
                .map(Candidates::member)
                .toList();
    }

    private static List<Word> number(Inspection.Value value) {
        boolean whole = Set.of("int", "Integer").contains(value.type());
        return whole ? Vocabulary.at(WordPlace.NUMBER) : List.of();
    }

    private static Kind kind(Word word, Inspection.Value value) {
        boolean property = value.members().stream()
                .anyMatch(member -> member.name().equals(word.name()) && member.kind() == Member.Kind.PROPERTY);
        return property ? Kind.PROPERTY : Kind.METHOD;
    }
}
