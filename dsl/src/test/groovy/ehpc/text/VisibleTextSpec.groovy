package ehpc.text

import spock.lang.Specification

class VisibleTextSpec extends Specification {

    def 'what cannot be seen is written out: #name'() {
        given:
        String text = "a${Character.toString(character)}b"

        expect:
        VisibleText.line(text) == "a${shown}b"
        VisibleText.withTabs(text) == "a${shown}b"
        VisibleText.lines(text) == "a${shown}b"

        where:
        name                      | character || shown
        'NUL'                     | 0x0       || '\\u0000'
        'escape'                  | 0x1B      || '\\u001b'
        'delete'                  | 0x7F      || '\\u007f'
        'a C1 control'            | 0x9B      || '\\u009b'
        'soft hyphen'             | 0xAD      || '\\u00ad'
        'right-to-left override'  | 0x202E    || '\\u202e'
        'left-to-right embedding' | 0x202A    || '\\u202a'
        'isolate'                 | 0x2066    || '\\u2066'
        'right-to-left mark'      | 0x200F    || '\\u200f'
        'Arabic letter mark'      | 0x61C     || '\\u061c'
        'zero width space'        | 0x200B    || '\\u200b'
        'zero width joiner'       | 0x200D    || '\\u200d'
        'word joiner'             | 0x2060    || '\\u2060'
        'byte order mark'         | 0xFEFF    || '\\ufeff'
        'line separator'          | 0x2028    || '\\u2028'
        'paragraph separator'     | 0x2029    || '\\u2029'
        'interlinear anchor'      | 0xFFF9    || '\\ufff9'
        'a filler of Hangul'      | 0x3164    || '\\u3164'
        'a tag'                   | 0xE0041   || '\\udb40\\udc41'
        'a selector of variants'  | 0xE0100   || '\\udb40\\udd00'
        'half a character'        | 0xD800    || '\\ud800'
    }

    def 'what can be seen stays: #text'() {
        expect:
        VisibleText.line(text) == text

        where:
        text << ['', 'compute000', 'é', 'e\u0301', '\u05D0', '節點', '\uD83D\uDE00', 'a\u00A0b']
    }

    def 'tabs and line ends stay where there is room for them'() {
        expect:
        VisibleText.line('a\tb\r\nc') == 'a\\tb\\r\\nc'
        VisibleText.withTabs('a\tb\r\nc') == 'a\tb\\r\\nc'
        VisibleText.lines('a\tb\r\nc\rd') == 'a\tb\nc\\rd'
    }
}
