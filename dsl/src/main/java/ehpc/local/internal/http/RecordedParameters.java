package ehpc.local.internal.http;

import ehpc.api.Catalogue;
import ehpc.api.Operation;
import ehpc.api.Parameter;
import ehpc.local.internal.operation.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Returns the parameters of a request as they are recorded: without those of the gateway, and with secrets masked. */
final class RecordedParameters {

    private static final String MASKED = "***";

    private final Catalogue catalogue;

    RecordedParameters(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Map<String, String> of(WireRequest request) {
        Optional<Operation> operation = catalogue.find(request.action());
        Map<String, String> recorded = new LinkedHashMap<>(Parameters.own(request.parameters()));
        recorded.replaceAll((name, value) -> shown(operation, name) ? value : MASKED);
        return recorded;
    }

    /** A misspelt operation, or a misspelt field beside a secret one, may contain a secret. */
    private static boolean shown(Optional<Operation> operation, String wireName) {
        String[] path = wireName.split("\\.");
        Optional<Parameter> outer = operation.flatMap(o -> o.parameter(path[0]));
        if (outer.filter(Parameter::holdsSecret).isEmpty()) {
            return operation.isPresent();
        }
        Optional<Parameter> named = outer;
        for (String step : List.of(path).subList(1, path.length)) {
            boolean index = step.chars().allMatch(Character::isDigit);
            named = index ? named : named.flatMap(p -> p.field(step));
        }
        return named.filter(p -> !p.holdsSecret()).isPresent();
    }
}
