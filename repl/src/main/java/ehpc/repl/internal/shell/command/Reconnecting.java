package ehpc.repl.internal.shell.command;

import ehpc.connect.Connection;
import ehpc.connect.ConnectionOptions;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.shell.Account;
import ehpc.repl.internal.shell.Shell;
import java.util.Optional;

/** Switches to another account or region. Errors are found before anything changes. */
final class Reconnecting {

    /** The name of a local service in prompt and banner. */
    private static final String LOCAL = "local";

    private Reconnecting() {}

    static void profile(Shell shell, String name) {
        Account account = shell.account();
        if (isCurrent(account, name)) {
            shell.note("profile " + name + ", unchanged");
        } else if (name.equals(LOCAL) && account.first().local().isPresent()) {
            account.change(account.first());
            shell.note("profile local, a new local service" + left(shell));
        } else {
            real(shell, account, name);
        }
    }

    /** Without a requested profile, the one in use is unknown. */
    private static boolean isCurrent(Account account, String name) {
        return account.isLocal()
                ? name.equals(LOCAL)
                : account.options().profile().filter(name::equals).isPresent();
    }

    private static void real(Shell shell, Account account, String name) {
        ConnectionOptions now = account.options();
        ConnectionOptions other = new ConnectionOptions(
                Optional.empty(),
                Optional.of(name),
                account.isLocal() ? Optional.empty() : now.region(),
                Optional.empty(),
                now.vpc(),
                now.environment(),
                now.catalogue(),
                now.home());
        try (Connection trial = Connection.open(other)) {
            trial.identity().problem().ifPresent(problem -> {
                throw new UsageException(problem);
            });
        }
        account.change(other);
        String region = account.connection().ehpc().hasRegion()
                ? "region " + account.connection().ehpc().region()
                : "no region is set; write /set region ID";
        shell.note("profile " + name + ", a real account, " + region + left(shell));
    }

    static void region(Shell shell, String id) {
        Account account = shell.account();
        if (shell.region().filter(id::equals).isPresent()) {
            shell.note("region " + id + ", unchanged");
            return;
        }
        account.connection().endpoint(id);
        account.check(id);
        account.region(id);
        shell.note("region " + id + left(shell));
    }

    /** Leaves the cluster and region of the former account, and returns the note about the cluster. */
    private static String left(Shell shell) {
        Optional<String> cluster = shell.session().context().cluster();
        shell.session().leaveRegion();
        return cluster.map(id -> "; left cluster " + id).orElse("");
    }
}
