package ehpc.script.internal.symbols;

import ehpc.api.Catalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names that the next entry of a session may use, in the order of their definition, without the values.
 *
 * @param catalogue the operations of the service
 * @param number the number of the next entry, from 1
 * @param classes the classes that entries defined, by name
 * @param cluster the id of the current cluster; empty if none is selected
 * @param region the region that an entry selected; empty if none did
 */
public record SymbolTable(
        Catalogue catalogue,
        int number,
        Map<String, KnownVariable> variables,
        List<KnownMethod> methods,
        List<KnownImport> imports,
        Map<String, Class<?>> classes,
        Optional<String> cluster,
        Optional<String> region) {

    public SymbolTable {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        methods = List.copyOf(methods);
        imports = List.copyOf(imports);
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
    }

    /** Returns the table of an empty session. */
    public static SymbolTable empty(Catalogue catalogue) {
        return new SymbolTable(
                catalogue, 1, Map.of(), List.of(), List.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    public SymbolTable next() {
        return new SymbolTable(catalogue, number + 1, variables, methods, imports, classes, cluster, region);
    }

    public SymbolTable at(Optional<String> current, Optional<String> place) {
        return new SymbolTable(catalogue, number, variables, methods, imports, classes, current, place);
    }

    /** Returns the table after an entry has run, with the facts about variables that are true for their values. */
    public SymbolTable with(SessionDelta entry, SessionValues memory) {
        Map<String, KnownVariable> names = new LinkedHashMap<>(variables);
        Set<String> kept = memory.kept().keySet();
        entry.variables().forEach((name, variable) -> {
            KnownVariable before = names.get(name);
            if (kept.contains(name) || before != null && !before.given()) {
                names.put(name, variable);
            }
        });
        Map<String, Class<?>> types = new LinkedHashMap<>(classes);
        types.putAll(entry.classes());
        names.replaceAll((name, variable) -> variable.among(types).asIs(memory.value(name)));
        List<KnownMethod> forms = new ArrayList<>(methods);
        Set<String> replaced = entry.methods().stream().map(KnownMethod::key).collect(Collectors.toSet());
        forms.removeIf(form -> replaced.contains(form.key()));
        forms.addAll(entry.methods());
        forms.replaceAll(form -> form.among(types));
        return new SymbolTable(catalogue, number, names, forms, imports(entry), types, cluster, region);
    }

    private List<KnownImport> imports(SessionDelta entry) {
        List<KnownImport> all = new ArrayList<>(imports);
        all.removeIf(one -> entry.imports().stream().anyMatch(one::isReplacedBy)
                || !one.isStatic() && entry.classes().containsKey(one.alias()));
        all.addAll(entry.imports());
        return all;
    }

    /** Returns the table with the numbered results, unless an entry declared a variable of that name. */
    SymbolTable withResults(Map<String, KnownVariable> results) {
        Map<String, KnownVariable> names = new LinkedHashMap<>(variables);
        names.values().removeIf(KnownVariable::given);
        results.forEach(names::putIfAbsent);
        return new SymbolTable(catalogue, number, names, methods, imports, classes, cluster, region);
    }

    Optional<KnownVariable> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    public Set<String> methodNames() {
        return methods.stream().map(KnownMethod::name).collect(Collectors.toSet());
    }

    /** Returns the classes that an entry may use, and those of the static methods that it may call. */
    public Map<String, Class<?>> visibleClasses() {
        Map<String, Class<?>> visible = new LinkedHashMap<>(classes);
        methods.stream()
                .filter(KnownMethod::fixed)
                .forEach(method -> visible.put(method.owner().getName(), method.owner()));
        return visible;
    }
}
