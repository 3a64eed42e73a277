package ehpc.dsl;

import ehpc.api.Operation;
import ehpc.api.Request;
import ehpc.api.Response;
import java.util.function.Supplier;

/**
 * Calls at the top of a script.
 *
 * @param now the session of whatever runs when a call is made: an entry of a shell may keep {@code api} for a later one
 */
record SessionDesk(Supplier<ScriptSession> now, OwnText own) implements ApiDsl.Desk {

    @Override
    public Request request(Operation operation) {
        return now.get().ehpc().request(operation.name());
    }

    @Override
    public Response send(Request request) {
        ScriptSession session = now.get();
        return request.operation().mutates()
                ? session.changing("", ehpc -> ehpc.send(request))
                : session.ehpc().send(request);
    }

    @Override
    public boolean inCluster() {
        return false;
    }
}
