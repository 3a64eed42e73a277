package ehpc.samples.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ehpc.api.IncompatibleLibraryException;
import ehpc.connect.Connection;
import ehpc.script.Scripts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.function.Executable;

/** What the library says with the versions of a parent, instead of failing somewhere later. */
class FirstUseTest {

    private static final Map<String, String> GROOVY = Map.of("3.5.16", "4.0.32", "4.0.7", "5.0.6", "4.1.2", "5.0.8");

    @Test
    void namesGroovyItsJarAndTheProperty() {
        String groovy = GROOVY.get(System.getProperty("parent"));
        for (int use = 1; use <= 2; use++) {
            assertEquals(
                    "groovy must be 5.1.0 or newer, is " + groovy + " (groovy-" + groovy
                            + ".jar); a parent or BOM of your build sets it,"
                            + " as Spring Boot's does: set the version of org.apache.groovy:groovy to 5.1.3 in the dependencyManagement"
                            + " of your pom; the property <groovy.version>5.1.3</groovy.version> sets it as well, where all modules of"
                            + " Groovy exist in that version",
                    message(() -> Scripts.compile("hello.ehpc", "println 1")));
        }
    }

    @Test
    @EnabledIfSystemProperty(
            named = "parent",
            matches = "3\\..*",
            disabledReason = "of Spring Boot 4 the annotations work")
    void namesTheAnnotationsTheirJarAndTheProperty() {
        assertEquals(
                "jackson-annotations must be 2.22 or newer, is 2.21 (jackson-annotations-2.21.jar); a parent POM or BOM of your build"
                        + " sets it; add to the properties of your POM, with Spring Boot 3 <jackson-bom.version>2.22.4</jackson-bom.version>,"
                        + " with Spring Boot 4 <jackson-2-bom.version>2.22.4</jackson-2-bom.version>",
                message(Connection::local));
    }

    /** The message of the use, its place without the folder of this machine. */
    private static String message(Executable use) {
        String message = assertThrows(IncompatibleLibraryException.class, use).getMessage();
        return message.replaceFirst("\\(file:/\\S*/", "(");
    }
}
