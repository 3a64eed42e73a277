package ehpc.dsl;

import ehpc.api.InputException;
import ehpc.api.NameStyle;
import ehpc.api.Operation;
import ehpc.api.Paging;
import ehpc.api.Problem;
import ehpc.api.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The list of a paged operation, as {@code api.all} reads it. Immutable.
 *
 * @param operation the paged operation
 * @param place the path of an element in scripts, such as {@code listNodes.nodes.nodeInfo}
 * @param element the fields of an element
 */
public record ApiList(Operation operation, String place, Shape element) {

    /**
     * Returns the list of an operation.
     *
     * @throws InputException if it has no pages; the message states the call to write instead
     */
    public static ApiList of(Operation operation) {
        Paging paging = operation.paging().orElseThrow(() -> new InputException(unpaged(operation)));
        Shape here = operation.response();
        StringBuilder place = new StringBuilder(NameStyle.SCRIPT.of(operation.name()));
        for (String step : paging.items().split("\\.")) {
            here = here.fields().get(step);
            place.append('.').append(NameStyle.SCRIPT.of(step));
        }
        return new ApiList(operation, place.toString(), here.element());
    }

    private static String unpaged(Operation operation) {
        String name = NameStyle.SCRIPT.of(operation.name());
        return "'" + name + "' has no pages, one call returns its complete answer; write api." + name + "(...)";
    }

    /** Returns a problem for each given parameter that selects a page. */
    List<Problem> problems(Map<String, Object> parameters) {
        Paging paging = operation.paging().orElseThrow();
        List<Problem> problems = new ArrayList<>();
        Stream.of(paging.number(), paging.token())
                .flatMap(Optional::stream)
                .filter(parameters::containsKey)
                .map(NameStyle.SCRIPT::of)
                .forEach(name -> problems.add(new Problem(
                        name,
                        Problem.Kind.WRONG_VALUE,
                        name + " must be left out: api.all reads every page",
                        Optional.empty())));
        return problems;
    }
}
