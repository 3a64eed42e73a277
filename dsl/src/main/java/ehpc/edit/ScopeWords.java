package ehpc.edit;

import ehpc.api.Secret;
import ehpc.edit.Candidate.Kind;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordPlace;
import ehpc.language.WordScope;
import ehpc.script.Inspection;
import ehpc.script.Inspection.Sort;
import ehpc.script.Inspection.Variable;
import ehpc.syntax.OpenDelimiter;
import ehpc.syntax.RunSentence;
import ehpc.syntax.Token;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Names without a receiver, at an inspected position. */
final class ScopeWords {

    private final CursorContext context;
    private final Inspection known;

    ScopeWords(CursorContext context, Inspection known) {
        this.context = context;
        this.known = known;
    }

    /** Returns the candidates at the beginning of a statement or value. */
    List<Candidate> at(Slot place) {
        List<Candidate> names = new ArrayList<>();
        boolean statement = place == Slot.STATEMENT;
        known.others().forEach(other -> names.addAll(MemberWords.of(other)));
        words().stream()
                .filter(word -> statement || !word.gives().equals("void"))
                .filter(word -> statement || isWhole() || !beginsWhole(word))
                .forEach(word -> names.add(Candidates.word(word, Kind.WORD)));
        variables(any -> true, names);
        known.methods().stream()
                .filter(method -> names.stream().noneMatch(name -> name.text().equals(method.name())))
                .map(Candidates::method)
                .forEach(names::add);
        if (statement) {
            names.addAll(Keywords.statement(context.before().open().isEmpty()));
        } else if (!context.isValueInText() && !isInterpolation()) {
            names.addAll(Keywords.value(context.last().text()));
        }
        return names;
    }

    /** Returns the candidates after a word of a statement. */
    List<Candidate> after(String word) {
        List<Candidate> names = new ArrayList<>();
        Set<String> types = (word.equals(RunSentence.RUN) ? Vocabulary.bare(word) : Vocabulary.at(WordPlace.RUN, word))
                .map(Word::types)
                .orElse(Set.of());
        words().stream()
                .filter(one -> types.contains(one.gives()) && !one.gives().startsWith("java."))
                .forEach(one -> names.add(Candidates.word(one, Kind.WORD)));
        Set<Sort> sorts = Inspection.sorts(types);
        variables(variable -> sorts.contains(variable.sort()), names);
        if (word.equals(RunSentence.ON)) {
            known.variables().stream()
                    .filter(variable -> variable.sort() == Sort.RESULT)
                    .map(result -> new Candidate(result.name(), ".", result.type(), Kind.VARIABLE))
                    .forEach(names::add);
        }
        return names;
    }

    /** Returns the candidates for the value of an argument. */
    List<Candidate> argument(ApiField field) {
        List<Candidate> names = new ArrayList<>();
        boolean secret =
                field.parameter().filter(parameter -> parameter.secret()).isPresent();
        words().stream()
                .filter(one -> secret && isSecret(one))
                .forEach(one -> names.add(Candidates.word(one, Kind.WORD)));
        Set<Sort> sorts = field.isBare()
                ? EnumSet.of(Sort.NUMBER, Sort.FLAG, Sort.TEXT, Sort.UNKNOWN)
                : EnumSet.of(Sort.TEXT, Sort.NUMBER, Sort.UNKNOWN);
        variables(variable -> sorts.contains(variable.sort()), names);
        return names;
    }

    /** Returns whether a complete value is expected: for an assignment or a return. */
    private boolean isWhole() {
        return context.last().is("=") || context.last().is("return");
    }

    /** Returns whether a word begins a statement or has a block: its value is seldom a part of an expression. */
    private static boolean beginsWhole(Word word) {
        return !word.scopes().contains(WordScope.CLUSTER) || word.gives().equals(WordPlace.RUN.type());
    }

    private static boolean isSecret(Word word) {
        return word.gives().equals(Secret.class.getName());
    }

    private List<Word> words() {
        boolean current = context.session().cluster().isPresent();
        Map<String, Word> words = new LinkedHashMap<>();
        List<Word> all = new ArrayList<>(Vocabulary.at(WordPlace.CLUSTER));
        boolean outside = known.place() == Inspection.Place.TOP && !current;
        all.addAll(outside ? 0 : all.size(), Vocabulary.at(WordPlace.TOP));
        all.stream()
                .filter(word -> Inspection.fits(word.name(), known.place(), current))
                .filter(word -> !word.name().equals("region") || isRegionPlace())
                .filter(word -> !isSecret(word) || !isInCommand())
                .filter(word -> !word.name().equals("parallel") || !isIn("parallel"))
                .filter(word -> known.variables().stream()
                        .noneMatch(variable -> variable.name().equals(word.name())))
                .forEach(word -> words.putIfAbsent(word.name(), word));
        return List.copyOf(words.values());
    }

    private boolean isInterpolation() {
        OpenDelimiter around = context.before().innermost();
        return around != null && around.kind() == OpenDelimiter.Kind.INTERPOLATION;
    }

    /** Returns whether the value becomes a part of a command, where secrets are not allowed. */
    private boolean isInCommand() {
        List<OpenDelimiter> open = context.before().open();
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).isText()
                    && RunSentence.of(context.before().around(i))
                            .filter(RunSentence::bare)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean isRegionPlace() {
        return context.before().open().isEmpty()
                && context.before().tokens().stream()
                        .filter(Token::isName)
                        .map(Token::text)
                        .noneMatch(word -> Inspection.isAsking(word) || word.equals("region"));
    }

    /** Returns whether the position is in a block of a word. */
    private boolean isIn(String word) {
        for (int i = 0; i < context.before().open().size(); i++) {
            if (context.before().around(i).stream().anyMatch(part -> part.is(word))) {
                return true;
            }
        }
        return false;
    }

    private void variables(Predicate<Variable> fitting, List<Candidate> names) {
        boolean giving = !isIn("cluster");
        known.variables().stream()
                .filter(fitting)
                .filter(variable -> giving || !variable.name().equals("it") || variable.sort() != Sort.UNKNOWN)
                .map(Candidates::variable)
                .forEach(names::add);
    }
}
