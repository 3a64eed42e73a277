package ehpc.repl

import ehpc.repl.internal.terminal.ProgressText
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification

/** Names, addresses, times and numbers have the digits 0 to 9 in every locale. */
class LocaleSpec extends Specification {

    private static final String DEMO = 'ehpc-hz-localdemo1'
    private static final String HELLO = 'compute[000-003],login0,manager0 (6)\n  hi\n'

    private final Locale usual = Locale.default

    def cleanup() {
        Locale.default = usual
    }

    def 'the first example of the README, under #tag'() {
        given:
        Locale.default = Locale.forLanguageTag(tag)

        expect:
        Cli.call('--local', '--local-exec', 'host', 'run', Path.of('..', 'samples', 'hello.ehpc').toString()).out() == HELLO

        where:
        tag << ['ar-EG', 'fa-IR', 'th-TH-u-nu-thai', 'tr-TR']
    }

    def 'names, addresses and the output of printf'() {
        given:
        Locale.default = Locale.forLanguageTag('ar-EG')

        when:
        Ended named = Cli.call('--local', '-e', "cluster('$DEMO') { println nodes['compute[000-001]']; printf('%03d %.1f%n', 7, 1.5) }")
        Ended called = Cli.call('--local', 'call', 'ListNodes', '--ClusterId', DEMO, '--PageSize', '1', '--output', 'csv')

        then:
        named.out() == 'compute[000-001]\n007 1.5\n'
        called.code() == 0
        called.out().contains('172.16.0.1')
    }

    def 'a plan, and the line of progress'() {
        given:
        Locale.default = Locale.forLanguageTag('ar-EG')

        when:
        Ended planned = Cli.call('--local', 'plan', '-e', "cluster('$DEMO') {\n    run 'printf \"\\\\001\"' timeout 90.seconds on nodes.compute\n}\n")

        then:
        planned.out().contains('timeout    90 s')
        new ProgressText('make', 6, 2, 0, 4, Duration.ofSeconds(3725)).line(80) == 'make  done 2/6, running 4  1:02:05'
    }
}
