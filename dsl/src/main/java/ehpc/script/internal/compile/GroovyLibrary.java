package ehpc.script.internal.compile;

import ehpc.api.IncompatibleLibraryException;
import groovy.lang.GroovySystem;

/** The Groovy that scripts are compiled with: the parents of other projects set one that is too old without a word. */
public final class GroovyLibrary {

    /** Before that, scripts cannot read the components of records ({@code node.name}); Groovy 4 lacks what the compiler here calls. */
    private static final String LEAST = "5.1.0";

    private static final String REMEDY = "a parent or BOM of your build sets it, as Spring Boot's does: set the"
            + " version of org.apache.groovy:groovy to 5.1.3 in the dependencyManagement of your pom; the property"
            + " <groovy.version>5.1.3</groovy.version> sets it as well, where all modules of Groovy exist in that version";

    private GroovyLibrary() {}

    /**
     * Demands that it is new enough.
     *
     * @throws IncompatibleLibraryException if it is not
     */
    public static void demand() {
        demand(GroovySystem.getVersion());
    }

    static void demand(String version) {
        IncompatibleLibraryException.demand("groovy", version, LEAST, GroovySystem.class, REMEDY);
    }
}
