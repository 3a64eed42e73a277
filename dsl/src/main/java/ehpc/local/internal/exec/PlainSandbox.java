package ehpc.local.internal.exec;

import ehpc.local.internal.exec.HostProbe.Unavailable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * No isolation: plain processes of this machine, with the node's directories as home and temporary directory. They are found by a mark in
 * their environment.
 */
final class PlainSandbox implements Sandbox {

    private static final String WORLD = "EHPC_WORLD";
    private static final String COMMAND = "EHPC_COMMAND";

    private final HostProbe host;
    private final boolean ownUsers;
    private final String mark = UUID.randomUUID().toString();
    private final AtomicLong commands = new AtomicLong();
    private final Set<Integer> users = ConcurrentHashMap.newKeySet();
    private final HelperProcess warden;

    PlainSandbox(HostProbe host, boolean ownUsers) throws IOException, Unavailable {
        this.host = host;
        this.ownUsers = ownUsers;
        var argv = new ArrayList<>(host.detached());
        argv.addAll(List.of("/bin/sh", "-c", ShellScripts.WARDEN, "warden", WORLD + "=" + mark));
        this.warden = HelperProcess.start(argv, "ready");
    }

    @Override
    public Launch launch(NodeDirectory node, String hostName, RequestedCommand command) throws Unavailable {
        var argv = new ArrayList<>(host.detached());
        if (ownUsers) {
            argv.addAll(CommandIdentity.OWN_USER.argv(host, node.user()));
            users.add(node.user());
        }
        argv.addAll(CommandLine.of(onMachine(node, command.workingDirectory()), command.text(), ownUsers));
        Map<String, String> environment = new LinkedHashMap<>(
                NodeEnvironment.of(hostName, node.at("/root").toString()));
        environment.put("TMPDIR", node.at("/tmp").toString());
        environment.put(WORLD, mark);
        environment.put(COMMAND, mark + "." + commands.incrementAndGet());
        return new Launch(argv, environment);
    }

    /** Returns the path on this machine of a directory of the node: the node's own directories have other paths here. */
    private static String onMachine(NodeDirectory node, String directory) {
        String named = normal(directory);
        return NodeDirectory.PLACES.stream()
                .filter(place -> named.equals(place) || named.startsWith(place + "/"))
                .findFirst()
                .map(place -> node.at(place) + named.substring(place.length()))
                .orElse(directory);
    }

    /** Path would refuse names that this machine's locale cannot express. */
    private static String normal(String directory) {
        var parts = new ArrayDeque<String>();
        for (String part : directory.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    @Override
    public boolean ownUsers() {
        return ownUsers;
    }

    @Override
    public boolean plain() {
        return true;
    }

    @Override
    public void kill(Process process) {
        if (!MarkedProcesses.canBeFound()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
    }

    @Override
    public void sweep(List<Ended> ended) {
        Set<Long> sessions = ended.stream().map(Ended::process).collect(Collectors.toSet());
        Set<String> marks = ended.stream()
                .map(one -> one.launch().environment().get(COMMAND))
                .collect(Collectors.toSet());
        MarkedProcesses.end(found -> sessions.contains(found.session()) || marks.contains(found.variable(COMMAND)));
    }

    @Override
    public String describe() {
        String who = ownUsers ? CommandIdentity.OWN_USER.describe(host) : CommandIdentity.CALLER.describe(host);
        return "not isolated: plain processes of this machine, " + who;
    }

    @Override
    public void close() {
        MarkedProcesses.end(found -> users.contains(found.user()) || mark.equals(found.variable(WORLD)));
        warden.close();
    }
}
