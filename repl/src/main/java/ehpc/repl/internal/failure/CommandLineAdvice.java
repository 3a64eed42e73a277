package ehpc.repl.internal.failure;

import ehpc.Remedy;
import ehpc.connect.ConnectionOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Converts a remedy to a complete command line: for the same account and region. */
public final class CommandLineAdvice implements Function<Remedy, String> {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+:,./=-]+");

    private final boolean local;
    private final Optional<String> profile;
    private final Optional<String> region;
    private final Optional<String> endpoint;
    private final Supplier<Optional<String>> run;

    private CommandLineAdvice(
            boolean local,
            Optional<String> profile,
            Optional<String> region,
            Optional<String> endpoint,
            Supplier<Optional<String>> run) {
        this.local = local;
        this.profile = profile;
        this.region = region;
        this.endpoint = endpoint;
        this.run = run;
    }

    /** Returns advice for an unknown account. */
    public static CommandLineAdvice unknown() {
        return new CommandLineAdvice(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional::empty);
    }

    /** Returns advice for an account. */
    public static CommandLineAdvice of(ConnectionOptions account) {
        return new CommandLineAdvice(
                account.local().isPresent(), account.profile(), account.region(), account.endpoint(), Optional::empty);
    }

    /** Returns the same advice for a run whose journal can collect its results, once it has an id. */
    public CommandLineAdvice withRun(Supplier<Optional<String>> id) {
        return new CommandLineAdvice(local, profile, region, endpoint, id);
    }

    /** Returns a command line, or text if there is none; empty for a command that ended with the local service. */
    @Override
    public String apply(Remedy remedy) {
        return switch (remedy.action()) {
            case READ_RESULTS ->
                local
                        ? ""
                        : run.get().isPresent()
                                ? commandLine(
                                        remedy, List.of("attach", run.get().get()))
                                : call(
                                        remedy,
                                        List.of("--ClusterId", remedy.clusterId(), "--CommandId", remedy.commandId()));
            case LOOK_FOR_COMMAND -> local ? "" : call(remedy, List.of("--ClusterId", remedy.clusterId()));
            case LIST_CLUSTERS -> commandLine(remedy, List.of("call", "ListClusters"));
            case AWAIT_STATE -> onCluster(remedy, "DescribeCluster");
            case CHECK_MANAGERS -> onCluster(remedy, "ListNodes", "--Role", "Manager");
            case READ_HELP -> "ehpc help " + remedy.operation();
            case CHECK_CREDENTIALS, CHOOSE_PROFILE -> commandLine(remedy, List.of("whoami"));
            case CHOOSE_REGION -> "add --region cn-hangzhou, or " + remedy.text();
            case ALLOW_EFFECTS -> "--allow-effects permits it during planning";
            default -> remedy.text();
        };
    }

    private String onCluster(Remedy remedy, String operation, String... more) {
        if (remedy.clusterId().isEmpty()) {
            return remedy.text();
        }
        List<String> words = new ArrayList<>(List.of("call", operation, "--ClusterId", remedy.clusterId()));
        words.addAll(List.of(more));
        return commandLine(remedy, words);
    }

    private String call(Remedy remedy, List<String> parameters) {
        List<String> words = new ArrayList<>(List.of("call", remedy.operation()));
        words.addAll(parameters);
        words.add("--all-pages");
        return commandLine(remedy, words);
    }

    private String commandLine(Remedy remedy, List<String> command) {
        List<String> words = new ArrayList<>(command);
        if (local) {
            words.add("--local");
        }
        add(words, "--profile", profile);
        add(
                words,
                "--region",
                Optional.of(remedy.region())
                        .filter(id -> !id.isEmpty() && !local)
                        .or(() -> region));
        add(words, "--endpoint", endpoint);
        StringBuilder line = new StringBuilder("ehpc");
        words.forEach(word -> line.append(' ').append(quoted(word)));
        return line.toString();
    }

    private static void add(List<String> words, String option, Optional<String> value) {
        value.ifPresent(text -> words.addAll(List.of(option, text)));
    }

    /** Returns a word, quoted for a POSIX shell. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
