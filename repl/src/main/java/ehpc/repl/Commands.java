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
            CommandSpecs.flag("Use the local service, E-HPC on this machine, without an account or costs.", "--local"),
            CommandSpecs.value("--nodes", "N", "Compute nodes of the local service, 1 to 10000; default 4."),
            CommandSpecs.choice(
                    "--local-exec",
                    "MODE",
                    Options.LOCAL_EXECS,
                    "Isolation of commands in the local service: auto (default), bubblewrap, unshare, container, or"
                            + " host for none."),
            CommandSpecs.value("--faults", "FILE", "File of the faults that the local service plays on purpose."),
            CommandSpecs.value(
                    "--seed", "N", "Seed of the random numbers of --faults, in place of the one in its file."),
            CommandSpecs.value("--profile", "NAME", "Profile of the aliyun command line's config.json."),
            CommandSpecs.choice(
                    "--region",
                    "ID",
                    () -> Catalogue.ehpc().endpoints().keySet().iterator(),
                    "Region, such as cn-hangzhou."),
            CommandSpecs.value(
                    "--endpoint",
                    "URL",
                    "Address of the API, in place of the region's own: https, or http on this machine."),
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
            CommandSpecs.flag("Print only results and errors.", "-q", "--quiet"),
            CommandSpecs.flag("Show the stack trace of an error.", "--debug"),
            CommandSpecs.flag("Show each request to the service on standard error, without secrets.", "--trace"),
            CommandSpecs.flag("Never ask a question.", "--no-input"),
            CommandSpecs.flag(
                    "Confirm in advance whatever deletes, stops or resets something, changes a password, or may run a"
                            + " command twice.",
                    Options.YES),
            CommandSpecs.value(
                    Options.DEADLINE,
                    "TIME",
                    "End after TIME, such as 90s or 2h, with 124: like after a signal, commands that were sent go on."),
            CommandSpecs.flag(
                    "Keep no journal; missing results of a run cannot be collected later.", Options.NO_JOURNAL),
            CommandSpecs.flag(
                    "Send commands without the comment that identifies a command whose answer was lost.",
                    Options.NO_MARKER),
            CommandSpecs.flag("Show help for ehpc, or for the command.", "-h", "--help"));

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
                        "Without arguments, starts the shell; if standard input is no terminal, runs a script from it.",
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
                RunsCommand.spec(),
                AttachCommand.spec(),
                ResumeCommand.spec(),
                RerunCommand.spec(),
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
