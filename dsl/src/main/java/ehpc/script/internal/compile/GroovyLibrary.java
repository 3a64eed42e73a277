package ehpc.script.internal.compile;

import ehpc.api.IncompatibleLibraryException;
import groovy.lang.GroovySystem;

/** Checks the version of Groovy: parent projects may silently select one that is too old. */
public final class GroovyLibrary {

    /** Scripts cannot read the components of records ({@code node.name}) in older versions; Groovy 4 lacks methods that are called here. */
    private static final String LEAST = "5.1.0";

    private static final String REMEDY = "a parent or BOM of your build sets it, as Spring Boot's does: set the"
            + " version of org.apache.groovy:groovy to 5.1.3 in the dependencyManagement of your pom; the property"
            + " <groovy.version>5.1.3</groovy.version> sets it as well, where all modules of Groovy exist in that version";

    private GroovyLibrary() {}

    /**
     * Checks that the version is new enough.
     *
     * @throws IncompatibleLibraryException if it is not
     */
    public static void require() {
        require(GroovySystem.getVersion());
    }

    static void require(String version) {
        IncompatibleLibraryException.require("groovy", version, LEAST, GroovySystem.class, REMEDY);
    }
}
