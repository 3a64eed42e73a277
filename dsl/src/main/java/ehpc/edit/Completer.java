package ehpc.edit;

import ehpc.api.Catalogue;
import ehpc.api.Spelling;
import ehpc.edit.Candidate.Kind;
import ehpc.edit.KnownNames.Wanted;
import ehpc.script.Inspection;
import ehpc.syntax.OpenDelimiter;
import ehpc.syntax.RunSentence;
import ehpc.syntax.StatementPart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what can be written at a place of a text. */
final class Completer {

    private static final List<String> CONDITIONS = List.of("owner", "cluster", "instanceType", "baseOsTag");

    private final CursorContext spot;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Set<Wanted> wanted = new LinkedHashSet<>();

    private Completer(CursorContext spot) {
        this.spot = spot;
    }

    static Completion complete(Document document, int cursor, KnownNames names) {
        Optional<CursorContext> spot = CursorContext.at(document, cursor, names);
        if (spot.isEmpty()) {
            return Completion.none(cursor);
        }
        return spot.get().isText() ? Literal.complete(spot.get()) : new Completer(spot.get()).completion();
    }

    private Completion completion() {
        collect();
        return new Completion(
                spot.from(), spot.cursor(), Matching.matching(candidates, spot.word()), Set.copyOf(wanted));
    }

    private void collect() {
        Optional<TypePlace> type = TypePlace.of(spot);
        type.filter(TypePlace::isOfClasses)
                .ifPresentOrElse(
                        place -> candidates.addAll(ClassWords.at(spot, place)), () -> names(Place.of(spot), type));
    }

    private void names(Place place, Optional<TypePlace> type) {
        Optional<ApiArgument> argument = spot.isValueInText()
                ? Optional.empty()
                : ApiArgument.of(spot.before(), spot.before().open());
        Optional<RunSentence> sentence = spot.sentence();
        boolean touching = spot.last() != null && spot.last().to() == spot.from();
        if (place == Place.MEMBER) {
            member(sentence);
            type.ifPresent(this::classes);
        } else if (argument.filter(ApiArgument::isName).isPresent()) {
            parameters(argument.get());
        } else if (argument.filter(ApiArgument::isValue).isPresent()) {
            argumentValue(argument.get());
        } else if (isCondition()) {
            Set<String> said = Elements.of(spot.text(), spot.statement()).names();
            CONDITIONS.stream()
                    .filter(one -> !said.contains(one))
                    .forEach(one -> add(one, ": ", "a condition of images", Kind.PARAMETER));
        } else if (sentence.isPresent() && !spot.isValueInText()) {
            sentence(sentence.get(), touching);
        } else if (place == Place.BEHIND) {
            if (!touching) {
                candidates.addAll(Keywords.behind(spot.text(), spot.statement(), isHeadOfFor()));
            }
        } else if (place != Place.NONE && !(touching && place == Place.VALUE && isWord(spot.last()))) {
            quoted(place);
            spot.inspection().ifPresent(known -> candidates.addAll(new ScopeWords(spot, known).at(place)));
            candidates.addAll(StaticNames.at(spot));
            type.ifPresent(this::classes);
        } else if (place == Place.NONE) {
            type.ifPresent(this::classes);
        }
    }

    /** What might be written here with a quote before it. */
    private void quoted(Place place) {
        if (place == Place.VALUE && !spot.isValueInText()) {
            Completion texts = Literal.complete(spot.quoted());
            wanted.addAll(texts.wanted());
            texts.candidates().forEach(one -> add("'" + one.text() + "'", "", one.description(), one.kind()));
        }
    }

    /** Classes beside other names; a value of such a name comes before a package. */
    private void classes(TypePlace place) {
        boolean apart = place.before().isEmpty() || place.isBehindClass() || candidates.isEmpty();
        if (apart) {
            candidates.addAll(ClassWords.at(spot, place));
        }
    }

    private boolean isWord(StatementPart part) {
        return part.is(StatementPart.Kind.NAME) || part.is(StatementPart.Kind.KEYWORD);
    }

    private void add(String text, String append, String description, Kind kind) {
        candidates.add(new Candidate(text, append, description, kind));
    }

    private boolean isHeadOfFor() {
        List<OpenDelimiter> open = spot.before().open();
        List<StatementPart> outer = open.isEmpty() ? List.of() : spot.around(open.size() - 1);
        return !outer.isEmpty() && outer.get(outer.size() - 1).is(spot.text(), "for");
    }

    /** Whether a name of a condition may begin here, as in {@code images.custom(owner: 'self')}. */
    private boolean isCondition() {
        List<OpenDelimiter> open = spot.before().open();
        if (open.isEmpty() || !open.get(open.size() - 1).sign().equals("(")) {
            return false;
        }
        List<StatementPart> call = spot.around(open.size() - 1);
        int at = call.size() - 1;
        Elements elements = Elements.of(spot.text(), spot.statement());
        return at > 1
                && call.get(at).is(spot.text(), "custom")
                && call.get(at - 2).is(spot.text(), "images")
                && !elements.isValue()
                && elements.element().isEmpty();
    }

