package ehpc.local.internal.exec

import spock.lang.Specification

class CommandLineSpec extends Specification {

    def 'whatever is not printable ASCII is written in octal'() {
        expect:
        CommandLine.printf(text) == written

        where:
        text           || written
        ''             || ''
        "echo 'a' %s"  || "echo 'a' %s"
        'a\nb\tc\u007f' || 'a\\0012b\\0011c\\0177'
        'a\\n\\0141'   || 'a\\0134n\\01340141'
        'é'            || '\\0303\\0251'
        '\uD83D\uDE80' || '\\0360\\0237\\0232\\0200'
    }
}
