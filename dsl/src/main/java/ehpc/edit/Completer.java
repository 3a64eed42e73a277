package ehpc.edit;

import ehpc.ImageQuery;
import ehpc.api.NameStyle;
import ehpc.edit.Candidate.Kind;
import ehpc.edit.KnownNames.Wanted;
import ehpc.language.Vocabulary;
import ehpc.language.WordPlace;
import ehpc.script.Inspection;
import ehpc.syntax.RunSentence;
import ehpc.syntax.StatementPart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the candidates at a position of a text. */
final class Completer {

    private final CursorContext context;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Set<Wanted> wanted = new LinkedHashSet<>();

    private Completer(CursorContext context) {
        this.context = context;
    }

    static Completion complete(Document document, int cursor, KnownNames names) {
        Optional<CursorContext> context = CursorContext.at(document, cursor, names);
        if (context.isEmpty()) {
            return Completion.none(cursor);
        }
        return context.get().isText()
                ? QuotedCompleter.complete(context.get())
                : new Completer(context.get()).completion();
    }

    private Completion completion() {
        collect();
        return new Completion(
                context.from(), context.cursor(), Matching.matching(candidates, context.word()), Set.copyOf(wanted));
    }

    private void collect() {
        Optional<TypeSlot> type = TypeSlot.of(context);
        type.filter(TypeSlot::isOfClasses)
                .ifPresentOrElse(
                        place -> candidates.addAll(ClassWords.at(context, place)), () -> names(Slot.of(context), type));
    }

    private void names(Slot place, Optional<TypeSlot> type) {
        Optional<ApiArgument> argument = context.isValueInText()
                ? Optional.empty()
                : ApiArgument.of(
                        context.catalogue(), context.before(), context.before().open());
        Optional<RunSentence> sentence = context.sentence();
        boolean touching = context.isTouching();
        if (place == Slot.MEMBER) {
            member(sentence);
            type.ifPresent(this::classes);
        } else if (argument.filter(ApiArgument::isName).isPresent()) {
            parameters(argument.get());
        } else if (argument.filter(ApiArgument::isValue).isPresent()) {
            argumentValue(argument.get());
        } else if (isCondition()) {
            Set<String> used = Elements.of(context.statement()).names();
            ImageQuery.CONDITIONS.stream()
                    .filter(one -> !used.contains(one))
                    .forEach(one -> add(one, ": ", "a condition of images", Kind.PARAMETER));
        } else if (sentence.isPresent() && !context.isValueInText()) {
            sentence(sentence.get(), touching);
        } else if (place == Slot.AFTER) {
            if (!touching) {
                candidates.addAll(Keywords.after(
                        context.statement(),
                        StatementPart.of(context.before().outer(), 1).is("for")));
            }
        } else if (place != Slot.NONE && !(touching && place == Slot.VALUE && isWord(context.last()))) {
            quoted(place);
            context.inspection().ifPresent(known -> candidates.addAll(new ScopeWords(context, known).at(place)));
            candidates.addAll(StaticNames.at(context));
            type.ifPresent(this::classes);
        } else if (place == Slot.NONE) {
            type.ifPresent(this::classes);
        }
    }

    /** Adds the quoted values that fit here. */
    private void quoted(Slot place) {
        if (place == Slot.VALUE && !context.isValueInText()) {
            Completion texts = QuotedCompleter.complete(context.quoted());
            wanted.addAll(texts.wanted());
            texts.candidates().forEach(one -> add("'" + one.text() + "'", "", one.description(), one.kind()));
        }
    }

    /** Adds classes in addition to other names; a value with such a name precedes a package. */
    private void classes(TypeSlot place) {
        boolean apart = place.before().isEmpty() || place.isAfterClass() || candidates.isEmpty();
        if (apart) {
            candidates.addAll(ClassWords.at(context, place));
        }
    }

    private boolean isWord(StatementPart part) {
        return part.is(StatementPart.Kind.NAME) || part.is(StatementPart.Kind.KEYWORD);
    }

    private void add(String text, String append, String description, Kind kind) {
        candidates.add(new Candidate(text, append, description, kind));
    }

