package ehpc.dsl;

import ehpc.api.InputException;
import ehpc.api.InvalidRequestException;
import ehpc.api.NameStyle;
import ehpc.api.Operation;
import ehpc.api.Problem;
import ehpc.api.Request;
import ehpc.api.Response;
import ehpc.api.Secret;
import ehpc.api.UnknownValue;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import groovy.lang.GString;
import groovy.lang.GroovyObjectSupport;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The word {@code api}: every operation of the catalogue under its name in lower camel case, with named arguments, as in
 * {@code api.setQueue(node: [[name: 'compute000']], queueName: 'gpu')}. RegionId, and in a {@code cluster} block ClusterId, are set where
 * the operation takes them and the script does not. A paged operation returns the requested page, the first by default; {@code api.all}
 * reads all pages.
 */
@WordsOf(WordPlace.API)
public final class ApiDsl extends GroovyObjectSupport {

    private static final String SHELL = "InvokeShellCommand";

    private final Supplier<ScriptSession> now;
    private final OwnText own;
    private final Optional<ClusterScope> cluster;

    /**
     * @param now the session at the time of a call: a later entry of a shell may use {@code api}
     * @param own identifies the texts of the script
     * @param cluster the block that sets the cluster of calls; empty at the top level
     */
    ApiDsl(Supplier<ScriptSession> now, OwnText own, Optional<ClusterScope> cluster) {
        this.now = now;
        this.own = own;
        this.cluster = cluster;
    }

    /**
     * Calls an operation: {@code api.call('listQueues', [clusterId: 'ehpc-hz-...'])} is the same as {@code api.listQueues(...)}.
     *
     * @param operation its name, in lower camel case or as the service spells it
     * @param given parameters by name: text, numbers, booleans, lists, maps, and secrets for secret parameters
     * @return the answer
     * @throws InputException if the operation does not exist
     * @throws InvalidRequestException if the request breaks a rule of the catalogue; nothing is sent
     * @throws ehpc.api.ApiException if the service refused it, was not reached, or its answer was lost
     */
    @WordFacts(
            form = "api.call('OPERATION', [NAME: VALUE, ...])",
            value = "Calls an operation whose name is a value; api.listQueues() is the same for a known one.",
            example = "println api.call('listQueues', [:]).requestId != null")
    public ApiRecord call(String operation, Map<?, ?> given) {
        Operation known = operation(operation);
        return ApiRecord.of(send(request(known, ApiCall.of(known, own(known, given), cluster.isPresent()))));
    }

    /**
     * Returns every paged operation under its name, as {@code api} does, for the elements of all pages:
     * {@code for (node in api.all.listNodes()) println node.hostName}.
     */
    @WordFacts(
            form = "api.all.OPERATION(NAME: VALUE, ...)",
            value = "Reads the elements of a list on all of its pages, page by page as they are used.",
            usage = "api.all.listNodes()",
            example = {"for (node in api.all.listNodes(role: 'Compute')) {", "    println node.hostName", "}"})
    public ApiItemsDsl getAll() {
        return new ApiItemsDsl(this);
    }

    ApiItems items(String operation, Map<?, ?> given) {
        ApiList list = ApiList.of(operation(operation));
        Request request = request(list.operation(), ApiCall.of(list, plain(given), cluster.isPresent()));
        return new ApiItems(list, () -> {
            cluster.ifPresent(scope -> scope.calling(list.operation()));
            return now.get().ehpc().items(request).map(element -> ApiRecord.of(list, element.entry()));
        });
    }

    private Map<?, ?> own(Operation operation, Map<?, ?> given) {
        return plain(operation.name().equals(SHELL) ? ownCommand(given) : given);
    }

    private Request request(Operation known, ApiCall call) {
        List<Problem> problems = call.problems();
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(NameStyle.SCRIPT.of(known.name()), problems);
        }
        Map<String, Object> given = new LinkedHashMap<>(call.parameters());
        given.values().removeIf(Objects::isNull); // null means not given, also for what the block fills in
        return cluster.map(scope -> scope.request(known))
                .orElseGet(() -> now.get().ehpc().request(known.name()))
                .with(given);
    }

    private Operation operation(String name) {
        return ApiCall.operation(now.get().ehpc().catalogue(), name);
    }

    private Response send(Request request) {
        cluster.ifPresent(scope -> scope.calling(request.operation()));
        ScriptSession session = now.get();
        return request.operation().mutates()
                ? session.changing("", ehpc -> ehpc.send(request))
                : session.ehpc().send(request);
    }

    /** Checks the texts of a command in every form of the call, because a shell reads them. */
    private Map<?, ?> ownCommand(Map<?, ?> given) {
        Map<Object, Object> arguments = new LinkedHashMap<>(given);
        arguments.replaceAll((name, value) -> "command".equalsIgnoreCase(String.valueOf(name)) ? own.of(value) : value);
        return arguments;
    }

    /** Calls the operation with this name, for calls resolved at run time. */
    @Override
    public Object invokeMethod(String name, Object arguments) {
        return call(name, named(name, arguments));
    }

    /** Returns the arguments of a call resolved at run time. */
    Map<?, ?> named(String name, Object arguments) {
        Object[] given = arguments instanceof Object[] many ? many : new Object[] {arguments};
        if (given.length > 1 || given.length == 1 && !(given[0] instanceof Map)) {
            operation(name);
            throw new InputException("parameters must be named, like " + name + "(name: value)");
        }
        return given.length == 0 ? Map.of() : (Map<?, ?>) given[0];
    }

    @Override
    public Object getProperty(String name) {
        return name.equals("all") ? getAll() : uncalled("api.", name);
    }

    /** Throws the error for an operation that is not called. */
    Object uncalled(String before, String name) {
        operation(name);
        throw new InputException("'" + name + "' must be called: " + before + name + "()");
    }

    /** Returns values in the form of a request: texts, numbers, booleans, secrets, lists and maps. */
    static Map<Object, Object> plain(Map<?, ?> map) {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put(String.valueOf(name), plain(value)));
        return copy;
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            return plain(map);
        }
        if (value instanceof ApiRecord answer) {
            return plain(answer.asMap());
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(ApiDsl::plain).collect(ArrayList::new, List::add, List::addAll);
        }
        if (value != null && value.getClass().isArray()) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(plain(Array.get(value, i)));
            }
            return elements;
        }
        return scalar(value);
    }

    private static Object scalar(Object value) {
        if (value instanceof GString text && Arrays.stream(text.getValues()).anyMatch(Secret.class::isInstance)) {
            throw new InputException("a secret must be given by itself, not inside a text");
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return value.toString();
        }
        boolean known = value == null || value instanceof Number || value instanceof Boolean || value instanceof Secret;
        return known
                ? value
                : UnknownValue.of(UnknownValue.Kind.OTHER, value.getClass().getSimpleName());
    }
}
