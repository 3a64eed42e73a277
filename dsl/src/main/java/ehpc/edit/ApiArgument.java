package ehpc.edit;

import ehpc.api.Catalogue;
import ehpc.api.NameStyle;
import ehpc.api.Operation;
import ehpc.syntax.OpenDelimiter;
import ehpc.syntax.StatementPart;
import ehpc.syntax.TokenizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A position in the arguments of a call of the API.
 *
 * @param operation the called operation
 * @param fields the names allowed there; empty for a value without a name
 * @param elements the existing elements
 * @param value the parameter or field whose value is at the cursor; empty for a name
 * @param path the path in the call, such as {@code node[].name}
 */
record ApiArgument(
        Operation operation, List<ApiField> fields, Elements elements, Optional<ApiField> value, String path) {

    /** Returns the API call around an open delimiter, if there is one. */
    static Optional<ApiArgument> of(Catalogue catalogue, TokenizedText text, List<OpenDelimiter> open) {
        for (int i = open.size() - 1; i >= 0; i--) {
            OpenDelimiter here = open.get(i);
            boolean list =
                    here.kind() == OpenDelimiter.Kind.BRACKET && here.sign().equals("[");
            if (here.kind() == OpenDelimiter.Kind.BRACKET && here.sign().equals("(")) {
                List<StatementPart> around =
                        i == 0 ? text.parts() : open.get(i - 1).parts();
                int index = i;
                return operation(catalogue, around)
                        .or(() -> word(catalogue, around, here.parts()))
                        .flatMap(known -> at(known, open.subList(index, open.size())));
            }
            if (!list) {
                return bare(catalogue, text, open, i + 1);
            }
        }
        return bare(catalogue, text, open, 0);
    }

    /** Returns the call without parentheses, as in {@code api.listNodes role: 'Login'}. */
    private static Optional<ApiArgument> bare(
            Catalogue catalogue, TokenizedText text, List<OpenDelimiter> open, int level) {
        List<StatementPart> statement =
                level == 0 ? text.parts() : open.get(level - 1).parts();
        for (int i = statement.size(); i > 0; i--) {
            List<StatementPart> after = statement.subList(i, statement.size());
            boolean named = after.isEmpty() || after.size() > 1 && after.get(1).is(":");
            List<StatementPart> call = statement.subList(0, i);
            Optional<Operation> called = (named ? operation(catalogue, call) : Optional.<Operation>empty())
                    .or(() -> word(catalogue, call, after));
            if (called.isPresent()) {
                List<OpenDelimiter> inside = new ArrayList<>(List.of(new OpenDelimiter(
                        OpenDelimiter.Kind.BRACKET, statement.get(i - 1).to(), "(", null, after)));
                inside.addAll(open.subList(level, open.size()));
                return at(called.get(), inside);
            }
        }
        return Optional.empty();
    }

    /** Returns the operation at the end of a statement: {@code api.listNodes}, {@code api.all.listNodes}. */
    static Optional<Operation> operation(Catalogue catalogue, List<StatementPart> statement) {
        boolean call = StatementPart.of(statement, 1).is(StatementPart.Kind.NAME) && isAfterApi(statement);
        return call
                ? NameStyle.find(StatementPart.of(statement, 1).text(), catalogue.names())
                        .map(catalogue::operation)
                : Optional.empty();
    }

    /** Returns whether the last name of a statement follows {@code api} or {@code api.all}. */
    static boolean isAfterApi(List<StatementPart> statement) {
        int all = StatementPart.of(statement, 3).is("all")
                        && StatementPart.of(statement, 4).is(".")
                ? 2
                : 0;
        return StatementPart.of(statement, 2).is(".")
                && StatementPart.of(statement, 3 + all).is("api");
    }

    /** Returns the arguments with a name of a word, as parameters of its operation: {@code users.add 'dave.liu', group: 'users'}. */
    private static Optional<Operation> word(Catalogue catalogue, List<StatementPart> call, List<StatementPart> given) {
        return WordCall.at(catalogue, call, given).filter(WordCall::isNamed).map(WordCall::named);
    }

    private static Optional<ApiArgument> at(Operation operation, List<OpenDelimiter> open) {
        List<ApiField> fields = ApiField.of(operation.parameters());
        Optional<ApiField> element = Optional.empty();
        String path = "";
        for (int i = 0; i < open.size(); i++) {
            Elements elements = Elements.of(open.get(i).parts());
            Optional<ApiField> named = elements.isValue() ? ApiField.find(fields, elements.key()) : Optional.empty();
            Optional<ApiField> value = elements.isValue() ? named : element;
            if (elements.isValue() && named.isEmpty()) {
                return Optional.empty();
            }
            String here = named.map(ApiField::name).orElse(element.isPresent() ? "" : "");
            path += (path.isEmpty() || here.isEmpty() ? "" : ".") + here;
            if (i == open.size() - 1) {
                return Optional.of(new ApiArgument(operation, fields, elements, value, path));
            }
            if (value.isEmpty()) {
                return Optional.empty();
            }
            // A bracket opens a list, whose elements have the fields, or an object, which has them itself.
            boolean list = value.get().isList() && elements.isValue();
            fields = list ? List.of() : value.get().fields();
            element = list ? Optional.of(value.get().element()) : Optional.empty();
            path += list ? "[]" : "";
        }
        return Optional.empty();
    }

    /** Returns whether a name may begin here. */
    boolean isName() {
        return value.isEmpty() && !fields.isEmpty() && elements.element().isEmpty();
    }

    /** Returns whether a value may begin here. */
    boolean isValue() {
        return value.isPresent() && elements.element().isEmpty();
    }
}
