package ehpc.dsl;

import ehpc.api.InputException;
import ehpc.api.InvalidRequestException;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import groovy.lang.GroovyObjectSupport;
import java.util.Map;

/**
 * The words after {@code api.all}: every paged operation of the catalogue under its name in lower camel case, as after {@code api}. The
 * value of a call is the elements of the list on every page.
 */
@WordsOf(WordPlace.API_ALL)
public final class ApiItemsDsl extends GroovyObjectSupport {

    private final ApiDsl api;

    /** @param api checks and sends the calls */
    ApiItemsDsl(ApiDsl api) {
        this.api = api;
    }

    /**
     * Returns the elements of a paged operation: {@code api.all.call('listNodes', [clusterId: 'ehpc-hz-...'])} is the same as
     * {@code api.all.listNodes(...)}. The parameters are checked now, and the first page is requested when the first element is read.
     *
     * @param operation its name, in lower camel case or as the service spells it
     * @param given parameters by name, without a page number or token; a page size sets that of the requests, the maximum by default
     * @throws InputException if the operation does not exist or has no pages
     * @throws InvalidRequestException if the request breaks a rule of the catalogue
     */
    @WordFacts(
            form = "api.all.call('OPERATION', [NAME: VALUE, ...])",
            value =
                    "Reads all pages of an operation whose name is a value; api.all.listNodes() is the same for a known one.",
            example = "println api.all.call('listNodes', [:])*.hostName")
    public ApiItems call(String operation, Map<?, ?> given) {
        return api.items(operation, given);
    }

    /** Reads the operation with this name, for calls resolved at run time. */
    @Override
    public Object invokeMethod(String name, Object arguments) {
        return call(name, api.named(name, arguments));
    }

    @Override
    public Object getProperty(String name) {
        return api.uncalled("api.all.", name);
    }
}
