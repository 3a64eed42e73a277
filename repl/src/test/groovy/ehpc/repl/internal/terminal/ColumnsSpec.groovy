package ehpc.repl.internal.terminal

import ehpc.text.TextWidth
import ehpc.text.VisibleText
import org.jline.utils.WCWidth
import spock.lang.Specification

/** What places carets and fits tables counts columns as the editor of the shell does. */
class ColumnsSpec extends Specification {

    /** Marks that have a width since Unicode 14, which Java 17 does not know. */
    private static final List<Integer> CHANGED = [0x1734, 0x1171E]

    def 'a visible character has as many columns as in the terminal library'() {
        expect:
        (0x20..0x10FFFF).findAll { isShown(it) && TextWidth.of(it as int) != WCWidth.wcwidth(it as int) }
                .collect { Integer.toHexString(it) } == []
    }

    private static boolean isShown(int character) {
        !(character in CHANGED) && Character.isDefined(character) && !VisibleText.isHidden(character)
    }
}
