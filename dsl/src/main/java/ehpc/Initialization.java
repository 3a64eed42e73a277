package ehpc;

import com.fasterxml.jackson.annotation.JsonValue;
import ehpc.api.ApiException;
import ehpc.api.Response;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import java.util.function.Supplier;

/**
 * What InitializeEHPC did: {@link #CREATED} or {@link #ALREADY_DONE}. No enum, as there is a third kind that is neither: where calls are
 * recorded and not sent, what it would do is not known, and whoever looks at it is told so. Immutable.
 */
@WordsOf(
        value = WordPlace.INITIALIZATION,
        form = "initialize().%s",
        example = "println initialize().%s",
        inCluster = false)
public final class Initialization {

    /** It created the service-linked role. */
    public static final Initialization CREATED = new Initialization(() -> "CREATED");

    /** The role was there already. */
    public static final Initialization ALREADY_DONE = new Initialization(() -> "ALREADY_DONE");

    private final Supplier<String> name;

    private Initialization(Supplier<String> name) {
        this.name = name;
    }

    /**
     * Calls InitializeEHPC. The refusal that says that the role is there already counts as done.
     *
     * @param call sends the request
     * @throws ApiException it was refused for another reason, the service was not reached, or its answer was lost
     */
    public static Initialization by(Supplier<Response> call) {
        try {
            Response answer = call.get();
            return answer.isThere()
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

    /** The constant's name. */
    @WordFacts("CREATED where the role is new, ALREADY_DONE where it was there.")
    @JsonValue
    public String name() {
        return name.get();
    }

    /** The constant's name. */
    @Override
    public String toString() {
        return name();
    }
}
