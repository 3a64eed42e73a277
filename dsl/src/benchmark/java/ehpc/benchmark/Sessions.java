package ehpc.benchmark;

import ehpc.EhpcClient;
import ehpc.api.Transport;
import ehpc.edit.KnownNames;
import ehpc.edit.KnownNames.Kind;
import ehpc.edit.KnownNames.Name;
import ehpc.edit.KnownNames.Wanted;
import ehpc.script.InteractiveSession;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A session as it is after some entries, and names as a service of two hundred nodes gives them. */
final class Sessions {

    static final String CLUSTER = "ehpc-hz-localdemo1";

    private static final List<String> ENTRIES = List.of(
            "import java.time.Duration",
            "def limits = [load: 8, free: '10G']",
            "def window(String name, int hours) { \"$name $hours\" }",
            "class Step { String name; int weight }",
            "def steps = [new Step(name: 'a', weight: 1)]",
            "def few = 5");

    private Sessions() {}

    static InteractiveSession begun() {
        InteractiveSession session = new InteractiveSession();
        session.use(CLUSTER);
        EhpcClient nowhere = EhpcClient.create(Transport.OFFLINE, "cn-hangzhou");
        ENTRIES.forEach(entry -> session.compile(entry).over(nowhere).run());
        return session;
    }

    static KnownNames names() {
        return KnownNames.EMPTY
                .with(
                        new Wanted(Kind.NODE, Optional.of(CLUSTER)),
                        IntStream.range(0, 200)
                                .mapToObj("compute%03d"::formatted)
                                .map(name -> new Name(name, "running"))
                                .toList())
                .with(new Wanted(Kind.QUEUE, Optional.of(CLUSTER)), List.of(new Name("workq", "")));
    }

    /** A script of about two hundred lines, and right. */
    static String longScript() {
        StringBuilder script = new StringBuilder("cluster('" + CLUSTER + "') {\n");
        for (int i = 0; i < 22; i++) {
            script.append(PART.replace("#", String.valueOf(i)));
        }
        return script.append("}\n").toString();
    }

    private static final String PART = """
            def set# = nodes.compute - nodes.stopped
            def result# = run "uptime -p ${set#.size()}" from '/tmp' timeout 1.minute tolerate 1 on set#
            result#.each { one ->
                if (!one.ok) {
                    println "look after ${one.node.name}: ${one.outcome.word()} $one.detail"
                }
            }
            def found# = api.listNodes(role: 'Compute', pageSize: 100).nodes.nodeInfo.groupBy { it.status }
            found#.each { status, some -> println "$status: ${some*.hostName.join(' ')}" }
        """;
}
