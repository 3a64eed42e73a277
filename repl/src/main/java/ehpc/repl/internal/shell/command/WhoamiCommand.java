package ehpc.repl.internal.shell.command;

import ehpc.repl.internal.account.Whoami;
import ehpc.repl.internal.account.WhoamiOutput;
import ehpc.repl.internal.shell.Account;
import ehpc.repl.internal.shell.Shell;
import ehpc.repl.internal.shell.ShellCommand;

/** {@code /whoami}. */
final class WhoamiCommand implements ShellCommand {

    @Override
    public String name() {
        return "whoami";
    }

    @Override
    public String form() {
        return "/whoami";
    }

    @Override
    public String help() {
        return "Shows which credentials are used and why, the region and the endpoint; no secret.";
    }

    @Override
    public void run(Shell shell, String argument) {
        Choices.none(this, argument);
        Account account = shell.account();
        Whoami whoami = Whoami.of(account.connection(), account.options(), shell.region());
        new WhoamiOutput(shell.console(), whoami).print(shell.settings().output());
        whoami.identity().problem().ifPresent(shell::note);
    }
}
