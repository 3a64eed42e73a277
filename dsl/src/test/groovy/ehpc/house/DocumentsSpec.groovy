package ehpc.house

import java.nio.file.Files
import java.nio.file.Path
import javax.xml.parsers.DocumentBuilderFactory
import spock.lang.Specification

/** The documents for people: the README is short, and every link in a document leads somewhere. */
class DocumentsSpec extends Specification {

    private static final Path README = Path.of('README.md')

    def 'the README has 700 words at most'() {
        expect:
        words(README).size() <= 700
    }

    def 'every relative link and anchor leads somewhere'() {
        expect:
        documents().collectMany { Path document -> links(document).findAll { !leads(document, it) }.collect { "$document: $it".toString() } } == []
    }

    def 'a link that leads nowhere is seen'() {
        expect:
        !leads(README, link)

        where:
        link << ['none.md', 'dsl/docs/language.md#none', '#none', '../dsl']
    }

    def 'the README leads to every page of the manual'() {
        given:
        Set<Path> linked = links(README).collect { Path.of(it.replaceAll(/#.*/, '')) } as Set

        expect:
        documents().findAll { it.toString() ==~ /(?:dsl|repl)\/docs\/[\w-]+\.md/ }.findAll { !(it in linked) } == []
    }

    def 'every decision has a number of its own, a date and a status'() {
        given:
        List<Path> decisions = documents().findAll { it.toString() ==~ /dsl\/docs\/decisions\/(?!0000).*/ }
        List<String> numbers = decisions*.fileName*.toString()*.take(4)

        expect:
        numbers.every { it ==~ /\d{4}/ }
        numbers.toUnique() == numbers
        decisions.findAll {
            !(text(it) =~ /\A# .+\n\nDate: \d{4}-\d\d-\d\d\. Status: (?:proposed|accepted|superseded by \[.+\]\(.+\))\.\n\n\*\*Problem\.\*\* /)
        } == []
    }

    def 'every drawing is well-formed'() {
        given:
        List<Path> drawings = Sources.all().findAll { it.toString().endsWith('.svg') }

        expect:
        drawings.size() >= 1
        drawings*.toString().findAll { root(it) != 'svg' } == []
    }

    def 'an anchor is the text of its heading'() {
        expect:
        anchors(['# A, b `--c` and "d"', 'text', '```', '# no heading', '```', '## Again', '## Again']) == ['a-b---c-and-d', 'again', 'again-1']
    }

    private static String root(String drawing) {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Sources.ROOT.resolve(drawing).toFile()).documentElement.tagName
    }

    private static List<Path> documents() {
        Sources.all().findAll { it.toString().endsWith('.md') && it.getName(0).toString() != 'findings' }
    }

    private static List<String> words(Path document) {
        text(document).split(/\s+/).toList()
    }

    private static String text(Path document) {
        Files.readString(Sources.ROOT.resolve(document))
    }

    /** The targets of links and pictures that are no addresses, outside of code. */
    private static List<String> links(Path document) {
        prose(text(document).readLines()).join('\n').replaceAll(/`[^`]*`/, '').findAll(/(?<=\]\()[^)\s]+(?=\))/).findAll { !(it =~ /^\w+:/) }
    }

    private static boolean leads(Path document, String link) {
        List<String> parts = link.split('#', 2) as List<String>
        Path target = Sources.ROOT.resolve(document).resolveSibling(parts[0]).normalize()
        Path found = parts[0] ? target : Sources.ROOT.resolve(document)
        found.startsWith(Sources.ROOT) && Files.exists(found) && (parts.size() == 1 || parts[1] in anchors(Files.readAllLines(found)))
    }

    /** As GitHub makes them of headings. */
    private static List<String> anchors(List<String> lines) {
        Map<String, Integer> seen = [:].withDefault { 0 }
        prose(lines).findAll { it ==~ /#{1,6} .*/ }.collect { String heading ->
            String anchor = heading.replaceFirst(/^#+ /, '').toLowerCase(Locale.ROOT).replaceAll(/[^\p{L}\p{N} _-]/, '').replace(' ', '-')
            int before = seen[anchor]
            seen[anchor] = before + 1
            before == 0 ? anchor : "$anchor-$before".toString()
        }
    }

    private static List<String> prose(List<String> lines) {
        boolean code = false
        lines.findAll { String line ->
            boolean fence = line.startsWith('```')
            code ^= fence
            !code && !fence
        }
    }
}
