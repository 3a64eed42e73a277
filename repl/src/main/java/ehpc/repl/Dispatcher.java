package ehpc.repl;

import ehpc.repl.internal.failure.CommandLineAdvice;
import ehpc.repl.internal.failure.Deadline;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.failure.Failures;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.terminal.Console;
import ehpc.script.ScriptException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Parses a command line and runs its command. */
final class Dispatcher {

    private final Console console;
    private final CommandLine commands = Commands.tree();
    private Optional<Deadline> deadline = Optional.empty();
    private boolean debug;
    private CommandLineAdvice advice = CommandLineAdvice.unknown();

    Dispatcher(Console console) {
        this.console = console;
    }

    /** Runs the command, and reports every failure. */
    int run(List<String> args) {
        try {
            return Failures.code(dispatch(args), console);
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            if (e instanceof ScriptException script && script.exitCode().isPresent()) {
                return script.exitCode().getAsInt(); // the script ended itself, without a message
            }
            int code = new Failures(console, debug, advice).report(e).number();
            return Failures.code(code, console);
        } finally {
            deadline.ifPresent(Deadline::close);
        }
    }

    private int dispatch(List<String> args) throws Exception {
        RawArguments words = RawArguments.read(args, commands.getCommandSpec());
        ParsedArguments given = ParsedArguments.of(parse(words));
        debug = given.flag("--debug");
        if (given.flag("--quiet")) {
            console.beQuiet();
        }
        Subcommand subcommand = CommandSpecs.subcommand(given.last());
        Options options = Options.read(given, subcommand.startsLocal());
        advice = CommandLineAdvice.of(Connecting.options(options, console.env()));
        Invocation invocation = new Invocation(console, options, words, commands);
        if (given.flag("--version")) {
            console.out().println(Version.text());
            return ExitCode.OK.number();
        }
        if (given.flag("--help")) {
            return new Help(invocation)
                    .of(given.last().commandSpec().commandLine(), subcommand)
                    .number();
        }
        deadline = options.deadline().map(time -> Deadline.start(time.words(), time.duration(), console));
        return subcommand.execute(invocation);
    }

    private ParseResult parse(RawArguments words) {
        try {
            return commands.parseArgs(words.words().toArray(String[]::new));
        } catch (ParameterException e) {
            throw new UsageException(ParseMessages.of(e, words.words()));
        }
    }
}
