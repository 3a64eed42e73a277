package ehpc.edit;

import ehpc.edit.Candidate.Kind;
import ehpc.edit.ClassFacts.Makes;
import ehpc.edit.TypeSlot.Wants;
import ehpc.edit.VisibleClasses.Visible;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Classes and packages, where they are allowed. Until something is typed, the most frequent ones represent all. */
final class ClassWords {

    private static final Map<Wants, List<String>> USUAL = Map.of(
            Wants.NEW,
                    list("Date File Random StringBuilder ArrayList LinkedHashMap HashSet TreeMap URL RuntimeException"),
            Wants.NEW_THROWN, list("RuntimeException IllegalArgumentException IllegalStateException IOException"),
            Wants.CAUGHT, list("Exception RuntimeException RunFailedException IOException"),
            Wants.TYPE, list("String Integer Long BigDecimal Boolean List Map Set Node NodeSet RunResult"),
            Wants.EXTENDED, list("Exception RuntimeException"),
            Wants.IMPLEMENTED, list("Comparable Runnable Iterable"));

    /** The classes that precede others with the same beginning. */
    private static final Set<String> COMMON = Set.copyOf(list(
            "String Integer Long Double Boolean Number Object Math System Thread Exception RuntimeException List Map"
                    + " Set Date File ArrayList LinkedHashMap HashSet TreeMap Random StringBuilder Collections Arrays"
                    + " Locale Iterable Closure URL BigDecimal BigInteger IOException Node NodeSet NodeResult RunResult"
                    + " Outcome"));

    /** The number of typed letters from which classes are offered that need their package. */
    private static final int TELLING = 3;

    private final CursorContext context;
    private final TypeSlot place;
    private final List<Candidate> candidates = new ArrayList<>();

    private ClassWords(CursorContext context, TypeSlot place) {
        this.context = context;
        this.place = place;
    }

    private static List<String> list(String names) {
        return List.of(names.split(" "));
    }

    /** Returns the candidates for a position. */
    static List<Candidate> at(CursorContext context, TypeSlot place) {
        ClassWords words = new ClassWords(context, place);
        if (place.wants() == Wants.IMPORT || place.wants() == Wants.STATIC_IMPORT) {
            words.imports();
        } else if (!place.before().isEmpty()) {
            words.qualified();
        } else if (words.isBegun()) {
            words.visible();
        } else {
            words.usual();
        }
        return words.candidates;
    }

    /** Returns whether enough is typed to search all classes: a capital letter, if other candidates are possible, too. */
    private boolean isBegun() {
        return place.isOfClasses()
                ? !context.word().isEmpty()
                : !context.word().isEmpty()
                        && Character.isUpperCase(context.word().charAt(0));
    }

    private void usual() {
        if (place.isOfClasses()) {
            List<String> usual = USUAL.get(place.wants());
            VisibleClasses visible = VisibleClasses.of(context.before(), context.session());
            visible.all().stream()
                    .filter(one -> one.isOwn() && !isBeingDefined(one))
                    .forEach(this::add);
            usual.forEach(name -> visible.all().stream()
                    .filter(one -> !one.isOwn() && one.name().equals(name))
                    .forEach(this::add));
        }
    }

    private void visible() {
        List<Visible> visible =
                VisibleClasses.of(context.before(), context.session()).all();
        for (BiPredicate<String, String> way : Matching.WAYS) {
            visible.stream()
                    .filter(one -> way.test(one.name(), context.word()) && !isBeingDefined(one))
                    .sorted(Comparator.comparing(one -> one.near() ? 0 : COMMON.contains(one.name()) ? 1 : 2))
                    .forEach(this::add);
            if (candidates.isEmpty()) {
                elsewhere();
            }
            if (!candidates.isEmpty()) {
                return;
            }
        }
    }

    /** Returns whether this is the definition of the class, which cannot extend itself. */
    private boolean isBeingDefined(Visible one) {
        boolean head = place.wants() == Wants.EXTENDED || place.wants() == Wants.IMPLEMENTED;
        return head && context.statement().stream().anyMatch(part -> part.is(one.name()));
    }

    /** Adds classes that are found by their simple name, and are offered with their package. */
    private void elsewhere() {
        if (context.word().length() >= TELLING) {
            for (String name : PackageIndex.usual()) {
                PackageIndex.classes(name).stream()
                        .filter(simple -> simple.startsWith(context.word()))
                        .map(simple -> Visible.of(name + "." + simple, name + "." + simple, false))
                        .forEach(this::add);
            }
        }
    }

    private void add(Visible one) {
        one.facts()
                .filter(this::fits)
                .ifPresent(facts ->
                        candidates.add(new Candidate(one.name(), append(facts), one.description(facts), Kind.TYPE)));
    }

    private boolean fits(ClassFacts facts) {
        return switch (place.wants()) {
            case NEW -> facts.isMade();
            case NEW_THROWN -> facts.isMade() && facts.isThrown();
            case CAUGHT -> facts.isThrown();
            case EXTENDED -> facts.isOpen() && (facts.sort() == ClassFacts.Sort.CLASS || facts.isThrown());
            case IMPLEMENTED -> facts.isOpen() && facts.sort().isImplemented();
            case IMPORT, STATIC_IMPORT -> true;
            case TYPE, DECLARED, VALUE -> facts.sort() != ClassFacts.Sort.ANNOTATION;
        };
    }

    private String append(ClassFacts facts) {
        return switch (place.wants()) {
            case NEW, NEW_THROWN -> facts.makes() == Makes.OF_NOTHING ? "()" : "(";
            case CAUGHT, DECLARED -> " ";
            case EXTENDED, IMPLEMENTED -> " ";
            case STATIC_IMPORT -> ".";
            case IMPORT, TYPE, VALUE -> "";
        };
    }

    /** Adds the candidates after the name of a package or a class. */
    private void qualified() {
        if (place.isAfterClass()) {
            VisibleClasses.of(context.before(), context.session())
                    .find(place.outer())
                    .ifPresent(this::nested);
        } else {
            inPackage();
        }
    }

    private void inPackage() {
        PackageIndex.below(place.before()).forEach(this::addPackage);
        PackageIndex.classes(place.outer()).forEach(name -> add(Visible.of(name, place.before() + name, false)));
    }

    private void addPackage(String name) {
        candidates.add(new Candidate(name, ".", "package", Kind.PACKAGE));
    }

    private void nested(Class<?> outer) {
        Arrays.stream(ClassFacts.nested(outer))
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .sorted(Comparator.comparing(Class::getSimpleName))
                .forEach(type -> ClassFacts.of(type)
                        .filter(this::fits)
                        .ifPresent(facts -> candidates.add(new Candidate(
                                type.getSimpleName(),
                                append(facts),
                                facts.sort().phrase() + " of " + outer.getSimpleName(),
                                Kind.TYPE))));
    }

    private void imports() {
        if (place.before().isEmpty()) {
            if (place.wants() == Wants.IMPORT) {
                candidates.add(Candidates.keyword("static", " ", "imports members of a class by their names"));
            }
            PackageIndex.below("").forEach(this::addPackage);
            elsewhere();
        } else if (place.isAfterClass()) {
            ClassFacts.load(place.outer()).ifPresent(type -> {
                if (place.wants() == Wants.STATIC_IMPORT) {
                    candidates.addAll(StaticNames.of(type, false));
                }
                nested(type);
            });
        } else {
            inPackage();
        }
    }
}
