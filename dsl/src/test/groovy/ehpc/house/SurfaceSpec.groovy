package ehpc.house

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** The library is embedded: what it says suits every program, and the command line adds what suits itself. */
class SurfaceSpec extends Specification {

    private static final List<String> OPTIONS = ['local', 'local-exec', 'nodes', 'profile', 'region', 'endpoint', 'output', 'color', 'quiet', 'debug',
                                                 'trace', 'no-input', 'all-pages', 'allow-effects', 'diff', 'faults', 'seed']

    def 'no text of the library names an option of the command line, its commands or those of the shell'() {
        given:
        String surface = /--(${OPTIONS.join('|')})\b|"\/(use|set|plan|trace|debug|help)\b|ehpc (call|run|plan|check|whoami|help)\b/

        expect:
        found(surface) == []
        found(/must not be put into a command/) // the look would find something
    }

    private static List<String> found(String pattern) {
        Sources.all().findAll { Path file -> file.startsWith('dsl/src/main') }.collectMany { Path file ->
            Files.readAllLines(Sources.ROOT.resolve(file))
                    .findAll { String line -> !(line.strip() =~ /^(\*|\/\/|\/\*)/) && line =~ pattern }
                    .collect { String line -> "$file: ${line.strip()}".toString() }
        }
    }
}
