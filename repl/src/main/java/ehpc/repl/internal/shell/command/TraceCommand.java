package ehpc.repl.internal.shell.command;

import ehpc.repl.internal.connect.Tracing;
import ehpc.repl.internal.shell.Shell;
import ehpc.repl.internal.shell.ShellCommand;
import ehpc.repl.internal.shell.Suggestions;
import java.util.function.UnaryOperator;

/** {@code /trace}. */
final class TraceCommand implements ShellCommand {

    @Override
    public String name() {
        return "trace";
    }

    @Override
    public String form() {
        return "/trace on | off";
    }

    @Override
    public String help() {
        return "Shows each request to the service as it happens, without secrets.";
    }

    @Override
    public void run(Shell shell, String argument) {
        if (argument.isEmpty()) {
            shell.note("trace is " + Choices.said(shell.settings().trace()));
            return;
        }
        boolean on = Choices.on("trace", argument);
        shell.settings().trace(on);
        shell.account()
                .through(
                        on
                                ? Tracing.to(
                                        shell.console()::complain,
                                        shell.console().secrets())
                                : UnaryOperator.identity());
        shell.note("trace is " + Choices.said(on));
    }

    @Override
    public Suggestions complete(Shell shell, String argument) {
        return Choices.suggest(argument, Choices.ON_OFF);
    }
}
