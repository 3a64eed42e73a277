package ehpc.local.internal.exec;

import java.util.List;

/** Isolation by kernel namespaces: each command is the first process of a process namespace of its own. */
abstract class IsolatedSandbox implements Sandbox {

    final HostProbe host;
    final MachineView view;
    final CommandIdentity identity;

    IsolatedSandbox(HostProbe host, MachineView view, CommandIdentity identity) {
        this.host = host;
        this.view = view;
        this.identity = identity;
    }

    /** Completes a command line whose last part enters the node's view of the machine. */
    Launch launch(List<String> argv, String hostName, RequestedCommand command) {
        boolean limited = ProcessSpaces.countedApart(identity);
        argv.addAll(CommandLine.of(command.workingDirectory(), command.text(), limited));
        return new Launch(argv, NodeEnvironment.of(hostName, "/root"));
    }

    @Override
    public final boolean ownUsers() {
        return identity != CommandIdentity.CALLER;
    }

    @Override
    public final void kill(Process process) {
        ProcessSpaces.kill(process);
    }

    /** Does nothing: the kernel ends a namespace with its first process. */
    @Override
    public final void sweep(List<Ended> ended) {}
}
