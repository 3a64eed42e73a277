package ehpc.local.internal.exec;

import ehpc.local.internal.exec.HostProbe.NotHere;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Isolation by the kernel's namespaces through util-linux. What all nodes see of the machine is built once, in a namespace that a
 * keeper process holds; a command enters a copy of it. Building it for each command would take ten times as long.
 */
final class UnshareSandbox implements Sandbox {

    private final HostProbe surroundings;
    private final MachineView view;
    private final CommandIdentity identity;
    private final Path root;
    private final HelperProcess keeper;

    UnshareSandbox(HostProbe surroundings, MachineView view, CommandIdentity identity, Path world)
            throws IOException, NotHere {
        this.surroundings = surroundings;
        this.view = view;
        this.identity = identity;
        this.root = Files.createDirectories(world.resolve("view"));
        for (String program : List.of("setpriv", "nsenter", "mount", "umount", "pivot_root", "hostname")) {
            surroundings.need(program);
        }
        this.keeper = keeper();
    }

    @Override
    public Launch launch(NodeDirectory node, String hostName, RequestedCommand command) throws NotHere {
        if (!keeper.isAlive()) {
            throw new NotHere("the process that keeps the nodes' view of this machine has ended");
        }
        var argv = new ArrayList<>(surroundings.detached());
        argv.addAll(List.of(surroundings.need("nsenter"), "--mount", "--target", "" + keeper.pid()));
        if (identity == CommandIdentity.CALLER) {
            argv.addAll(List.of("--user", "--preserve-credentials"));
        }
        argv.addAll(List.of("--", surroundings.need("setpriv"), "--pdeathsig", "KILL", "--"));
        argv.addAll(List.of(surroundings.need("unshare"), "--mount", "--pid", "--fork", "--kill-child"));
        argv.addAll(List.of("--uts", "--ipc", "--net", "--"));
        argv.addAll(List.of("/bin/sh", "-c", ShellScripts.ENTER_VIEW, "enter-view", root.toString(), hostName));
        for (String place : view.ownPlaces()) {
            argv.addAll(List.of(node.at(place).toString(), place));
        }
        argv.add("--");
        argv.addAll(identity.argv(surroundings, node.user()));
        boolean limited = ProcessSpaces.countedApart(identity);
        argv.addAll(CommandLine.of(command.workingDirectory(), command.text(), limited));
        return new Launch(argv, NodeEnvironment.of(hostName, "/root"));
    }

    private HelperProcess keeper() throws IOException, NotHere {
        var argv = new ArrayList<>(surroundings.detached());
        argv.addAll(List.of(surroundings.need("unshare"), "--mount"));
        if (identity == CommandIdentity.CALLER) {
            argv.addAll(List.of("--user", "--map-root-user"));
        }
        argv.addAll(List.of("--", "/bin/sh", "-c", ShellScripts.BASE_VIEW, "base-view", root.toString()));
        view.directories().forEach(path -> argv.addAll(List.of("machine", path.toString())));
        view.links().forEach((link, target) -> argv.addAll(List.of("link:" + target, link.toString())));
        for (String place : List.of("/root", "/home", "/tmp", "/run")) {
            argv.addAll(List.of("point", place));
        }
        argv.addAll(List.of("--", view.blank().toString()));
        view.hidden().forEach(path -> argv.add(path.toString()));
        return HelperProcess.start(argv, "ready");
    }

    @Override
    public boolean ownUsers() {
        return identity != CommandIdentity.CALLER;
    }

    @Override
    public void kill(Process process) {
        ProcessSpaces.kill(process);
    }

    @Override
    public void sweep(List<Ended> ended) {
        // The kernel did.
    }

    @Override
    public String describe() {
        return "isolated by the kernel's namespaces (unshare), " + identity.describe(surroundings);
    }

    @Override
    public void close() {
        keeper.close();
    }
}
