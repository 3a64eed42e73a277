package ehpc.house

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

class RepositorySpec extends Specification {

    def 'no source is longer than 400 lines'() {
        expect:
        sourcesOver(400) == []
    }

    def 'nine sources in ten are shorter than 255 lines'() {
        given:
        List<String> longer = sourcesOver(254)

        expect:
        longer.size() * 10 <= Sources.code().size()
    }

    def 'no file names a place of the machine it was written on'() {
        given:
        List<String> places = [
                Sources.ROOT.toString(),
                System.getProperty('java.home'),
                "${System.getProperty('user.home')}/.m2".toString()
        ].findAll { Path.of(it).nameCount > 1 }

        expect:
        Sources.all()
                .collectMany { Path file -> mentions(file, places) }
                .empty
    }

    def 'only what belongs there lies at the top'() {
        given:
        Set<String> top = Sources.all().collect { it.getName(0).toString() } as Set

        expect:
        top.findAll { !it.startsWith('.') } ==
                ['CHANGELOG.md', 'LICENSE', 'README.md', 'dsl', 'findings', 'pom.xml', 'repl', 'samples'] as Set
    }

    private static List<String> sourcesOver(int most) {
        Sources.code().findAll { Sources.lines(it) > most }.collect { "$it: ${Sources.lines(it)} lines".toString() }
    }

    private static List<String> mentions(Path file, List<String> places) {
        String text = new String(Files.readAllBytes(Sources.ROOT.resolve(file)), StandardCharsets.ISO_8859_1)
        places.findAll { text.contains(it) }.collect { "$file names $it".toString() }
    }
}
