package ehpc.repl;

import ehpc.connect.Connection;
import ehpc.connect.ConnectionOptions;
import ehpc.repl.internal.account.Whoami;
import ehpc.repl.internal.account.WhoamiOutput;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.result.Format;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ehpc whoami}: the credentials in use, and the reason. */
final class WhoamiCommand implements Subcommand {

    private WhoamiCommand() {}

    static CommandSpec spec() {
        return CommandSpecs.command(
                "whoami",
                given -> new WhoamiCommand(),
                List.of("Usage: ehpc [OPTION...] whoami"),
                List.of(
                        "Shows the credentials in use and the reason.",
                        "",
                        "Shows the region and the endpoint, and for each source of credentials whether it is used,",
                        "shadowed by an earlier one, skipped or failed. Sends nothing to E-HPC; fetches the"
                                + " credentials",
                        "of a role. Shows no secret, and only a part of an access key's id. Ends with 3 if no",
                        "credentials are usable.",
                        ""));
    }

    @Override
    public int execute(Invocation invocation) {
        ConnectionOptions account =
                Connecting.options(invocation.options(), invocation.console().env());
        try (Connection connection = Connection.open(account)) {
            Whoami whoami = Whoami.of(connection, account, Optional.empty());
            new WhoamiOutput(invocation.console(), whoami)
                    .print(invocation.options().output().orElse(Format.TEXT));
            whoami.identity()
                    .problem()
                    .ifPresent(problem -> invocation.console().printError("ehpc: " + problem));
            return (whoami.usable() ? ExitCode.OK : ExitCode.NOT_DONE).number();
        }
    }
}
