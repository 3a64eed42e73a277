package ehpc.local.internal.http;

import ehpc.api.Catalogue;
import ehpc.api.Operation;
import ehpc.api.UnknownOperationException;
import ehpc.local.internal.Refusal;

/** Finds the operation of a request. */
final class RequestRoute {

    private final Catalogue catalogue;

    RequestRoute(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Returns the requested operation; refuses a request without one. */
    Operation operation(WireRequest request) {
        // The default key is public, so a web page could sign commands for this machine.
        if (request.header("origin").isPresent()
                || request.header("sec-fetch-site").isPresent()) {
            throw new Refusal(403, "Forbidden", "the client must not be a page in a browser");
        }
        if (!request.path().equals("/")) {
            throw new Refusal(404, "InvalidApi.NotFound", "the path must be /, is " + request.path());
        }
        if (request.action().isEmpty()) {
            throw new Refusal(400, "MissingParameter", "parameter Action must be given");
        }
        String version = request.apiVersion()
                .orElseThrow(() -> new Refusal(400, "MissingParameter", "parameter Version must be given"));
        String known = catalogue.version();
        if (!version.equals(known)) {
            throw new Refusal(400, "NoSuchVersion", "Version must be " + known + ", is " + version);
        }
        try {
            return catalogue.operation(request.action());
        } catch (UnknownOperationException e) {
            throw new Refusal(404, "InvalidAction.NotFound", e.getMessage());
        }
    }
}
