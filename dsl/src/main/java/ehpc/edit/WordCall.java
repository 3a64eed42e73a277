package ehpc.edit;

import ehpc.WordArguments;
import ehpc.api.Catalogue;
import ehpc.api.Operation;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordPlace;
import ehpc.syntax.StatementPart;
import java.util.List;
import java.util.Optional;

/**
 * A call of a word whose arguments are parameters of an operation, such as {@code users.add 'dave.liu', group: 'users'}.
 *
 * @param word the word
 * @param arguments its arguments
 * @param given the parts of the statement after it, without parentheses
 */
record WordCall(Word word, WordArguments arguments, List<StatementPart> given) {

    /** Returns the call that a statement begins, or that encloses it; empty if it is none. */
    static Optional<WordCall> of(Catalogue catalogue, List<StatementPart> statement) {
        for (int end = statement.size(); end > 0; end--) {
            Optional<WordCall> found =
                    at(catalogue, statement.subList(0, end), statement.subList(end, statement.size()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Returns the call of a word at the end of a statement. */
    static Optional<WordCall> at(Catalogue catalogue, List<StatementPart> call, List<StatementPart> given) {
        StatementPart name = StatementPart.of(call, 1);
        boolean member = StatementPart.of(call, 2).is(".");
        String owner = StatementPart.of(call, 3).text();
        if (!name.is(StatementPart.Kind.NAME)) {
            return Optional.empty();
        }
        return Vocabulary.named(name.text()).stream()
                .filter(word -> member
                        ? word.place().isGroup() && word.place().noun().equals(owner)
                        : word.place() == WordPlace.CLUSTER || word.place() == WordPlace.TOP)
                .findFirst()
                .flatMap(word ->
                        WordArguments.of(word, catalogue).map(arguments -> new WordCall(word, arguments, given)));
    }

    /** Returns the operation with only the arguments that have a name. */
    Operation named() {
        return arguments.named();
    }

    /** Returns whether a name may follow: the arguments without a name come first. */
    boolean isNamed() {
        if (named().parameters().isEmpty()) {
            return false;
        }
        boolean first = arguments.positions().isEmpty() && word.names().isEmpty() && given.isEmpty();
        boolean value = given.size() > 1 && given.get(1).is(":");
        boolean after =
                !given.isEmpty() && !given.get(0).is(",") && given.stream().anyMatch(part -> part.is(","));
        return first || value || after;
    }

    /** Returns the argument without a name that is being written; empty if there is none. */
    Optional<ApiField> position() {
        int at = (int) given.stream().filter(part -> part.is(",")).count();
        List<String> names = arguments.positions();
        if (given.stream().anyMatch(part -> part.is(":")) || names.isEmpty()) {
            return Optional.empty();
        }
        boolean beyond = at >= names.size();
        return beyond && !arguments.isOpen()
                ? Optional.empty()
                : ApiField.find(ApiField.of(arguments.form().parameters()), names.get(Math.min(at, names.size() - 1)));
    }

    /** Returns whether the argument that is being written is the one that the word names something with. */
    boolean isSubject() {
        return given.stream().noneMatch(part -> part.is(",")) || arguments.isOpen();
    }
}
