package ehpc.dsl;

import groovy.lang.Closure;

/** A block that keeps the context in which it was passed on, in any thread that calls it. */
final class CarriedBlock<T> extends Closure<T> {

    private static final long serialVersionUID = 1L;

    private final transient Closure<T> block;
    private final transient ExecutionContext context;

    CarriedBlock(Closure<T> block, ExecutionContext context) {
        super(block.getOwner(), block.getThisObject());
        this.block = block;
        this.context = context;
        this.maximumNumberOfParameters = block.getMaximumNumberOfParameters();
        this.parameterTypes = block.getParameterTypes();
        setDelegate(block.getDelegate());
        setResolveStrategy(block.getResolveStrategy());
    }

    /** Calls the block; the name is Groovy's. */
    public T doCall(Object... given) {
        return call(given);
    }

    @Override
    public T call(Object... given) {
        return context.in(() -> block.call(given));
    }
}
