package ehpc.repl.internal.shell;

import ehpc.repl.internal.terminal.Color;
import java.util.ArrayList;
import java.util.List;

/** The first output of a shell: its version and its account. */
final class Banner {

    private static final String GAP = " · ";

    private Banner() {}

    static List<String> lines(String version, DefaultShell shell) {
        Account account = shell.account();
        boolean colored = shell.isColored();
        List<String> parts = new ArrayList<>();
        parts.add("ehpc " + version);
        parts.add(place(account, colored));
        account.region().ifPresent(parts::add);
        String hint = "/help shows a summary, Tab completes, Ctrl-D ends";
        return List.of(String.join(GAP, parts), colored ? Color.FAINT.on(hint) : hint);
    }

    private static String place(Account account, boolean colored) {
        String place = account.isLocal()
                ? "local service (this machine)"
                : account.options().endpoint().map(url -> "endpoint " + url).orElse("real account") + ", profile "
                        + account.name();
        Color color = account.isLocal() ? Color.GOOD : Color.WARNING;
        return colored ? color.on(place) : place;
    }
}
