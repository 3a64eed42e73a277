package ehpc.edit;

import ehpc.ImageQuery;
import ehpc.Service;
import ehpc.edit.KnownNames.Kind;
import ehpc.edit.KnownNames.Wanted;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordPlace;
import ehpc.node.NodeStates;
import ehpc.script.Inspection;
import ehpc.script.Inspection.Sort;
import ehpc.syntax.OpenDelimiter;
import ehpc.syntax.Quote;
import ehpc.syntax.StatementPart;
import ehpc.syntax.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the candidates inside quotes. */
final class QuotedCompleter {

    private static final Set<String> OPERATORS = Set.of("+", "-", "&", "|", "^");

    private final CursorContext context;
    private final OpenDelimiter quoted;
    private final List<StatementPart> statement;
    private final OpenDelimiter around;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Set<Wanted> wanted = new LinkedHashSet<>();
    private boolean several;

    private QuotedCompleter(CursorContext context) {
        int index = context.before().open().size() - 1;
        this.context = context;
        this.quoted = context.before().open().get(index);
        this.statement = context.before().around(index);
        this.around = index == 0 ? null : context.before().open().get(index - 1);
    }

    static Completion complete(CursorContext context) {
        return new QuotedCompleter(context).completion();
    }

    private Completion completion() {
        String written = context.text().substring(quoted.at() + quoted.sign().length());
        if (context.before().tokens().stream().anyMatch(this::isValue)
                || !quoted.quote().equals(Quote.SINGLE) && !quoted.quote().equals(Quote.DOUBLE)) {
            return Completion.none(context.cursor());
        }
        look();
        int from = several ? lastName(written) : 0;
        String append = context.rest().startsWith(quoted.closing()) ? "" : quoted.closing();
        List<Candidate> closed = candidates.stream()
                .map(one -> new Candidate(one.text(), append, one.description(), one.kind()))
                .toList();
        int begin = context.cursor() - written.length() + from;
        return new Completion(begin, context.cursor(), Matching.matching(closed, written.substring(from)), wanted);
    }

    /** Returns whether a token is a value in the text. */
    private boolean isValue(Token token) {
        return token.kind() == Token.Kind.INTERPOLATION && token.from() > quoted.at();
    }

    /** Returns the start of the last of several names: after a comma outside of brackets. */
    private static int lastName(String names) {
        int depth = 0;
        int from = 0;
        for (int i = 0; i < names.length(); i++) {
            char here = names.charAt(i);
            depth += here == '[' ? 1 : here == ']' ? -1 : 0;
            from = here == ',' && depth == 0 ? i + 1 : from;
        }
        return from;
    }

    private void look() {
        List<OpenDelimiter> open = context.before().open();
        Optional<ApiArgument> argument =
                ApiArgument.of(context.catalogue(), context.before(), open.subList(0, open.size() - 1));
        Optional<WordCall> word = word();
        if (argument.filter(ApiArgument::isValue).isPresent()) {
            argument(argument.get());
        } else if (word.isPresent()) {
            position(word.get());
        } else if (argument.isPresent()) {
            return; // a name begins here, no text
        } else if (statement.isEmpty() && around != null && around.sign().equals("(")) {
            called(outer());
        } else if (statement.isEmpty() && around != null && around.closing().equals("]")) {
            indexed(outer());
        } else if (!statement.isEmpty()) {
            after(StatementPart.of(statement, 1));
        }
    }

    /** Returns the statement around the enclosing brackets. */
    private List<StatementPart> outer() {
        return context.before().around(context.before().open().size() - 2);
    }

    /** Returns the word whose argument without a name is being written. */
    private Optional<WordCall> word() {
        boolean inParentheses = around != null && around.sign().equals("(");
        return (inParentheses
                        ? WordCall.at(context.catalogue(), outer(), statement)
                        : WordCall.of(context.catalogue(), statement))
                .filter(call -> call.position().isPresent());
    }

    private void position(WordCall call) {
        call.position().orElseThrow().values().forEach(value -> add(value, ""));
        call.word().names().filter(any -> call.isSubject()).ifPresent(this::named);
    }

