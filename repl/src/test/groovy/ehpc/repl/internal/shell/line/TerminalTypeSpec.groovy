package ehpc.repl.internal.shell.line

import spock.lang.Specification

/** The description used in place of a missing one. */
class TerminalTypeSpec extends Specification {

    def 'a terminal that has no description here takes that of its family: #name'() {
        expect:
        TerminalType.family(name) == type

        where:
        name                 | type
        'xterm-kitty'        | 'xterm-256color'
        'xterm-ghostty'      | 'xterm-256color'
        'alacritty'          | 'xterm-256color'
        'foot'               | 'xterm-256color'
        'st-256color'        | 'xterm-256color'
        'tmux-direct'        | 'screen-256color'
        'screen.xterm-kitty' | 'screen-256color'
        'rxvt-unicode-24bit' | 'rxvt-unicode-256color'
        'rxvt-16color'       | 'rxvt'
        'linux-c'            | 'xterm'
        'vt420'              | 'xterm'
        'xterm-16color'      | 'xterm'
        'no such terminal'   | 'xterm-256color'
    }

    def 'an existing description is used, unless it cannot move the cursor: #name'() {
        expect:
        TerminalType.of(name) == Optional.ofNullable(type)

        where:
        name             | type
        'xterm-256color' | 'xterm-256color'
        'dumb'           | null
        'no/such'        | 'xterm-256color'
        '-x'             | 'xterm-256color'
        'xterm-no-such'  | 'xterm-256color'
    }
}
