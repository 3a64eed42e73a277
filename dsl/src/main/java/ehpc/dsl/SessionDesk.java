package ehpc.dsl;

import ehpc.api.Operation;
import ehpc.api.Request;
import ehpc.api.Response;

/** Calls at the top of a script. */
record SessionDesk(ScriptSession session) implements ApiDsl.Desk {

    @Override
    public Request request(Operation operation) {
        return session.ehpc().request(operation.name());
    }

    @Override
    public Response send(Request request) {
        return request.operation().mutates()
                ? session.changing(() -> session.ehpc().send(request))
                : session.ehpc().send(request);
    }

    @Override
    public boolean inCluster() {
        return false;
    }
}
