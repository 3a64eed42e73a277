package ehpc.script.internal.symbols;

import java.util.List;
import java.util.Map;

/**
 * The symbols that a compiled entry adds to a session.
 *
 * @param variables the variables that it may declare or change, by name
 * @param classes the classes that it defines, by name
 * @param givesValue whether its last line is an expression
 */
public record SessionDelta(
        Map<String, KnownVariable> variables,
        List<KnownMethod> methods,
        List<KnownImport> imports,
        Map<String, Class<?>> classes,
        boolean givesValue) {}
