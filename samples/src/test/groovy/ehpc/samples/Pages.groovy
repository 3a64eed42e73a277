package ehpc.samples

import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Matcher

/** The README and the pages of the manual, and the blocks of code on them. */
final class Pages {

    private static final Path ROOT = Path.of('..')

    private static final Map<String, String> ALL = read()

    private Pages() {}

    /** Every page by its path from the root of the repository, the README first. */
    static Map<String, String> all() {
        ALL
    }

    static String text(String page) {
        ALL[page]
    }

    /**
     * Each block with that word behind its fence, in the order of the pages: its page, its text, and the text of a block
     * {@code text} that follows it at once, or null.
     */
    static List<List<String>> blocks(String kind) {
        ALL.keySet().collectMany { blocks(it, kind) }
    }

    static List<List<String>> blocks(String page, String kind) {
        Matcher blocks = text(page) =~ /(?sm)^```$kind\n(.*?)^```(?:\n\n```text\n(.*?)^```)?/
        blocks.collect { [page, it[1], it[2]] }
    }

    private static Map<String, String> read() {
        List<Path> pages = ['.github', 'dsl/docs', 'repl/docs'].collectMany { String folder ->
            Path.of('..', folder).toFile().listFiles().findAll { it.name.endsWith('.md') }*.toPath().sort()
        }
        ([ROOT.resolve('README.md')] + pages).collectEntries { [ROOT.relativize(it).toString(), Files.readString(it)] }
    }
}
