package ehpc.samples

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** What the page says to write into the pom, with a parent of Spring Boot, is what the applications of that parent are built with. */
class SpringBootSpec extends Specification {

    private static final String PAGE = Files.readString(Path.of('..', 'dsl', 'docs', 'embedding.md'))

    def 'the page tells of the parent of #application, and its lines stand there'() {
        given:
        String pom = Files.readString(Path.of('spring-boot', application, 'pom.xml'))
        String version = (pom =~ /<version>(.*)<\/version>/)[0][1]
        List<String> blocks = (PAGE =~ /(?s)```xml\n(<(?:properties|dependencyManagement|exclusions)>.*?)```/).collect { it[1] }

        expect:
        PAGE.contains("| Spring Boot $version |")
        blocks.size() == 3
        blocks.take(many).collectMany { lines(it) } - lines(pom) == []

        where:
        application | many
        'boot-3.5'  | 3
        'boot-4.0'  | 1
        'boot-4.1'  | 1
    }

    def 'the version of Groovy is the one that the library is built with'() {
        given:
        String ours = (Files.readString(Path.of('..', 'pom.xml')) =~ /<groovy.version>(.*)<\/groovy.version>/)[0][1]

        expect:
        lines(PAGE).contains("<version>$ours</version>".toString())
    }

    private static List<String> lines(String text) {
        text.readLines()*.strip().findAll()
    }
}
