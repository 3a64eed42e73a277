package ehpc.text

import groovy.json.JsonOutput
import groovy.json.StringEscapeUtils
import spock.lang.Specification

/** Secrets are found in each form in which texts contain them. */
class MaskSpec extends Specification {

    static final List<String> SECRETS = [
        'abcd', 'Tr0ub4dor&3', 'it\'s "$5" + 7/8 = 100 %', '%41%2541 %', 'grün ✓ 漢 \uD83D\uDE00', '\\back\\\\slash\\', 'two\nlines\tand a tab',
        "'''quotes'\"", 'a+b/c=', '<a b="c&d">', '{"a":[1]}', 'x' * 300 + 'é', '????>>>>', '\u001B[31m']

    Mask mask = new Mask()

    def 'a secret of #secret.length() characters is found as #form'() {
        given:
        mask.add('S', secret)
        String written = write.call(secret)

        expect:
        mask.apply("<$written>" as String) == '<***>'
        mask.apply("$written $written" as String) == '*** ***'
        mask.apply(written) == '***'
        mask.names("a $written" as String) == ['S'] as Set

        where:
        [secret, form, write] << SECRETS.collectMany { secret -> forms().collect { form, write -> [secret, form, write] } }
    }

    static Map<String, Closure<String>> forms() {
        Closure<String> percent = { URLEncoder.encode(it, 'UTF-8') }
        Closure<String> quoted = { it.replace("'", "'\\''") }
        Closure<String> json = { String text -> JsonOutput.toJson(text)[1..-2] }
        [
            itself               : { it },
            percent              : percent,
            'percent, %20'       : { percent(it).replace('+', '%20') },
            'percent, lower case': { percent(it).replaceAll(/%../) { code -> code.toLowerCase() } },
            'percent, all'       : { it.getBytes('UTF-8').collect { b -> String.format('%%%02x', b) }.join() },
            'percent twice'      : percent >> percent,
            'percent three times': percent >> percent >> percent,
            quoted               : quoted,
            'quoted otherwise'   : { it.replace("'", "'\"'\"'") },
            'double-quoted'      : { it.replaceAll(/[$`"\\]/) { c -> '\\' + c } },
            'quoted, percent'    : quoted >> percent,
            json                 : json,
            'json twice'         : json >> json,
            'json, quoted'       : json >> quoted,
            'quoted, json'       : quoted >> json,
            java                 : { StringEscapeUtils.escapeJava(it) },
            xml                  : {
                it.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&quot;').replace("'", '&apos;')
            },
            'xml numbers'        : { it.codePoints().toArray().collect { c -> "&#$c;" }.join() },
            echo                 : { new ProcessBuilder('sh', '-c', 'echo "$1"', '-', it).start().inputStream.getText('UTF-8')[0..-2] },
            'one line'           : { it.replaceAll(/[\s\p{Cntrl}]+/, ' ').strip() },
            csv                  : { it.replace('"', '""') },
            'bash, octal'        : { it.getBytes('UTF-8').collect { b -> '\\' + String.format('%03o', b) }.join() },
            'bash, hexadecimal'  : { it.getBytes('UTF-8').collect { b -> '\\x' + String.format('%02x', b) }.join() },
            'base64, percent'    : { percent(it.bytes.encodeBase64().toString().replaceAll('=', '')) },
        ]
    }

    def 'a secret of #secret.length() characters is found in base64 after #before bytes and before #after'() {
        given:
        mask.add('S', secret)
        String text = "${'u' * before}$secret${'z' * after}"
        byte[] bytes = text.getBytes('UTF-8')
        Base64.Encoder mime = Base64.getMimeEncoder(8, '\n'.bytes)

        expect:
        [Base64.encoder, Base64.encoder.withoutPadding(), Base64.urlEncoder, mime].every { Base64.Encoder encoder ->
            String masked = mask.apply(encoder.encodeToString(bytes))
            String plain = masked.replaceAll(/[=\n]/, '')
            masked.contains('***') && plain.length() <= 3 + 4 * ((before + 2) / 3 as int) + 4 * ((after + 2) / 3 as int)
        }

        where:
        [secret, before, after] << [SECRETS, [0, 1, 2, 3, 4], [0, 1, 2, 5]].combinations()
    }

    def 'a secret that is cut off is masked up to the ellipsis'() {
        given:
        mask.add('S', 'Tr0ub4dor&3')

        expect:
        mask.apply(text) == masked

        where:
        text                      || masked
        'login -p Tr0ub4d...'     || 'login -p ***...'
        'login -p Tr0ub4dor&…'    || 'login -p ***…'
        'login -p Tr0ub4d, Tr0u ' || 'login -p Tr0ub4d, Tr0u '
    }

    def 'secrets that overlap, or contain one another, are masked together'() {
        given:
        mask.add('LONG', 'secret-and-more')
        mask.add('A', 'secret')
        mask.add('B', 'more-and-less')
        mask.add('Z', 'secret')

        expect:
        mask.apply('<secret-and-more-and-less>') == '<***>'
        mask.apply('secretsecret') == '******'
        mask.names('secret-and-more') == ['LONG'] as Set
        mask.names('secret-and-more, secret') == ['A', 'LONG'] as Set
        mask.names('nothing') == [] as Set
    }

    def 'a text of less than four characters is no secret, and another text is unchanged: #text'() {
        given:
        mask.add('SHORT', 'abc')
        mask.add('S', 'Tr0ub4dor&3')

        expect:
        mask.apply(text) == text

        where:
        text << ['', 'abc', '%', '\\', '&', '&amp', 'Tr0ub4dor', 'Tr0ub4dor&4', '%54r', '\\u0054r0', "T'r", '\\\\\\', '%25252', '\uD83D']
    }
}
