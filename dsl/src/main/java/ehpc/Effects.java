package ehpc;

import ehpc.api.Request;
import ehpc.api.Transport;
import java.util.function.Consumer;

/**
 * The one way to whatever changes the service: each call that does, and each command as a whole, comes through {@link #perform}. What is to
 * happen around an effect decorates the effects beneath it ({@link Ehpc#through}): somebody is asked, a plan takes it down. Safe for use by
 * several threads; called by the thread that wants the effect.
 */
public interface Effects {

    /**
     * Carries out an effect, or does something in place of that.
     *
     * @return its result, which may be the place of one alone ({@link Effect#deferred})
     */
    <R> R perform(Effect<R> effect);

    /** A read that is about to be sent; whatever this throws keeps it from being sent. */
    default void reading(Request request) {}

    /** Effects that are carried out at the service. */
    static Effects sending(Transport transport) {
        return new Effects() {
            @Override
            public <R> R perform(Effect<R> effect) {
                return effect.send(transport);
            }
        };
    }

    /**
     * These effects, where somebody is asked before each.
     *
     * @param asked lets an effect be carried out just as it is, or throws, which is what the caller gets
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
        };
    }
}
