package ehpc.dsl;

import groovy.lang.Closure;

/** Runs a block over the words of a scope. */
final class Closures {

    private Closures() {}

    /** Calls a copy of the block, so that the caller's own is left as it was. */
    static void call(Closure<?> body, Object scope) {
        Closure<?> copy = (Closure<?>) body.clone();
        copy.setDelegate(scope);
        copy.setResolveStrategy(Closure.DELEGATE_FIRST);
        if (copy.getMaximumNumberOfParameters() == 0) {
            copy.call();
        } else {
            copy.call(scope);
        }
    }
}
