package ehpc;

import com.fasterxml.jackson.annotation.JsonValue;
import ehpc.api.ApiException;
import ehpc.api.Response;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import java.util.function.Supplier;

/**
 * The outcome of InitializeEHPC: {@link #CREATED} or {@link #ALREADY_DONE}. Not an enum, because there is a third kind: if calls are
 * recorded and not sent, the outcome is unknown and any access throws. Immutable.
 */
@WordsOf(
        value = WordPlace.INITIALIZATION,
        form = "initialize().%s",
        example = "println initialize().%s",
        inCluster = false)
public final class Initialization {

    /** The service-linked role was created. */
    public static final Initialization CREATED = new Initialization(() -> "CREATED");

    /** The role existed already. */
    public static final Initialization ALREADY_DONE = new Initialization(() -> "ALREADY_DONE");

    private final Supplier<String> name;

    private Initialization(Supplier<String> name) {
        this.name = name;
    }

    /**
     * Calls InitializeEHPC. A refusal because the role exists counts as done.
     *
     * @param call sends the request
     * @throws ApiException if the service refused it for another reason or was not reached, or the answer was lost
     */
    public static Initialization by(Supplier<Response> call) {
        try {
            Response answer = call.get();
            return answer.isPresent()
                    ? CREATED
                    : new Initialization(() -> answer.body().toString());
        } catch (ApiException e) {
            if (e.operation().doneWhenRefused().contains(e.code())) {
                return ALREADY_DONE;
            }
            throw e;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Initialization that && name().equals(that.name());
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }

    /** Returns the constant's name. */
    @WordFacts("CREATED for a new role, ALREADY_DONE for an existing one.")
    @JsonValue
    public String name() {
        return name.get();
    }

    /** Returns the constant's name. */
    @Override
    public String toString() {
        return name();
    }
}
