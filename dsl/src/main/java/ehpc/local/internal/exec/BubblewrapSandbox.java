package ehpc.local.internal.exec;

import ehpc.local.internal.exec.HostProbe.Unavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Isolation by bubblewrap. */
final class BubblewrapSandbox extends IsolatedSandbox {

    private final String bwrap;

    BubblewrapSandbox(HostProbe host, MachineView view, CommandIdentity identity) throws Unavailable {
        super(host, view, identity);
        this.bwrap = host.required("bwrap");
    }

    @Override
    public Launch launch(NodeDirectory node, String hostName, RequestedCommand command) throws Unavailable {
        var argv = new ArrayList<>(host.detached());
        if (ownUsers()) {
            argv.addAll(outerSpace());
        }
        argv.add(bwrap);
        argv.addAll(
                List.of("--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-net", "--unshare-cgroup-try"));
        argv.addAll(List.of("--hostname", hostName, "--die-with-parent", "--new-session", "--as-pid-1"));
        // Root keeps its privileges until the command starts, because giving up root needs them.
        argv.addAll(
                ownUsers()
                        ? List.of("--cap-add", "ALL")
                        : List.of("--unshare-user", "--uid", "0", "--gid", "0", "--cap-drop", "ALL"));
        argv.addAll(machine());
        // New for each command: programs that run as root before the command starts look up users through /run.
        argv.addAll(List.of("--perms", "1777", "--tmpfs", "/run"));
        for (String place : view.ownPlaces()) {
            argv.addAll(List.of("--bind", node.at(place).toString(), place));
        }
        argv.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/", "--"));
        if (ownUsers()) {
            argv.addAll(identity.argv(host, node.user()));
        }
        return launch(argv, hostName, command);
    }

    /**
     * Returns a process namespace around bubblewrap's own. A bubblewrap of root cannot kill a command of another user when it is killed;
     * the kernel kills a namespace with its first process, whoever owns the others.
     */
    private List<String> outerSpace() throws Unavailable {
        return List.of(
                host.required("setpriv"),
                "--pdeathsig",
                "KILL",
                "--",
                host.required("unshare"),
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
    public Optional<NodeBoxes> boxes(CommandLoop loop, Path nodes) {
        return identity == CommandIdentity.OWN_USER
                ? Optional.empty()
                : Optional.of(new NodeBoxes(host, view, loop, nodes));
    }

    @Override
    public String describe() {
        return "isolated by bubblewrap (" + bwrap + "), " + identity.describe(host);
    }

    /** Does nothing: commands share no process. */
    @Override
    public void close() {}
}
