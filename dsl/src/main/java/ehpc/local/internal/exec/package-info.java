/**
 * The processes of the local service's nodes, and their isolation. Start at {@link ehpc.local.internal.exec.NodeMachines}.
 *
 * <p>The design, with its reasons:
 *
 * <ul>
 * <li><b>Each command has its own process namespace, network and devices.</b> The commands of a node share its directories (/root, /home,
 * /tmp, /var/tmp, /dev/shm), and those of a cluster /home. Background processes end with the command's shell, so that none is left over.
 * <li><b>The network is a loopback interface of the command alone.</b> A script under test must reach neither the cloud nor the author's
 * own services, some of which trust every client on this machine, or listen on abstract sockets, which exist wherever the network is
 * shared.
 * <li><b>The machine is read-only.</b> Other home directories, the service's directory, /run and service sockets below /var are hidden.
 * Commands have no capabilities and cannot gain any. If this process is root, they run under a user id of their cluster: even without
 * capabilities, root owns the machine's files, and has no limit on processes.
 * <li><b>Values are arguments of constant scripts</b>, never part of a script's text.
 * <li><b>A command has started once its script has printed one byte.</b> Output before it is the reason of a failed start; the timeout
 * begins with it.
 * <li><b>One thread serves all nodes.</b> The kernel kills commands together with the thread that started them, so this thread must live as
 * long as they do; it polls pipes and never waits for one.
 * <li><b>Programs that run in several nodes at the same time</b>, such as those of a scheduler, run in a box with a network and a user id of
 * its own, in which each node has the same files; see {@link ehpc.local.internal.exec.NodeBoxes}.
 * </ul>
 *
 * <p>Plain processes (inside a container, or on explicit request) have only the directories, under their real paths. They can access
 * everything that their user can, share the machine's network, processes and host name, and are found by a mark in their environment, which
 * a process can remove. Inside a container, if this process is root, they still have a user id per cluster and no capabilities, and can change
 * only files that are open to everybody.
 */
package ehpc.local.internal.exec;
