package ehpc.repl;

import ehpc.api.Catalogue;
import ehpc.api.Operation;
import ehpc.api.Pager;
import ehpc.api.Request;
import ehpc.api.RequestCheck;
import ehpc.api.Response;
import ehpc.api.Retrying;
import ehpc.api.Secret;
import ehpc.api.Transport;
import ehpc.connect.Connection;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.failure.Failures;
import ehpc.repl.internal.failure.GracefulStop;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.render.ItemLines;
import ehpc.repl.internal.render.PrettyJson;
import ehpc.repl.internal.render.ResponseRows;
import ehpc.repl.internal.render.Yaml;
import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.terminal.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ehpc call}: any operation of the API. */
final class CallCommand implements Subcommand {

    private static final String REGION = "RegionId";
    private static final String ANY_REGION = "cn-hangzhou";

    private final List<String> names;
    private final boolean allPages;

    private CallCommand(List<String> names, boolean allPages) {
        this.names = names;
        this.allPages = allPages;
    }

    static CommandSpec spec() {
        return CommandSpecs.command(
                        "call",
                        given -> new CallCommand(CommandSpecs.operands(given), given.hasMatchedOption("--all-pages")),
                        List.of("Usage: ehpc [OPTION...] call OPERATION [--PARAMETER VALUE...] [--all-pages]"),
                        List.of(
                                "Calls an operation of the E-HPC API and prints its answer.",
                                "",
                                "'ehpc help OPERATION' shows its parameters. A list is repeated (--JobIds 1 --JobIds"
                                        + " 2),",
                                "numbered (--Instance.1.Id i-1) or JSON (--Instance '[{\"Id\":\"i-1\"}]'). Write a"
                                        + " value that",
                                "begins with -- as --PARAMETER=VALUE. A missing RegionId is added.",
                                "The default of --output is json. text is separated by tabs; ndjson, csv, text and"
                                        + " table have",
                                "one line per element of a list. With --all-pages, ndjson, csv and text write each"
                                        + " element as it",
                                "arrives.",
                                ""))
                .addOption(CommandSpecs.flag("Collect all pages of a list.", "--all-pages"))
                .addPositional(CommandSpecs.operands("0..*", "OPERATION", "The operation, such as ListNodes."));
    }

    @Override
    public int execute(Invocation invocation) {
        Request request = request(operation(), invocation);
        var account = Connecting.announced(invocation.options(), invocation.console());
        try (Connection connection =
                Connection.open(account).through(Connecting.decorator(invocation.options(), invocation.console()))) {
            Request complete = inRegion(request, connection.ehpc().region());
            if (request.operation().mutates()) {
                invocation.console().whenEnding(new GracefulStop(() -> true)::stop);
                print(change(complete, connection, invocation), invocation);
            } else {
                Transport transport = Retrying.over(connection.transport());
                read(transport, complete, invocation);
            }
        }
        return ExitCode.OK.number();
    }

    private void read(Transport transport, Request request, Invocation invocation) {
        Optional<ItemLines> lines = allPages ? lines(request.operation(), format(invocation)) : Optional.empty();
        if (lines.isPresent()) {
            lines.get()
                    .write(
                            Pager.allItems(transport, request),
                            invocation.console().out());
        } else {
            print(allPages ? Pager.allPages(transport, request) : transport.send(request), invocation);
        }
    }

    /** Returns the form in which elements are written as they arrive; empty for a form that needs the complete list. */
    private static Optional<ItemLines> lines(Operation operation, Format format) {
        return switch (format) {
            case TEXT -> Optional.of(ItemLines.text(operation));
            case NDJSON -> Optional.of(ItemLines.ndjson());
            case CSV -> Optional.of(ItemLines.csv(operation));
            case JSON, TABLE, YAML -> Optional.empty();
        };
    }

    private static Format format(Invocation invocation) {
        return invocation.options().output().orElse(Format.JSON);
    }

    /** Sends a request that changes something, with the parameters as they were given, and records it in a journal. */
    private Response change(Request request, Connection connection, Invocation invocation) {
        String title = "call " + request.operation();
        try (RunJournal journal = RunJournal.onDemand(title, false, connection, invocation)) {
            try {
                Response answer = journal.over(connection.ehpc()).send(request);
                journal.end(ExitCode.OK.number());
                return answer;
            } catch (RuntimeException e) {
                journal.end(Failures.code(e, invocation.console()));
                throw e;
            }
        }
    }

    /** Returns the request, checked before credentials are looked up. */
    private Request request(Operation operation, Invocation invocation) {
        Set<String> options = invocation
                .commands()
                .getSubcommands()
                .get("call")
                .getCommandSpec()
                .optionsMap()
                .keySet();
        CallParameters parameters =
                CallParameters.read(operation, invocation.words().parameters(), options);
        Request request = operation.request(parameters.values());
        request.secretValues().forEach(value -> invocation.console().secrets().add(new Secret("", value)));
        List<String> problems = new ArrayList<>(parameters.problems().values());
        // The region is not known yet, but will be set.
        RequestCheck.problems(inRegion(request, ANY_REGION)).stream()
                .filter(problem -> !parameters.problems().containsKey(problem.parameter()))
                .forEach(problem -> problems.add(problem.message()));
        if (allPages && operation.paging().isEmpty()) {
            problems.add("--all-pages must be used with a list that has pages, this answer has none");
        }
        if (!problems.isEmpty()) {
            throw new UsageException(
                    problems.stream().map(problem -> operation + ": " + problem).toList());
        }
        return request;
    }

    private static Request inRegion(Request request, String region) {
        boolean missing = request.operation().parameter(REGION).isPresent()
                && !request.parameters().containsKey(REGION);
        return (missing ? request.with(REGION, region) : request).in(region);
    }

    private static void print(Response response, Invocation invocation) {
        Console console = invocation.console();
        switch (format(invocation)) {
            case JSON -> console.out().println(PrettyJson.text(response.body()));
            case TEXT -> ResponseRows.of(response).text().forEach(console.out()::println);
            case TABLE -> console.print(ResponseRows.of(response).table());
            case NDJSON ->
                ResponseRows.items(response).forEach(item -> console.out().println(PrettyJson.line(item)));
            case CSV -> ResponseRows.of(response).csv().forEach(console.out()::print);
            case YAML -> console.out().print(Yaml.text(response.body()));
        }
    }

    /** Returns the operation, if a known one is given. */
    Optional<Operation> named() {
        return names.isEmpty() ? Optional.empty() : Catalogue.ehpc().find(names.get(0));
    }

    private Operation operation() {
        if (names.isEmpty()) {
            throw new UsageException(
                    "OPERATION must be given, such as ListClusters; 'ehpc help operations' lists them");
        }
        Operation operation = Catalogue.ehpc().operation(names.get(0));
        if (names.size() > 1) {
            throw new UsageException(
                    operation + ": '" + names.get(1) + "' must be the value of a parameter: --NAME VALUE");
        }
        return operation;
    }
}
