package ehpc.house

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

class RepositorySpec extends Specification {

    private static final List<String> PAGES = ['.github/CONTRIBUTING.md', 'dsl/docs/architecture.md', 'dsl/docs/recipes.md']

    /** Types of Groovy and Java that the pages speak of. */
    private static final Set<String> OF_OTHERS = ['Closure', 'GString', 'BootstrapMethods', 'Utils', 'Helper', 'Manager'] as Set

    /** A value and all its words, with the facts of each: one idea. */
    private static final List<String> LONGER = ['dsl/src/main/java/ehpc/node/NodeSet.java']

    def 'no source but that of one large idea is longer than 400 lines'() {
        expect:
        sourcesOver(400)*.takeBefore(':') == LONGER
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

    def 'every file, package and class that #page names exists'() {
        expect:
        code(page).findAll { !exists(it) } == []

        where:
        page << PAGES
    }

    def 'a name of nothing is seen'() {
        expect:
        !exists(name)

        where:
        name << ['dsl/src/main/java/ehpc/None.java', 'None', 'NoneSpec', 'ehpc.none', 'None.java']
    }

    def 'a class has a simple name of its own, but for what two surfaces or the service and its model share'() {
        given:
        Map<String, List<Path>> named = Sources.code()
                .findAll { Path file -> file.toString() ==~ '(dsl|repl)/src/main/java/.*[.]java' && file.fileName.toString() != 'package-info.java' }
                .groupBy { Path file -> file.fileName.toString() - '.java' }

        expect:
        named.findAll { String name, List<Path> files -> files.size() > 1 }.keySet() ==
                ['Application', 'Cluster', 'ClusterInfo', 'HelpCommand', 'Image', 'Job', 'Node', 'PlanCommand', 'PostScript', 'Queue',
                 'Queues', 'User', 'Users'] as Set
    }

    /** The single words in code on a page that name a file, a package or a class; what has capitals for a name of the reader's is none. */
    private static List<String> code(String page) {
        Files.readString(Sources.ROOT.resolve(page)).replaceAll(/(?s)```.*?```/, '').findAll(/`[^`\n]+`/)*.replace('`', '').findAll {
            it ==~ /(?:dsl|repl|samples)\/[\w\/.-]+|[A-Z][a-z]\w*(?:\.\w+)?|ehpc(?:\.\w+)+/ && !(it =~ /[A-Z]{4}|\/target\//)
        }
    }

    private static boolean exists(String name) {
        if (name.contains('/')) {
            return Files.exists(Sources.ROOT.resolve(name))
        }
        if (name.startsWith('ehpc')) {
            return Sources.all().any { "/$it.parent".endsWith("/java/${name.replace('.', '/')}") }
        }
        name in OF_OTHERS || Sources.all().any { simple(it.fileName.toString()) == simple(name) }
    }

    private static String simple(String file) {
        file.replaceFirst(/\.\w+$/, '')
    }

    private static List<String> sourcesOver(int most) {
        Sources.code().findAll { Sources.lines(it) > most }.collect { "$it: ${Sources.lines(it)} lines".toString() }
    }

    private static List<String> mentions(Path file, List<String> places) {
        String text = new String(Files.readAllBytes(Sources.ROOT.resolve(file)), StandardCharsets.ISO_8859_1)
        places.findAll { text.contains(it) }.collect { "$file names $it".toString() }
    }
}
