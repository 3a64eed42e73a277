package ehpc.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The contents of a catalogue's {@code product.json}. Immutable. */
record ProductFile(
        String product,
        String version,
        List<String> names,
        Set<String> known,
        Map<String, String> endpoints,
        Map<String, String> vpcEndpoints,
        Map<String, String> endpointRule,
        Map<String, String> errorHelp,
        List<ErrorCode> commonErrors,
        List<ErrorCode> productErrors,
        Regions regions) {

    static ProductFile of(JsonFields file) {
        List<String> names = file.texts("operations");
        Map<String, String> endpoints = table(file, "endpoints");
        Map<String, String> vpcEndpoints = table(file, "vpcEndpoints");
        Map<String, String> errorHelp = table(file, "errorHelp");
        return new ProductFile(
                file.text("product"),
                file.text("version"),
                names,
                Set.copyOf(names),
                endpoints,
                vpcEndpoints,
                table(file, "endpointRule"),
                errorHelp,
                CatalogueFile.errors(file.texts("commonErrors"), errorHelp),
                CatalogueFile.errors(file.texts("productErrors"), errorHelp),
                new Regions(endpoints.keySet(), vpcEndpoints.keySet()));
    }

    private static Map<String, String> table(JsonFields file, String name) {
        Map<String, String> table = new LinkedHashMap<>();
        JsonFields.of(file.value(name)).values().forEach((key, value) -> table.put(key, value.toString()));
        return Collections.unmodifiableMap(table);
    }
}
