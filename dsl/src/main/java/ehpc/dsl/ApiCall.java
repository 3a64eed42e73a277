package ehpc.dsl;

import ehpc.api.Catalogue;
import ehpc.api.InputException;
import ehpc.api.NameStyle;
import ehpc.api.NamedArguments;
import ehpc.api.Operation;
import ehpc.api.Problem;
import ehpc.api.Request;
import ehpc.api.RequestCheck;
import ehpc.api.UnknownValue;
import ehpc.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call {@code api.setQueue(queueName: 'q')} of a script, before sending. Immutable. RegionId always counts as given, and ClusterId does
 * in a {@code cluster} block.
 */
public final class ApiCall {

    static final String CLUSTER = "ClusterId";

    private static final String REGION = "RegionId";

    private final Operation operation;
    private final NamedArguments arguments;
    private final boolean inCluster;
    private final Optional<ApiList> pages;

    private ApiCall(Operation operation, NamedArguments arguments, boolean inCluster, Optional<ApiList> pages) {
        this.operation = operation;
        this.arguments = arguments;
        this.inCluster = inCluster;
        this.pages = pages;
    }

    /**
     * Returns the operation with a name in a script.
     *
     * @param catalogue the operations of the service
     * @param name such as {@code setQueue} or {@code SetQueue}
     * @throws InputException if it does not exist; the message suggests the nearest name
     */
    public static Operation operation(Catalogue catalogue, String name) {
        List<String> names = catalogue.names();
        return NameStyle.find(name, names)
                .map(catalogue::operation)
                .orElseThrow(() -> new InputException(
                        "unknown operation '" + name + "'" + Nearest.hint(name, NameStyle.SCRIPT.of(names))));
    }

    /**
     * Returns a call of an operation.
     *
     * @param arguments the arguments by their names in the script; values may be {@link UnknownValue}
     * @param inCluster whether the call is in a {@code cluster} block
     */
    public static ApiCall of(Operation operation, Map<?, ?> arguments, boolean inCluster) {
        return new ApiCall(operation, NamedArguments.read(operation, arguments), inCluster, Optional.empty());
    }

    /**
     * Returns a call of {@code api.all}.
     *
     * @param arguments the arguments by their names in the script; values may be {@link UnknownValue}
     * @param inCluster whether the call is in a {@code cluster} block
     */
    public static ApiCall of(ApiList pages, Map<?, ?> arguments, boolean inCluster) {
        NamedArguments named = NamedArguments.read(pages.operation(), arguments);
        return new ApiCall(pages.operation(), named, inCluster, Optional.of(pages));
    }

    /** Returns the parameters by the catalogue's names, as given by the script. */
    public Map<String, Object> parameters() {
        return arguments.parameters();
    }

    /** Returns every problem, with names and paths as the script spells them. */
    public List<Problem> problems() {
        Map<String, Object> values = new LinkedHashMap<>(arguments.parameters());
        fill(values, REGION, true);
        fill(values, CLUSTER, inCluster);
        List<Problem> problems = new ArrayList<>(arguments.problems());
        RequestCheck.problems(Request.of(operation, values), NameStyle.SCRIPT).stream()
                .map(this::withAdvice)
                .forEach(problems::add);
        pages.ifPresent(list -> problems.addAll(list.problems(arguments.parameters())));
        return problems;
    }

    private void fill(Map<String, Object> values, String name, boolean known) {
        if (known && operation.parameter(name).isPresent() && values.get(name) == null) {
            values.put(name, UnknownValue.ANY);
        }
    }

    private Problem withAdvice(Problem problem) {
        boolean cluster =
                problem.kind() == Problem.Kind.MISSING && problem.parameter().equals(NameStyle.SCRIPT.of(CLUSTER));
        String message = problem.message() + (cluster ? ", or the call must be in a cluster('...') { } block" : "");
        return new Problem(arguments.written(problem.parameter()), problem.kind(), message, problem.suggestion());
    }
}
