package ehpc.api

import spock.lang.Specification

/** What the first use says where annotations of another Jackson are in the place of those that are needed. */
class JacksonLibrarySpec extends Specification {

    /** Knows nothing but the JDK. */
    ClassLoader old = ClassLoader.platformClassLoader

    def 'annotations that are too old for Jackson 3.#minor are told with their jar and the properties'() {
        when:
        JacksonLibrary.require(minor, old)

        then:
        IncompatibleLibraryException e = thrown()
        e.message ==~ "jackson-annotations must be $least or newer, is " +
                /[\w.]+ \(file:.*jackson-annotations-.*\.jar\); a parent POM or BOM of your build sets it; / +
                /add to the properties of your POM, with Spring Boot 3 <jackson-bom\.version>2\.22\.4<\/jackson-bom\.version>, / +
                /with Spring Boot 4 <jackson-2-bom\.version>2\.22\.4<\/jackson-2-bom\.version>/

        where:
        minor || least
        1     || '2.21'
        2     || '2.22'
    }

    def 'Jackson 3.0 takes older ones, and those that are there are right'() {
        when:
        JacksonLibrary.require(0, old)
        JacksonLibrary.require(1, getClass().classLoader)
        JacksonLibrary.require(2, getClass().classLoader)
        JacksonLibrary.require()

        then:
        notThrown(IncompatibleLibraryException)
    }
}
