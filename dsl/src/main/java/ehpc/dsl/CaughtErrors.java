package ehpc.dsl;

import ehpc.api.ApiException;
import ehpc.api.InputException;
import ehpc.language.Vocabulary;
import ehpc.language.WordPlace;
import groovy.lang.MissingPropertyException;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Reads the properties of {@link ServiceErrors} from a caught exception of any kind: in {@code catch (e)}, the compiler replaces {@code e.code}
 * by a call of this class.
 */
public final class CaughtErrors {

    private CaughtErrors() {}

    /** Returns whether errors of the service have a property of this name. */
    public static boolean hasProperty(String name) {
        return Vocabulary.at(WordPlace.ERROR, name).isPresent();
    }

    /**
     * Returns a property of an exception.
     *
     * @param caught the exception
     * @param name the name of a property of {@link ServiceErrors}
     * @throws InputException if it is no error of the service, and has no such property of its own; its cause is the exception
     */
    public static Object property(Throwable caught, String name) {
        try {
            return InvokerHelper.getProperty(caught, name);
        } catch (MissingPropertyException e) {
            if (caught instanceof ApiException || !name.equals(e.getProperty())) {
                throw e;
            }
            InputException refused =
                    new InputException(missing(name, caught.getClass().getSimpleName())
                            + (caught.getMessage() == null ? "" : ": " + caught.getMessage()));
            refused.initCause(caught);
            throw refused;
        }
    }

    /** Returns the message for a property that an exception of this class does not have. */
    public static String missing(String name, String type) {
        return "'" + name + "' exists only on an error of the service (ApiException), not on " + type;
    }
}
