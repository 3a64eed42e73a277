package ehpc.repl;

import ehpc.api.Catalogue;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.terminal.ColorMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands and the common options. */
final class Commands {

    private static final List<OptionSpec> OPTIONS = List.of(
            CommandSpecs.flag(
                    "Use the local service, E-HPC on this machine: no account is needed, nothing costs.", "--local"),
            CommandSpecs.value("--nodes", "N", "Compute nodes of the local service, 1 to 10000; default 4."),
            CommandSpecs.choice(
                    "--local-exec",
                    "MODE",
                    Options.LOCAL_EXECS,
                    "How the local service isolates the commands of its nodes: auto (default), bubblewrap, unshare,"
                            + " container, or host for no isolation."),
            CommandSpecs.value("--profile", "NAME", "Profile of the aliyun command line's config.json to use."),
            CommandSpecs.choice(
                    "--region",
                    "ID",
                    () -> Catalogue.ehpc().endpoints().keySet().iterator(),
                    "Region to work in, such as cn-hangzhou."),
            CommandSpecs.value(
                    "--endpoint",
                    "URL",
                    "Where the API is, in place of the region's own endpoint: https, or http on this machine."),
            CommandSpecs.choice(
                    "--output",
                    "FORMAT",
                    Options.names(Format.values()),
                    "Form of the results: text, table, json, ndjson, csv or yaml."),
            CommandSpecs.choice(
                    "--color",
                    "WHEN",
                    Options.names(ColorMode.values()),
                    "Colours: auto (default: on a terminal, unless NO_COLOR is set), always or never."),
            CommandSpecs.flag("Say nothing but results and errors.", "-q", "--quiet"),
            CommandSpecs.flag("Show the stack trace of an error.", "--debug"),
            CommandSpecs.flag("Show each request to the service on standard error, without secrets.", "--trace"),
            CommandSpecs.flag("Never ask anything.", "--no-input"),
            CommandSpecs.flag("Show help: of ehpc, or of the command.", "-h", "--help"));

    private static final String NO_RC = "--no-rc";

    private Commands() {}

    /** Returns the commands in the form of the option parser. */
    static CommandLine tree() {
        CommandSpec root = CommandSpecs.command(
                "ehpc",
                parsed -> new ShellStart(!parsed.hasMatchedOption(NO_RC)),
                List.of(
                        "Usage: ehpc [OPTION...]",
                        "       ehpc [OPTION...] [run] FILE [ARG...]",
                        "       ehpc [OPTION...] -e TEXT [ARG...]",
                        "       ehpc [OPTION...] COMMAND ..."),
                List.of(
                        "",
                        "Runs scripts on E-HPC clusters and calls the operations of the E-HPC API.",
                        "With nothing to do it starts the shell; where standard input is no terminal, that is the"
                                + " script.",
                        ""));
        OPTIONS.forEach(option -> root.addOption(CommandSpecs.everywhere(option)));
        root.addOption(
                CommandSpecs.flag("Start the shell without its start-up file, ~/.config/ehpc/init.ehpc.", NO_RC));
        root.addOption(CommandSpecs.flag("Show the version.", "-V", "--version"));
        root.usageMessage()
                .optionListHeading("%nOptions, before or after the command:%n")
                .commandListHeading("Commands:%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes());
        for (CommandSpec command : List.of(
                RunCommand.spec(),
                PlanCommand.spec(),
                CheckCommand.spec(),
                CallCommand.spec(),
                HelpCommand.spec(),
                WhoamiCommand.spec(),
                CompletionCommand.spec(),
                LocalCommand.spec())) {
            root.addSubcommand(command.name(), CommandSpecs.line(command));
        }
        CommandLine line = CommandSpecs.line(root);
        line.setExpandAtFiles(false);
        line.setInterpolateVariables(false);
        line.setPosixClusteredShortOptionsAllowed(false);
        // Everything after a script belongs to the script, even if it looks like an option.
        line.getSubcommands().get("run").setStopAtPositional(true);
        // A plan's own options are often given last; unknown ones belong to the script.
        line.getSubcommands().get("plan").setUnmatchedOptionsArePositionalParams(true);
        return line;
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            String number = String.valueOf(code.number());
            codes.put(" ".repeat(5 - number.length()) + number, code.meaning());
        }
        return codes;
    }
}
