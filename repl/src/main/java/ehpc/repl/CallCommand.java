package ehpc.repl;

import ehpc.api.Catalogue;
import ehpc.api.Operation;
import ehpc.api.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ehpc call}: any operation of the API. */
@Command(
        name = "call",
        customSynopsis = "Usage: ehpc [OPTION...] call OPERATION [--PARAMETER VALUE...] [--all-pages]",
        description = {
            "Calls an operation of the E-HPC API and prints its answer.",
            "'ehpc help OPERATION' shows its parameters. A list is repeated (--JobIds 1 --JobIds 2), numbered",
            "(--Instance.1.Id i-1) or JSON (--Instance '[{\"Id\":\"i-1\"}]'). RegionId is filled in.",
            "The answer is json unless --output says otherwise; text is tab-separated with a line of names."
        })
final class CallCommand implements Verb {

    @Parameters(paramLabel = "OPERATION", arity = "0..1", description = "Its name, such as ListNodes.")
    private String name;

    @Option(names = "--all-pages", description = "Follow a list that comes in pages to its end.")
    private boolean allPages;

    @Override
    public ExitCode execute(Invocation invocation) {
        Operation operation = operation();
        return ExitCode.OK;
    }

    private Operation operation() {
        if (name == null) {
            throw new UsageException("OPERATION must be given, such as ListClusters; 'ehpc help operations' lists them");
        }
        return Catalogue.ehpc().operation(name);
    }
}
