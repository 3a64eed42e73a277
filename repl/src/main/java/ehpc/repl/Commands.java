package ehpc.repl;

import java.util.Arrays;
import picocli.CommandLine;

/** All commands of ehpc. */
final class Commands {

    private Commands() {}

    /** The commands as the parser of options wants them. */
    static CommandLine tree(EhpcCommand root) {
        CommandLine line = new CommandLine(root);
        line.addSubcommand(new RunCommand());
        line.addSubcommand(new CallCommand());
        line.addSubcommand(new HelpCommand());
        line.addSubcommand(new LocalCommand());
        line.setExpandAtFiles(false);
        line.setInterpolateVariables(false);
        line.setPosixClusteredShortOptionsAllowed(false);
        line.setStopAtPositional(false);
        // What follows a script belongs to the script, even where it looks like an option.
        line.getSubcommands().get("run").setStopAtPositional(true);
        line.getCommandSpec().usageMessage().exitCodeList(exitCodes());
        return line;
    }

    private static java.util.Map<String, String> exitCodes() {
        var codes = new java.util.LinkedHashMap<String, String>();
        Arrays.stream(ExitCode.values()).forEach(code -> codes.put(String.valueOf(code.number()), code.meaning()));
        return codes;
    }
}
