package ehpc.api;

import java.lang.module.ModuleDescriptor.Version;
import java.security.CodeSource;

/** A required library is missing or has an incompatible version. Thrown on first use. */
public final class IncompatibleLibraryException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    IncompatibleLibraryException(String message) {
        super(message);
    }

    /**
     * Requires a version.
     *
     * @param name the library's name
     * @param found its version
     * @param least the oldest version that works
     * @param type a class of the library, whose jar the message names
     * @param remedy the setting that provides a compatible version
     * @throws IncompatibleLibraryException if it is older
     */
    public static void require(String name, String found, String least, Class<?> type, String remedy) {
        if (Version.parse(found).compareTo(Version.parse(least)) < 0) {
            throw tooOld(name, found, least, type, remedy);
        }
    }

    static IncompatibleLibraryException tooOld(String name, String found, String least, Class<?> type, String remedy) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        String place = source == null ? "" : " (" + source.getLocation() + ")";
        return new IncompatibleLibraryException(
                name + " must be " + least + " or newer, is " + found + place + "; " + remedy);
    }
}
