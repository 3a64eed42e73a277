package ehpc.api;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.core.json.PackageVersion;

/**
 * The JSON library, as far as it can be wrong: Jackson 3.1 and newer need annotations of 2.21, and the parents of other projects set the
 * version of these for Jackson 2.
 */
final class JacksonLibrary {

    private static final String LEAST_ANNOTATIONS = "2.21";
    private static final String NEW_ANNOTATION = "com.fasterxml.jackson.annotation.JsonSerializeAs";
    private static final String REMEDY =
            "a parent or BOM of your build sets it: write into the properties of your pom, of Spring Boot 3"
                    + " <jackson-bom.version>2.21.4</jackson-bom.version>, of Spring Boot 4"
                    + " <jackson-2-bom.version>2.21.4</jackson-2-bom.version>";

    private JacksonLibrary() {}

    /**
     * Demands that it works.
     *
     * @throws IncompatibleLibraryException it does not
     */
    static void demand() {
        demand(PackageVersion.VERSION.getMinorVersion(), JacksonLibrary.class.getClassLoader());
    }

    static void demand(int minor, ClassLoader loader) {
        if (minor > 0 && !hasNewAnnotation(loader)) {
            String found = JsonValue.class.getPackage().getImplementationVersion();
            throw IncompatibleLibraryException.tooOld(
                    "jackson-annotations", found == null ? "older" : found, LEAST_ANNOTATIONS, JsonValue.class, REMEDY);
        }
    }

    private static boolean hasNewAnnotation(ClassLoader loader) {
        try {
            Class.forName(NEW_ANNOTATION, false, loader);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
