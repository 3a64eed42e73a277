package ehpc.local.internal.exec;

import ehpc.local.internal.exec.HostProbe.NotHere;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Isolation by bubblewrap. */
final class BubblewrapSandbox implements Sandbox {

    private final HostProbe surroundings;
    private final MachineView view;
    private final CommandIdentity identity;
    private final String bwrap;

    BubblewrapSandbox(HostProbe surroundings, MachineView view, CommandIdentity identity) throws NotHere {
        this.surroundings = surroundings;
        this.view = view;
        this.identity = identity;
        this.bwrap = surroundings.need("bwrap");
    }

    @Override
    public Launch launch(NodeDirectory node, String hostName, RequestedCommand command) throws NotHere {
        var argv = new ArrayList<>(surroundings.detached());
        if (identity != CommandIdentity.CALLER) {
            argv.addAll(outerSpace());
        }
        argv.add(bwrap);
        argv.addAll(
                List.of("--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-net", "--unshare-cgroup-try"));
        argv.addAll(List.of("--hostname", hostName, "--die-with-parent", "--new-session", "--as-pid-1"));
        // Root keeps its privileges until the command is about to start, as giving up being root needs them.
        argv.addAll(
                identity == CommandIdentity.CALLER
                        ? List.of("--unshare-user", "--uid", "0", "--gid", "0", "--cap-drop", "ALL")
                        : List.of("--cap-add", "ALL"));
        argv.addAll(machine());
        // New with each command: programs that still run as root, before a command starts, look into /run for whom to
        // ask about users.
        argv.addAll(List.of("--perms", "1777", "--tmpfs", "/run"));
        for (String place : view.ownPlaces()) {
            argv.addAll(List.of("--bind", node.at(place).toString(), place));
        }
        argv.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/", "--"));
        if (identity != CommandIdentity.CALLER) {
            argv.addAll(identity.argv(surroundings, node.user()));
        }
        boolean limited = ProcessSpaces.countedApart(identity);
        argv.addAll(CommandLine.of(command.workingDirectory(), command.text(), limited));
        return new Launch(argv, NodeEnvironment.of(hostName, "/root"));
    }

    /**
     * Returns a process space around bubblewrap's own. Bubblewrap, run by root, has no right to end a command that is another user's when
     * it ends itself; the kernel ends a space with its first process whoever it belongs to.
     */
    private List<String> outerSpace() throws NotHere {
        return List.of(
                surroundings.need("setpriv"),
                "--pdeathsig",
                "KILL",
                "--",
                surroundings.need("unshare"),
                "--pid",
                "--fork",
                "--kill-child",
                "--");
    }

    private List<String> machine() {
        var argv = new ArrayList<String>();
        for (Path directory : view.directories()) {
            argv.addAll(List.of("--ro-bind", directory.toString(), directory.toString()));
        }
        view.links().forEach((link, target) -> argv.addAll(List.of("--symlink", target, link.toString())));
        argv.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        for (Path hidden : view.hidden()) {
            if (Files.isDirectory(hidden)) {
                argv.addAll(List.of("--ro-bind", view.blank().toString(), hidden.toString()));
            }
        }
        return argv;
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
        return "isolated by bubblewrap (" + bwrap + "), " + identity.describe(surroundings);
    }

    @Override
    public void close() {
        // Commands share nothing.
    }
}
