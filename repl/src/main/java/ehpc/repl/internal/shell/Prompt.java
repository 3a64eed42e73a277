package ehpc.repl.internal.shell;

import ehpc.repl.internal.render.Printable;
import ehpc.repl.internal.terminal.Color;
import ehpc.script.SessionContext;
import ehpc.text.TextWidth;
import java.util.Optional;

/**
 * What stands before a line that is typed.
 *
 * @param plain its text
 * @param shown the same with its colours
 */
public record Prompt(String plain, String shown) {

    private static final String END = "> ";

    /** Says where the next entry goes: {@code local:ehpc-hz-localdemo1> }, {@code default@cn-hangzhou> }. */
    static Prompt of(Account account, SessionContext context, boolean colored) {
        Optional<String> region = context.region().or(account::region).filter(r -> !account.isLocal());
        String place = account.name() + region.map(r -> "@" + r).orElse("");
        String cluster = context.cluster().map(id -> ":" + Printable.line(id)).orElse("");
        Color color = account.isLocal() ? Color.GOOD : Color.WARNING;
        return new Prompt(place + cluster + END, colored ? color.on(place) + cluster + END : place + cluster + END);
    }

    /** Returns the prompt of further lines, with the width of the first one. */
    public String further() {
        return " ".repeat(Math.max(0, TextWidth.of(plain) - END.length())) + END;
    }
}
