package ehpc.local.internal.operation;

import ehpc.api.Operation;
import ehpc.api.Problem;
import ehpc.api.Request;
import ehpc.api.RequestCheck;
import ehpc.api.WireForm;
import ehpc.local.internal.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Converts wire parameters to checked plain values. */
public final class Parameters {

    /** The parameters that the gateway reads itself, or accepts with every operation. */
    private static final Set<String> GATEWAY = Set.of(
            "AccessKeyId",
            "Action",
            "Format",
            "SecurityToken",
            "Signature",
            "SignatureMethod",
            "SignatureNonce",
            "SignatureType",
            "SignatureVersion",
            "Timestamp",
            "Version");

    /** The parameters that older clients send with every operation; ignored by operations without them. */
    private static final Set<String> COMMON =
            Set.of("OwnerAccount", "OwnerId", "RegionId", "ResourceOwnerAccount", "ResourceOwnerId");

    private Parameters() {}

    /** Returns the parameters without those of the gateway. */
    public static Map<String, String> own(Map<String, String> wire) {
        Map<String, String> own = new LinkedHashMap<>(wire);
        own.keySet().removeAll(GATEWAY);
        return own;
    }

    /** Returns the parameters as plain values; refuses the request with all its problems. */
    public static Map<String, Object> checked(Operation operation, Map<String, String> wire) {
        Map<String, String> own = own(wire);
        own.keySet()
                .removeIf(name ->
                        COMMON.contains(name) && operation.parameter(name).isEmpty());
        // Clients send an empty text for a parameter that is not set.
        own.entrySet()
                .removeIf(p -> p.getValue().isEmpty()
                        && operation.parameter(p.getKey()).isPresent());
        Request request = operation.request(WireForm.decode(operation, own));
        List<Problem> problems = RequestCheck.problems(request);
        if (!problems.isEmpty()) {
            String all = problems.stream().map(Problem::message).collect(Collectors.joining("; "));
            throw refusal(operation, request, problems, all);
        }
        return request.parameters();
    }

    static Refusal invalid(Operation operation, String message) {
        boolean documented = operation.errors().stream().anyMatch(e -> e.code().equals("InvalidParams"));
        boolean own = documented || !operation.errorsComplete();
        return new Refusal(400, own ? "InvalidParams" : "InvalidParameter", message);
    }

    private static Refusal refusal(Operation operation, Request request, List<Problem> problems, String message) {
        if (problems.stream().anyMatch(p -> missing(operation, request, p))) {
            return new Refusal(400, "MissingParameter", message);
        }
        if (problems.stream().anyMatch(p -> unknown(operation, p))) {
            return new Refusal(400, "UnsupportedParameter", message);
        }
        return invalid(operation, message);
    }

    private static boolean missing(Operation operation, Request request, Problem problem) {
        return operation.parameter(problem.parameter()).isPresent()
                && !request.parameters().containsKey(problem.parameter());
    }

    private static boolean unknown(Operation operation, Problem problem) {
        return operation.parameter(problem.parameter()).isEmpty()
                && operation
                        .parameter(problem.parameter().split("[.\\[]", 2)[0])
                        .isEmpty();
    }
}
