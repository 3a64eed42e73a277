package ehpc.local;

import java.util.List;
import java.util.Map;

/**
 * A request that a local service answered.
 *
 * @param method the HTTP method
 * @param action the requested operation; empty if missing
 * @param parameters the operation's parameters by their wire names ({@code Instance.1.Id}), in the order received, without those of the
 *     gateway such as keys, time stamps and signatures; passwords are {@code ***}
 * @param httpStatus the answer's HTTP status, 0 if a fault cut the connection first
 * @param code the answer's error code, empty for a success
 * @param requestId the answer's request id
 * @param faults the names of the faults that were played, in the order of their rules
 */
public record ReceivedRequest(
        String method,
        String action,
        Map<String, String> parameters,
        int httpStatus,
        String code,
        String requestId,
        List<String> faults) {}
