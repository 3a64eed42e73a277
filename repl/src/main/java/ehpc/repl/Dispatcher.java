package ehpc.repl;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads a command line and hands it to the command that it names. */
final class Dispatcher {

    private final Console console;
    private final EhpcCommand given = new EhpcCommand();
    private final CommandLine commands;

    Dispatcher(Console console) {
        this.console = console;
        this.commands = Commands.tree(given);
    }

    /** Runs to the end; whatever goes wrong has been said when it returns. */
    ExitCode run(List<String> args) {
        try {
            return dispatch(args);
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return new Failures(console, given.trace || args.contains("--trace")).tell(e);
        }
    }

    private ExitCode dispatch(List<String> args) throws Exception {
        Words words = Words.read(args, commands.getCommandSpec());
        ParseResult last = parse(words);
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        if (given.quiet) {
            console.beQuiet();
        }
        CommandLine named = last.commandSpec().commandLine();
        Verb verb = named.getCommand() instanceof Verb v ? v : new RunCommand();
        Options options = Options.read(given, verb.startsLocal());
        Invocation invocation = new Invocation(console, options, words, commands);
        if (given.version) {
            console.out().println(Version.text());
            return ExitCode.OK;
        }
        if (given.help) {
            return new Help(invocation).of(named);
        }
        return verb.execute(invocation);
    }

    private ParseResult parse(Words words) {
        try {
            return commands.parseArgs(words.words().toArray(String[]::new));
        } catch (ParameterException e) {
            throw new UsageException(ParseMessages.of(e));
        }
    }
}
