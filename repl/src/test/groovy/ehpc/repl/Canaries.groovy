package ehpc.repl

import groovy.json.JsonOutput
import groovy.json.StringEscapeUtils
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path

/** Secrets, and the search for them in all their forms, which does not use the mask of ehpc. */
final class Canaries {

    /** Values that each encoding changes, of several lengths. */
    static final Map<String, String> SECRETS = [
        FOUR_CHARACTERS: 'q#7~',
        PASSWORD       : 'It\'s a "Pa$s+w0rd"/100%?',
        ACCENTS        : 'Gr\u00fc\u00dfe & <Sch\u00e4tze> \u6f22\u5b57 \uD83D\uDE00',
        BACKSLASHES    : 'C:\\new\\table `x` ${y}; *',
        TWO_LINES      : '-----BEGIN KEY-----\nMIIx+y/z==\n\tend',
        LONG           : 'Lo+/ng=' * 40,
    ]

    static final String KEY_SECRET = 'k3y s+cret/of%the=acc0unt'
    static final String TOKEN = 'CAIS+t0ken/of==' * 20

    static final Map<String, String> ALL = SECRETS + [KEY_SECRET: KEY_SECRET, TOKEN: TOKEN]

    private Canaries() {
    }

    /** The forms of a secret by their names. */
    static Map<String, String> forms(String value) {
        byte[] bytes = value.getBytes('UTF-8')
        String percent = URLEncoder.encode(value, 'UTF-8')
        String json = JsonOutput.toJson(value)[1..-2]
        [
            plain                   : value,
            'percent-encoded'       : percent,
            'percent-encoded, %20'  : percent.replace('+', '%20'),
            'percent-encoded, lower': percent.replaceAll(/%../) { it.toLowerCase() },
            'percent-encoded twice' : URLEncoder.encode(percent.replace('+', '%20'), 'UTF-8'),
            base64                  : Base64.encoder.withoutPadding().encodeToString(bytes),
            'base64 for URLs'       : Base64.urlEncoder.withoutPadding().encodeToString(bytes),
            'base64 after 1 byte'   : inside(1, bytes),
            'base64 after 2 bytes'  : inside(2, bytes),
            'shell-quoted'          : quoted(value)[1..-2],
            JSON                    : json,
            'JSON in UTF-8'         : value.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t'),
            XML                     : value.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&quot;')
                    .replace("'", '&apos;'),
            Java                    : StringEscapeUtils.escapeJava(value),
            'one line'              : value.replaceAll(/\s+/, ' '),
            CSV                     : value.replace('"', '""'),
            YAML                    : value.replace("'", "''"),
        ]
    }

    /** The digits of base64 that depend only on the secret. */
    private static String inside(int before, byte[] secret) {
        byte[] all = new byte[before + secret.length]
        System.arraycopy(secret, 0, all, before, secret.length)
        Base64.encoder.encodeToString(all).substring(before == 1 ? 2 : 3, (all.length * 8).intdiv(6))
    }

    /** The secret in single quotes, as ehpc puts it into a command. */
    static String quoted(String value) {
        "'${value.replace("'", "'\\''")}'"
    }

    /** Where secrets are found: in the outputs, and in all files below the directories. */
    static List<String> leaks(Map<String, byte[]> outputs, List<Path> directories) {
        Map<String, String> texts = outputs.collectEntries { place, bytes -> [place, new String(bytes, StandardCharsets.ISO_8859_1)] }
        directories.each { top ->
            Files.walk(top).filter { Files.isRegularFile(it) }.forEach { texts[it.toString()] = Files.readString(it, StandardCharsets.ISO_8859_1) }
        }
        ALL.collectMany { name, value ->
            forms(value).collectMany { form, text ->
                String sought = new String(text.getBytes('UTF-8'), StandardCharsets.ISO_8859_1)
                texts.findAll { place, written -> written.contains(sought) }.collect { place, written -> "$name as $form in $place".toString() }
            }
        }
    }
}