    private void argument(ApiArgument argument) {
        ApiField field = argument.value().orElseThrow();
        if (!field.isPlain() || field.isList()) {
            return;
        }
        field.values().forEach(value -> add(value, ""));
        NameCandidates.of(argument).ifPresent(kind -> live(kind, false));
    }

    private void add(String value, String description) {
        candidates.add(new Candidate(value, "", description, Candidate.Kind.VALUE));
    }

    private void live(Kind kind, boolean folded) {
        several = folded;
        NameCandidates.wanted(kind, context).ifPresent(one -> {
            wanted.add(one);
            candidates.addAll(NameCandidates.known(one, context.names(), folded));
        });
    }

    private void after(StatementPart last) {
        if (last.is(",") && around != null && around.closing().equals("]")) {
            indexed(outer());
        } else if (last.is("==") || last.is("!=")) {
            compared();
        } else if (isOperator(last) && partners().contains(Sort.NODES)) {
            live(Kind.NODE, true);
        } else if (last.is(StatementPart.Kind.NAME)) {
            called(statement);
        } else if (last.is(":") && around != null && CursorContext.isCustomImages(outer())) {
            condition(Elements.of(statement).key());
        }
    }

    /** Adds the values with which a property of a node is compared. */
    private void compared() {
        Vocabulary.at(WordPlace.NODE, StatementPart.of(statement, 2).text())
                .flatMap(Word::names)
                .filter(any -> StatementPart.of(statement, 3).is(".") && partner() == Sort.NODE)
                .ifPresent(this::named);
    }

    /** Adds the names of a kind. */
    private void named(String kind) {
        switch (kind) {
            case "service" -> Arrays.stream(Service.values()).forEach(service -> add(service.wireName(), ""));
            case "node-state" -> NodeStates.ALL.forEach(state -> add(state, ""));
            default -> live(Kind.of(kind), false);
        }
    }

    private boolean isOperator(StatementPart part) {
        return part.is(StatementPart.Kind.SIGN) && OPERATORS.contains(part.text());
    }

    /** Adds the values of the first argument of a word or method. */
    private void called(List<StatementPart> call) {
        StatementPart name = StatementPart.of(call, 1);
        if (!name.is(StatementPart.Kind.NAME)) {
            return;
        }
        String word = name.text();
        boolean member = StatementPart.of(call, 2).is(".");
        Vocabulary.named(word).stream()
                .filter(known -> known.names().isPresent() && known.isBare() != member)
                .filter(known ->
                        !member || known.place().name().equals(partner().name()))
                .findFirst()
                .flatMap(Word::names)
                .ifPresent(this::named);
    }

    private void indexed(List<StatementPart> outer) {
        if (outer.isEmpty()) {
            return;
        }
        StatementPart before = outer.get(outer.size() - 1);
        boolean index = before.to() == around.at() && !before.is(StatementPart.Kind.SIGN);
        if (index && before.is("env")) {
            live(Kind.ENVIRONMENT, false);
        } else if (index) {
            Sort on = partner();
            if (on == Sort.MAP) {
                MapKeys.of(context, outer).stream()
                        .filter(key -> key.matches("[^'\"$\\\\\\p{Cntrl}]+"))
                        .forEach(key -> add(key, "key"));
            } else if (on == Sort.NODES || on == Sort.RESULT) {
                live(Kind.NODE, on == Sort.NODES);
            }
        } else if (isOperator(before) && partners().contains(Sort.NODES)) {
            live(Kind.NODE, true);
        }
    }

    private void condition(String name) {
        if (name.equals("owner")) {
            ImageQuery.OWNERS.forEach((owner, description) -> add(owner, description));
        } else if (name.equals("cluster")) {
            live(Kind.CLUSTER, false);
        }
    }

    /** Returns the meanings of the related values, the nearest first. */
    private List<Sort> partners() {
        return context.inspection(quoted.at()).map(Inspection::partners).orElse(List.of());
    }

    private Sort partner() {
        return partners().stream().findFirst().orElse(Sort.UNKNOWN);
    }
}
