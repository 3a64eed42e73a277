package ehpc.repl;

import ehpc.repl.internal.completion.CompletionScript;
import ehpc.repl.internal.completion.CompletionShell;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.failure.UsageException;
import ehpc.text.Nearest;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ehpc completion}: a script for completion of the command line in a shell. */
final class CompletionCommand implements Subcommand {

    private static final List<String> SHELLS = Arrays.stream(CompletionShell.values())
            .map(CompletionShell::program)
            .toList();

    private final List<String> shells;

    private CompletionCommand(List<String> shells) {
        this.shells = shells;
    }

    static CommandSpec spec() {
        return CommandSpecs.command(
                        "completion",
                        given -> new CompletionCommand(CommandSpecs.operands(given)),
                        List.of("Usage: ehpc completion bash|zsh|fish"),
                        List.of(
                                "Prints the completion script for a shell.",
                                "",
                                "  bash  ehpc completion bash > ~/.local/share/bash-completion/completions/ehpc",
                                "  zsh   ehpc completion zsh > DIR/_ehpc, where DIR is in $fpath",
                                "  fish  ehpc completion fish > ~/.config/fish/completions/ehpc.fish",
                                "",
                                "The script is complete: it starts no ehpc. Create it again after an update.",
                                ""))
                .addPositional(CommandSpecs.operands("0..*", "SHELL", "bash, zsh or fish."));
    }

    @Override
    public int execute(Invocation invocation) {
        CommandSpec root = invocation.commands().getCommandSpec();
        invocation.console().out().print(CompletionScript.of(shell(), root));
        return ExitCode.OK.number();
    }

    private CompletionShell shell() {
        if (shells.size() != 1) {
            throw new UsageException("completion expects one shell (bash, zsh or fish), got " + shells.size());
        }
        String name = shells.get(0);
        if (!SHELLS.contains(name)) {
            throw new UsageException("shell must be bash, zsh or fish, is '" + name + "'" + Nearest.hint(name, SHELLS));
        }
        return CompletionShell.values()[SHELLS.indexOf(name)];
    }
}
