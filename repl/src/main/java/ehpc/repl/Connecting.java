package ehpc.repl;

import ehpc.api.Secret;
import ehpc.api.Transport;
import ehpc.connect.ConnectionOptions;
import ehpc.local.ExecutionMode;
import ehpc.local.LocalOptions;
import ehpc.repl.internal.connect.Tracing;
import ehpc.repl.internal.files.Directories;
import ehpc.repl.internal.terminal.Console;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Connects to an account by the options of the command line and the environment. */
final class Connecting {

    private static final String KEY_ID = "EHPC_LOCAL_ACCESS_KEY_ID";
    private static final String KEY_SECRET = "EHPC_LOCAL_ACCESS_KEY_SECRET";

    /** Variables with secrets of accounts, which no message shows. */
    private static final List<String> ACCOUNT_SECRETS =
            List.of("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABA_CLOUD_SECURITY_TOKEN", KEY_SECRET);

    private Connecting() {}

    /** Returns the options of the account. */
    static ConnectionOptions options(Options options, Map<String, String> env) {
        ConnectionOptions connection =
                ConnectionOptions.defaults().environment(env).home(Directories.home(env));
        if (options.local()) {
            connection = connection.local(local(options, env));
        }
        if (options.profile().isPresent()) {
            connection = connection.profile(options.profile().get());
        }
        if (options.region().isPresent()) {
            connection = connection.region(options.region().get());
        }
        if (options.endpoint().isPresent()) {
            connection = connection.endpoint(options.endpoint().get());
        }
        return connection;
    }

    /** Returns the options of an account before it is opened, and prints the seed of active faults. */
    static ConnectionOptions announced(Options options, Console console) {
        announce(options, console);
        return options(options, console.env());
    }

    /** Prints the seed of active faults, which is needed to repeat them. */
    static void announce(Options options, Console console) {
        options.faults().ifPresent(file -> console.note(file.notice()));
    }

    /** Returns a decorator of the transport: one that prints requests, with {@code --trace}. */
    static UnaryOperator<Transport> decorator(Options options, Console console) {
        hideAccount(console);
        return options.trace() ? Tracing.to(console::printError, console.secrets()) : UnaryOperator.identity();
    }

    /** Masks the secrets of the account in messages: a script may read them from its environment. */
    static void hideAccount(Console console) {
        ACCOUNT_SECRETS.stream()
                .filter(console.env()::containsKey)
                .forEach(name ->
                        console.secrets().add(new Secret(name, console.env().get(name))));
    }

    /** Returns the local service that the options describe. */
    static LocalOptions local(Options options, Map<String, String> env) {
        LocalOptions standard = LocalOptions.defaults();
        String id = valueOr(env, KEY_ID, standard.accessKeyId());
        String secret = valueOr(env, KEY_SECRET, standard.accessKeySecret());
        LocalOptions local = standard.withAccessKey(id, secret);
        if (options.nodes().isPresent()) {
            local = local.withComputeNodes(options.nodes().get());
        }
        if (options.localExec().isPresent()) {
            String mode = options.localExec().get().toUpperCase(Locale.ROOT);
            local = local.withExecution(ExecutionMode.valueOf(mode));
        }
        if (options.faults().isPresent()) {
            local = local.withFaults(options.faults().get().faults());
        }
        return local;
    }

    private static String valueOr(Map<String, String> env, String name, String otherwise) {
        String value = env.getOrDefault(name, "");
        return value.isBlank() ? otherwise : value;
    }
}