    /** Returns whether a name of a condition may begin here, as in {@code images.custom(owner: 'self')}. */
    private boolean isCondition() {
        Elements elements = Elements.of(context.statement());
        return !context.before().open().isEmpty()
                && context.before().innermost().sign().equals("(")
                && CursorContext.isCustomImages(context.before().outer())
                && !elements.isValue()
                && elements.element().isEmpty();
    }

    private void member(Optional<RunSentence> sentence) {
        Optional<Inspection.Value> value = context.inspection().flatMap(Inspection::value);
        if (value.isEmpty()) {
            return;
        }
        if (value.get().sort() == Inspection.Sort.API) {
            operations(WordPlace.of(value.get().of())
                    .filter(WordPlace.API_ALL::equals)
                    .isPresent());
        }
        if (value.get().sort() == Inspection.Sort.MAP) {
            List<StatementPart> map =
                    context.statement().subList(0, context.statement().size() - 1);
            MapKeys.of(context, map).stream()
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
        boolean pointer = context.last().is(".&");
        members.stream()
                .filter(one -> sentence.isEmpty()
                        || value.get().sort() != Inspection.Sort.SENTENCE
                        || !sentence.get().words().contains(one.text()))
                .filter(one -> !pointer || one.kind() == Kind.METHOD)
                .map(one -> pointer || context.isValueInText()
                        ? new Candidate(one.text(), "", one.description(), one.kind())
                        : one)
                .filter(one -> !context.isValueInText()
                        || one.kind() != Kind.METHOD && !one.append().startsWith("("))
                .forEach(candidates::add);
    }

    /** Adds the operations, or only those with pages. */
    private void operations(boolean paged) {
        context.catalogue().names().stream()
                .map(context.catalogue()::operation)
                .filter(operation -> !paged || operation.paging().isPresent())
                .forEach(
                        operation -> add(NameStyle.SCRIPT.of(operation.name()), "(", operation.help(), Kind.OPERATION));
    }

    /** Returns whether it follows a number literal. */
    private boolean isNumber() {
        return StatementPart.of(context.statement(), 2).is(StatementPart.Kind.NUMBER);
    }

    private boolean isEnvironment() {
        return StatementPart.of(context.statement(), 2).is("env")
                && !StatementPart.of(context.statement(), 3).is(".");
    }

    private void live(KnownNames.Kind kind) {
        NameCandidates.wanted(kind, context).ifPresent(one -> {
            wanted.add(one);
            candidates.addAll(NameCandidates.known(one, context.names(), false));
        });
    }

    private void parameters(ApiArgument argument) {
        boolean first = argument.path().isEmpty();
        boolean inCluster = first
                && context.inspection()
                        .filter(known -> known.place() != Inspection.Place.TOP
                                || context.session().cluster().isPresent())
                        .isPresent();
        Set<String> used = new LinkedHashSet<>(argument.elements().names());
        used.addAll(TextAfterCursor.names(context));
        argument.fields().stream()
                .filter(field ->
                        !used.contains(field.name()) && used.stream().noneMatch(field.name()::equalsIgnoreCase))
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
        NameCandidates.of(argument)
                .flatMap(kind -> NameCandidates.wanted(kind, context))
                .ifPresent(one -> {
                    wanted.add(one);
                    NameCandidates.known(one, context.names(), false)
                            .forEach(name -> add("'" + name.text() + "'", "", name.description(), Kind.NAME));
                });
        context.inspection().ifPresent(known -> candidates.addAll(new ScopeWords(context, known).argument(field)));
    }

    private void sentence(RunSentence sentence, boolean touching) {
        if (!sentence.open()) {
            if (!touching) {
                Set<String> used = TextAfterCursor.words(context);
                sentence.next().stream()
                        .filter(word -> !used.contains(word))
                        .forEach(word -> Vocabulary.at(WordPlace.RUN, word)
                                .ifPresent(known -> candidates.add(Candidates.word(known, Kind.WORD))));
            }
        } else if (!touching || !isWord(context.last())) {
            context.inspection()
                    .ifPresent(known -> candidates.addAll(new ScopeWords(context, known).after(sentence.last())));
        }
    }
}
