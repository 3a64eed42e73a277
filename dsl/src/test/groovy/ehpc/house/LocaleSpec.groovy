package ehpc.house

import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern
import spock.lang.Specification

/** Names, ids, addresses, times and numbers are the same under every locale: no code of ours asks for the machine's. */
class LocaleSpec extends Specification {

    /** Calls that take the default locale where none is given. */
    private static final Map<String, Pattern> ASKING = [
            'String.format'     : ~/\bString\s*\.\s*format\(\s*+(?!Locale\.)/,
            'formatted'         : ~/\.\s*formatted\(/,
            'printf'            : ~/\b(?!run\b)\w+(?:\(\))?\s*\.\s*(?:printf|format)\(\s*"/,
            'toUpperCase'       : ~/\.\s*to(?:Upper|Lower)Case\(\s*\)/,
            '::toUpperCase'     : ~/\bString::(?:to(?:Upper|Lower)Case|format(?:ted)?)\b/,
            'ofPattern'         : ~/\bofPattern\((?!(?:[^()"]|"(?:[^"\\]|\\.)*")*,\s*Locale\.)/,
            'ofLocalized'       : ~/\bofLocalized(?:Date|Time|DateTime)\(/,
            'toFormatter'       : ~/\.\s*toFormatter\(\s*\)/,
            'java.text'         : ~/\bimport java\.text\.(?!Normalizer|BreakIterator|ParsePosition)/,
            'Formatter'         : ~/\b(?:import |new )java\.util\.(?:Formatter|Scanner)\b/,
            'Locale.getDefault' : ~/\bLocale\s*\.\s*getDefault\(/
    ]

    def 'no code asks for the locale of the machine'() {
        expect:
        breaches() == []
    }

    def 'a call that takes it is found: #call'() {
        expect:
        ASKING.any { it.value.matcher(call).find() }

        where:
        call << [
                'String.format("%d", 1)',
                '"%d".formatted(1)',
                'out.printf("%d", 1)',
                'text.toUpperCase()',
                'map(String::toLowerCase)',
                'DateTimeFormatter.ofPattern("uuuu (MM)")',
                'builder.toFormatter()',
                'import java.text.DecimalFormat;',
                'new java.util.Formatter(out)',
                'Locale.getDefault()'
        ]
    }

    def 'one that names its own is none: #call'() {
        expect:
        ASKING.every { !it.value.matcher(call).find() }

        where:
        call << [
                'String.format(Locale.ROOT, "%d", 1)',
                'text.toUpperCase(Locale.ROOT)',
                'DateTimeFormatter.ofPattern("uuuu (MM)", Locale.ROOT)',
                'import java.text.Normalizer;'
        ]
    }

    private static List<String> breaches() {
        Sources.code().findAll { isShipped(it) }.collectMany { breaches(it) }
    }

    private static boolean isShipped(Path file) {
        file.toString() ==~ '(?:dsl|repl)/src/main/.*'
    }

    private static List<String> breaches(Path file) {
        String code = Files.readString(Sources.ROOT.resolve(file))
        ASKING.findAll { it.value.matcher(code).find() }.collect { "$file: $it.key".toString() }
    }
}
