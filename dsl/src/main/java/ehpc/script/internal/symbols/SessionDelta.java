package ehpc.script.internal.symbols;

import java.util.List;
import java.util.Map;

/**
 * What an entry that was compiled adds to what a session knows.
 *
 * @param variables those that it may declare or change, by name
 * @param classes all that it defines, by name
 * @param givesValue whether its last line is an expression
 */
public record SessionDelta(
        Map<String, KnownVariable> variables,
        List<KnownMethod> methods,
        List<KnownImport> imports,
        Map<String, Class<?>> classes,
        boolean givesValue) {}
