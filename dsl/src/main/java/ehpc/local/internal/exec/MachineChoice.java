package ehpc.local.internal.exec;

import ehpc.local.ExecutionMode;
import ehpc.local.ExecutionUnavailableException;
import ehpc.local.internal.exec.HostProbe.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds a way to run commands that works on this machine, by trying it. */
final class MachineChoice {

    private final HostProbe host;
    private final Path world;

    private MachineChoice(HostProbe host, Path world) {
        this.host = host;
        this.world = world;
    }

    /** A way to run commands, which may not work. */
    private interface Candidate {
        Sandbox open() throws IOException, Unavailable;
    }

    static NodeMachines machines(ExecutionMode requested, Path world, HostProbe host) {
        try {
            Path real = Files.createDirectories(world).toRealPath();
            return new MachineChoice(host, real).choose(requested);
        } catch (IOException e) {
            throw new ExecutionUnavailableException(
                    requested, "directory " + world + " of the local service is not writable: " + e);
        }
    }

    private NodeMachines choose(ExecutionMode requested) {
        Map<ExecutionMode, String> reasons = new LinkedHashMap<>();
        for (ExecutionMode mode : modes(requested)) {
            for (Candidate candidate : candidates(mode)) {
                try {
                    return tried(candidate.open());
                } catch (IOException | Unavailable e) {
                    reasons.putIfAbsent(mode, e.getMessage());
                }
            }
        }
        throw new ExecutionUnavailableException(requested, refusal(requested, reasons));
    }

    private static List<ExecutionMode> modes(ExecutionMode requested) {
        return requested == ExecutionMode.AUTO
                ? List.of(ExecutionMode.BUBBLEWRAP, ExecutionMode.UNSHARE, ExecutionMode.CONTAINER)
                : List.of(requested);
    }

    private List<Candidate> candidates(ExecutionMode mode) {
        var identities = host.root()
                ? List.of(CommandIdentity.OWN_USER_AS_ROOT, CommandIdentity.OWN_USER)
                : List.of(CommandIdentity.CALLER);
        var candidates = new ArrayList<Candidate>();
        for (CommandIdentity identity : identities) {
            candidates.add(
                    switch (mode) {
                        case BUBBLEWRAP -> () -> new BubblewrapSandbox(host, view(), identity);
                        case UNSHARE -> () -> new UnshareSandbox(host, view(), identity, world);
                        case CONTAINER -> () -> insideContainer(identity == CommandIdentity.OWN_USER_AS_ROOT);
                        case HOST -> () -> new PlainSandbox(host, false);
                        case AUTO -> throw new IllegalArgumentException("AUTO is not a mode of its own");
                    });
        }
        return candidates;
    }

    private Sandbox insideContainer(boolean ownUsers) throws IOException, Unavailable {
        if (!host.insideContainer()) {
            throw new Unavailable("this process does not run inside a container");
        }
        if (ownUsers) {
            var permissions = Files.getPosixFilePermissions(world);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(world, permissions);
        }
        return new PlainSandbox(host, ownUsers);
    }

    private MachineView view() throws IOException {
        return MachineView.of(host.homes(), world);
    }

    private NodeMachines tried(Sandbox sandbox) throws IOException, Unavailable {
        try {
            Path place = world.resolve("probe");
            DirectoryTrees.delete(place);
            try (var loop = loop(sandbox, place)) {
                SandboxProbe.run(sandbox, loop);
            }
            DirectoryTrees.delete(place);
            Path nodes = world.resolve("nodes");
            return new DefaultNodeMachines(sandbox, loop(sandbox, nodes), nodes);
        } catch (IOException | Unavailable | RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    private CommandLoop loop(Sandbox sandbox, Path base) throws IOException, Unavailable {
        UserIds users = sandbox.ownUsers() ? UserIds.forWorld(world) : null;
        var directories = new NodeDirectories(base, users, sandbox.ownUsers() && sandbox.plain());
        return new CommandLoop(sandbox, directories, CommandLoop.DEFAULT_RUNNING, OutputBuffer.DEFAULT_LIMIT);
    }

    private String refusal(ExecutionMode requested, Map<ExecutionMode, String> reasons) {
        if (requested != ExecutionMode.AUTO) {
            return "execution mode " + word(requested) + " does not work on this machine: " + reasons.get(requested)
                    + (requested == ExecutionMode.HOST ? "" : advice());
        }
        var tried = new ArrayList<String>();
        reasons.forEach((mode, reason) -> tried.add(word(mode) + ": " + reason));
        return "no isolation of commands works on this machine (" + String.join("; ", tried) + ")" + advice();
    }

    private String advice() {
        return host.find("bwrap").isPresent()
                ? "; allow user namespaces, which bubblewrap needs"
                : "; install bubblewrap (the program bwrap)";
    }

    private static String word(ExecutionMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
