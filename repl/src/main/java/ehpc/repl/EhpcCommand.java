package ehpc.repl;








import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code ehpc} itself: the options that every command takes, before or after its name. */
@Command(
        name = "ehpc",
        customSynopsis = {
            "Usage: ehpc [OPTION...] [run] FILE [ARG...]",
            "       ehpc [OPTION...] -e TEXT [ARG...]",
            "       ehpc [OPTION...] COMMAND ..."
        },
        description = {
            "",
            "Runs scripts on E-HPC clusters and calls the operations of the E-HPC API.",
            "Without FILE, and when standard input is no terminal, the script is read from there.",
            ""
        },
        optionListHeading = "%nOptions, before or after the command:%n",
        commandListHeading = "Commands:%n",
        exitCodeListHeading = "%nExit codes:%n")
final class EhpcCommand {


    @Option(
            names = "--local",
            scope = ScopeType.INHERIT,
            description = "Use the local service, E-HPC on this machine: no account is needed and nothing costs.")
    boolean local;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "Compute nodes of the local service, 1 to 10000; default 4.")
    String nodes;

    @Option(
            names = "--local-exec",
            paramLabel = "MODE",
            scope = ScopeType.INHERIT,
            description = "How the local service isolates the commands of its nodes: auto (default), bubblewrap, unshare,"
                    + " container, or host for no isolation.")
    String localExec;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Profile of the aliyun command line's config.json to take credentials and region from.")
    String profile;

    @Option(
            names = "--region",
            paramLabel = "ID",
            scope = ScopeType.INHERIT,
            description = "Region to work in, such as cn-hangzhou.")
    String region;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Where the API is, instead of the region's own endpoint; https, or http on this machine.")
    String endpoint;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description = "Form of the results: text, table or json.")
    String output;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "Colours: auto (default, on a terminal unless NO_COLOR is set), always or never.")
    String color;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Say nothing but results and errors.")
    boolean quiet;

    @Option(
            names = "--trace",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of an error.")
    boolean trace;

    @Option(
            names = "--no-input",
            scope = ScopeType.INHERIT,
            description = "Never ask anything.")
    boolean noInput;

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            description = "Show this help, or that of the command.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            description = "Show the version.")
    boolean version;
}
