package ehpc.script.internal.compile

import ehpc.api.IncompatibleLibraryException
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** What the first use says of a Groovy that is too old. */
class GroovyLibrarySpec extends Specification {

    def 'version #version is too old, and the message names its jar and the property'() {
        when:
        GroovyLibrary.require(version)

        then:
        IncompatibleLibraryException e = thrown()
        e.message.startsWith("groovy must be 5.1.0 or newer, is $version (file:")
        e.message.endsWith('; a parent or BOM of your build sets it, as Spring Boot\'s does: '
                + "set the version of org.apache.groovy:groovy to ${ours()} in the dependencyManagement of your pom; the property "
                + "<groovy.version>${ours()}</groovy.version> sets it as well, where all modules of Groovy exist in that version")

        where:
        version << ['4.0.32', '5.0.6', '5.0.8', '3.0.9', '5.1.0-rc-1']
    }

    def 'version #version is new enough'() {
        when:
        GroovyLibrary.require(version)
        GroovyLibrary.require()

        then:
        notThrown(IncompatibleLibraryException)

        where:
        version << ['5.1.0', '5.1.3', '5.2.0-alpha-1', '5.10.0', '6.0.0']
    }

    private static String ours() {
        (Files.readString(Path.of('..', 'pom.xml')) =~ /<groovy.version>(.*)<\/groovy.version>/)[0][1]
    }
}
