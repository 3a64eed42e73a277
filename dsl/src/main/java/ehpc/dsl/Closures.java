package ehpc.dsl;

import groovy.lang.Closure;

/** Runs a block with the words of a scope. */
final class Closures {

    private Closures() {}

    /** Calls a copy of the block, which leaves the original unchanged. */
    static <T> T call(Closure<T> body, Object scope) {
        @SuppressWarnings("unchecked")
        Closure<T> copy = (Closure<T>) body.clone();
        copy.setDelegate(scope);
        copy.setResolveStrategy(Closure.DELEGATE_FIRST);
        return copy.getMaximumNumberOfParameters() == 0 ? copy.call() : copy.call(scope);
    }
}
