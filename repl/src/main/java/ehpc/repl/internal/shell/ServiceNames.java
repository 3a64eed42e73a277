package ehpc.repl.internal.shell;

import ehpc.Cluster;
import ehpc.EhpcClient;
import ehpc.edit.KnownNames.Name;
import ehpc.edit.KnownNames.Wanted;
import ehpc.node.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Fetches names from the service. */
final class ServiceNames implements LiveNames.Source {

    private final Supplier<EhpcClient> account;
    private final Map<String, String> environment;

    ServiceNames(Supplier<EhpcClient> account, Map<String, String> environment) {
        this.account = account;
        this.environment = environment;
    }

    @Override
    public List<Name> fetch(Wanted wanted) {
        return switch (wanted.kind()) {
            case CLUSTER ->
                ehpc().clusters().stream()
                        .map(c -> new Name(c.id(), c.name() + ", " + c.status()))
                        .toList();
            case NODE -> nodes(wanted).map(n -> new Name(n.label(), about(n))).toList();
            case NODE_ID -> nodes(wanted).map(n -> new Name(n.id(), n.name())).toList();
            case QUEUE ->
                cluster(wanted).queues().list().stream()
                        .map(q -> new Name(q.name(), q.type()))
                        .toList();
            case USER -> users(wanted);
            case IMAGE ->
                ehpc().customImages().stream()
                        .map(i -> new Name(i.id(), i.name()))
                        .toList();
            case REGION ->
                ehpc().regions().stream().map(r -> new Name(r.id(), r.name())).toList();
            case ENVIRONMENT ->
                environment.keySet().stream()
                        .sorted()
                        .map(name -> new Name(name, ""))
                        .toList();
        };
    }

    private EhpcClient ehpc() {
        return account.get();
    }

    private Cluster cluster(Wanted wanted) {
        return ehpc().cluster(wanted.cluster().orElseThrow());
    }

    private Stream<Node> nodes(Wanted wanted) {
        return cluster(wanted).nodes().stream();
    }

    private static String about(Node node) {
        String role = node.roles().stream()
                .map(r -> r.toString().toLowerCase(Locale.ROOT))
                .sorted()
                .findFirst()
                .orElse("");
        return role + ", " + node.status();
    }

    private List<Name> users(Wanted wanted) {
        return cluster(wanted).users().list().stream()
                .map(user -> new Name(user.name(), user.group()))
                .toList();
    }
}
