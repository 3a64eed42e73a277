package ehpc;

import ehpc.api.Request;
import ehpc.api.Transport;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The single path for all changes to the service: every mutating call and every run passes through {@link #perform}. Decorators add
 * behavior around an effect ({@link EhpcClient#withEffects}), such as asking for approval or recording a plan. Thread-safe; called by the thread that
 * requests the effect.
 */
public interface Effects {

    /**
     * Performs an effect, or replaces it with something else.
     *
     * @return the result, or a placeholder for it ({@link Effect#deferred})
     */
    <R> R perform(Effect<R> effect);

    /** Observes a read before it is sent; any exception thrown here prevents the read. */
    default void reading(Request request) {}

    /** Returns whether the origin of an effect is used; finding it takes time. */
    default boolean needsOrigin() {
        return false;
    }

    /**
     * Returns these effects with a transport in between, which receives each request of an effect once, above any retry. Effects that send
     * nothing, such as those of a plan, return themselves.
     *
     * @param way wraps the transport to the service
     */
    default Effects through(UnaryOperator<Transport> way) {
        return this;
    }

    /** Returns effects that are performed at the service. */
    static Effects sending(Transport transport) {
        return new Effects() {
            @Override
            public <R> R perform(Effect<R> effect) {
                return effect.send(transport);
            }

            @Override
            public Effects through(UnaryOperator<Transport> way) {
                return sending(way.apply(transport));
            }
        };
    }

    /**
     * Returns these effects with a check before each.
     *
     * @param asked returns to approve an effect unchanged, or throws an exception, which the caller receives
     */
    default Effects asking(Consumer<? super Effect<?>> asked) {
        Effects beneath = this;
        return new Effects() {
            @Override
            public <R> R perform(Effect<R> effect) {
                asked.accept(effect);
                return beneath.perform(effect);
            }

            @Override
            public void reading(Request request) {
                beneath.reading(request);
            }

            @Override
            public boolean needsOrigin() {
                return beneath.needsOrigin();
            }

            @Override
            public Effects through(UnaryOperator<Transport> way) {
                return beneath.through(way).asking(asked);
            }
        };
    }
}
