package ehpc.repl

import java.util.regex.Matcher

/** Reads comma-separated values strictly by RFC 4180. */
final class Csv {

    private Csv() {
    }

    /** The records, by the names in the first line. */
    static List<Map<String, String>> read(String text) {
        List<List<String>> rows = [[]]
        Matcher cells = text =~ /\G(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/
        int end = 0
        while (cells.find()) {
            rows.last() << (cells.group(1) == null ? cells.group(2) : cells.group(1).replace('""', '"'))
            end = cells.end()
            if (cells.group(3) != ',') {
                rows << []
            }
        }
        assert end == text.length() && rows.last().empty
        rows[1..-2].collect { [rows[0], it].transpose().collectEntries() }
    }
}
