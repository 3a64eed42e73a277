package ehpc.repl.internal.shell;

import ehpc.repl.internal.render.Printable;
import ehpc.repl.internal.terminal.Color;
import ehpc.script.SessionContext;
import ehpc.text.TextWidth;
import java.util.Optional;

/**
 * The prompt before an input.
 *
 * @param plain its text
 * @param shown its text with colours
 */
public record Prompt(String plain, String shown) {

    private static final String END = "> ";

    /** Returns the prompt with account and cluster: {@code local:ehpc-hz-localdemo1> }, {@code default@cn-hangzhou> }. */
    static Prompt of(Account account, SessionContext context, boolean colored) {
        Optional<String> region = context.region().or(account::region).filter(r -> !account.isLocal());
        String place = account.name() + region.map(r -> "@" + r).orElse("");
        String cluster = context.cluster().map(id -> ":" + Printable.line(id)).orElse("");
        Color color = account.isLocal() ? Color.GOOD : Color.WARNING;
        return new Prompt(place + cluster + END, colored ? color.on(place) + cluster + END : place + cluster + END);
    }

    /** Returns the prompt of continuation lines, as wide as the first one. */
    public String further() {
        return " ".repeat(Math.max(0, TextWidth.of(plain) - END.length())) + END;
    }
}
