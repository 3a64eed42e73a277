package ehpc.api;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.core.json.PackageVersion;

/**
 * Checks the version of the JSON library: Jackson 3.1 needs annotations of 2.21, and 3.2 those of 2.22, while parent POMs often pin older
 * annotations for Jackson 2.
 */
final class JacksonLibrary {

    private static final String ANNOTATIONS = "com.fasterxml.jackson.annotation.";
    private static final String REMEDY =
            "a parent POM or BOM of your build sets it; add to the properties of your POM, with Spring Boot 3"
                    + " <jackson-bom.version>2.22.4</jackson-bom.version>, with Spring Boot 4"
                    + " <jackson-2-bom.version>2.22.4</jackson-2-bom.version>";

    private JacksonLibrary() {}

    /**
     * Checks the version.
     *
     * @throws IncompatibleLibraryException if it is incompatible
     */
    static void require() {
        require(PackageVersion.VERSION.getMinorVersion(), JacksonLibrary.class.getClassLoader());
    }

    static void require(int minor, ClassLoader loader) {
        if (minor > 1) {
            require("JsonApplyView", "2.22", loader);
        } else if (minor > 0) {
            require("JsonSerializeAs", "2.21", loader);
        }
    }

    private static void require(String annotation, String least, ClassLoader loader) {
        if (!has(ANNOTATIONS + annotation, loader)) {
            String found = JsonValue.class.getPackage().getImplementationVersion();
            throw IncompatibleLibraryException.tooOld(
                    "jackson-annotations", found == null ? "older" : found, least, JsonValue.class, REMEDY);
        }
    }

    private static boolean has(String type, ClassLoader loader) {
        try {
            Class.forName(type, false, loader);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
