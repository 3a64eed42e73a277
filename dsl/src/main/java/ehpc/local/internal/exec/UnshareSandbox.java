package ehpc.local.internal.exec;

import ehpc.local.internal.exec.HostProbe.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Isolation by kernel namespaces, with the programs of util-linux. The view of the machine that all nodes share is built once, in a mount
 * namespace of a helper process; each command gets a copy of that namespace. Building it for each command would take ten times as long.
 */
final class UnshareSandbox extends IsolatedSandbox {

    private final Path root;
    private final HelperProcess keeper;

    UnshareSandbox(HostProbe host, MachineView view, CommandIdentity identity, Path world)
            throws IOException, Unavailable {
        super(host, view, identity);
        this.root = Files.createDirectories(world.resolve("view"));
        for (String program : List.of("setpriv", "nsenter", "mount", "umount", "pivot_root", "hostname")) {
            host.required(program);
        }
        this.keeper = keeper();
    }

    @Override
    public Launch launch(NodeDirectory node, String hostName, RequestedCommand command) throws Unavailable {
        if (!keeper.isAlive()) {
            throw new Unavailable("the helper process with the view of this machine has ended");
        }
        var argv = new ArrayList<>(host.detached());
        argv.addAll(List.of(host.required("nsenter"), "--mount", "--target", "" + keeper.pid()));
        if (!ownUsers()) {
            argv.addAll(List.of("--user", "--preserve-credentials"));
        }
        argv.addAll(List.of("--", host.required("setpriv"), "--pdeathsig", "KILL", "--"));
        argv.addAll(List.of(host.required("unshare"), "--mount", "--pid", "--fork", "--kill-child"));
        argv.addAll(List.of("--uts", "--ipc", "--net", "--"));
        argv.addAll(List.of("/bin/sh", "-c", ShellScripts.ENTER_VIEW, "enter-view", root.toString(), hostName));
        for (String place : view.ownPlaces()) {
            argv.addAll(List.of(node.at(place).toString(), place));
        }
        argv.add("--");
        argv.addAll(identity.argv(host, node.user()));
        return launch(argv, hostName, command);
    }

    private HelperProcess keeper() throws IOException, Unavailable {
        var argv = new ArrayList<>(host.detached());
        argv.addAll(List.of(host.required("unshare"), "--mount"));
        if (!ownUsers()) {
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
    public String describe() {
        return "isolated by the kernel's namespaces (unshare), " + identity.describe(host);
    }

    @Override
    public void close() {
        keeper.close();
    }
}