    private void member(Optional<RunSentence> sentence) {
        Optional<Inspection.Value> value = spot.inspection().flatMap(Inspection::value);
        if (value.isEmpty()) {
            return;
        }
        if (value.get().sort() == Inspection.Sort.API) {
            for (String name : Catalogue.ehpc().names()) {
                add(
                        Spelling.SCRIPT.of(name),
                        "(",
                        Catalogue.ehpc().operation(name).help(),
                        Kind.OPERATION);
            }
        }
        if (value.get().sort() == Inspection.Sort.MAP) {
            List<StatementPart> map =
                    spot.statement().subList(0, spot.statement().size() - 1);
            MapKeys.of(spot, map).stream()
                    .filter(key -> key.matches("[A-Za-z_][A-Za-z_0-9]*"))
                    .forEach(key -> add(key, "", "key", Kind.PROPERTY));
        }
        if (value.get().sort() == Inspection.Sort.MAP && isEnvironment()) {
            live(KnownNames.Kind.ENVIRONMENT);
        }
        List<Candidate> members = sentence.filter(one -> isNumber())
                .map(one -> Vocabulary.at(WordPlace.NUMBER).stream()
                        .filter(word -> one.counts().contains(word.name()))
                        .map(word -> Candidates.word(word, Kind.PROPERTY))
                        .toList())
                .orElseGet(() -> MemberWords.of(value.get()));
        boolean pointer = spot.last().is(spot.text(), ".&");
        members.stream()
                .filter(one -> sentence.isEmpty()
                        || value.get().sort() != Inspection.Sort.SENTENCE
                        || !sentence.get().words().contains(one.text()))
                .filter(one -> !pointer || one.kind() == Kind.METHOD)
                .map(one -> pointer || spot.isValueInText()
                        ? new Candidate(one.text(), "", one.description(), one.kind())
                        : one)
                .filter(one -> !spot.isValueInText()
                        || one.kind() != Kind.METHOD && !one.append().startsWith("("))
                .forEach(candidates::add);
    }

    /** Whether it stands behind a number as it is written. */
    private boolean isNumber() {
        int at = spot.statement().size() - 2;
        return at >= 0 && spot.statement().get(at).is(StatementPart.Kind.NUMBER);
    }

    private boolean isEnvironment() {
        List<StatementPart> statement = spot.statement();
        int at = statement.size() - 2;
        return at >= 0
                && statement.get(at).is(spot.text(), "env")
                && (at == 0 || !statement.get(at - 1).is(spot.text(), "."));
    }

    private void live(KnownNames.Kind kind) {
        LiveNames.wanted(kind, spot).ifPresent(one -> {
            wanted.add(one);
            candidates.addAll(LiveNames.known(one, spot.names(), false));
        });
    }

    private void parameters(ApiArgument argument) {
        boolean first = argument.path().isEmpty();
        boolean inCluster = first
                && spot.inspection()
                        .filter(known -> known.place() != Inspection.Place.TOP
                                || spot.session().cluster().isPresent())
                        .isPresent();
        Set<String> said = new LinkedHashSet<>(argument.elements().names());
        said.addAll(TextAfterCursor.names(spot));
        argument.fields().stream()
                .filter(field ->
                        !said.contains(field.name()) && said.stream().noneMatch(field.name()::equalsIgnoreCase))
                .filter(field -> !first
                        || !field.name().equals("regionId")
                                && !(inCluster && field.name().equals("clusterId")))
                .forEach(field -> add(field.name(), ": ", field.help(), Kind.PARAMETER));
    }

    private void argumentValue(ApiArgument argument) {
        ApiField field = argument.value().orElseThrow();
        if (!field.isPlain() || field.isList()) {
            return;
        }
        field.values().forEach(value -> add(field.isBare() ? value : "'" + value + "'", "", "", Kind.VALUE));
        LiveNames.of(argument).flatMap(kind -> LiveNames.wanted(kind, spot)).ifPresent(one -> {
            wanted.add(one);
            LiveNames.known(one, spot.names(), false)
                    .forEach(name -> add("'" + name.text() + "'", "", name.description(), Kind.NAME));
        });
        spot.inspection().ifPresent(known -> candidates.addAll(new ScopeWords(spot, known).argument(field)));
    }

    private void sentence(RunSentence sentence, boolean touching) {
        if (!sentence.open()) {
            if (!touching) {
                Set<String> said = TextAfterCursor.words(spot);
                sentence.next().stream()
                        .filter(word -> !said.contains(word))
                        .forEach(word -> Vocabulary.at(WordPlace.RUN, word)
                                .ifPresent(known -> candidates.add(Candidates.word(known, Kind.WORD))));
            }
        } else if (!touching || !isWord(spot.last())) {
            spot.inspection()
                    .ifPresent(known -> candidates.addAll(new ScopeWords(spot, known).behind(sentence.last())));
        }
    }
}
