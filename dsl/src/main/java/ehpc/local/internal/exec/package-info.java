/**
 * Processes of the local service's nodes, and what keeps them from everything else. Start at
 * {@link ehpc.local.internal.exec.NodeMachines}.
 *
 * <p>What was decided, and why:
 *
 * <ul>
 *   <li><b>Each command has a process space, a network and devices of its own</b>; a node's directories (/root, /home, /tmp, /var/tmp,
 *       /dev/shm) are what its commands share. Whatever a command leaves in the background ends with its shell, as nothing may
 *       be left behind.
 *   <li><b>The network is a loopback of the command's own.</b> A script that is being tried out must reach neither the cloud nor
 *       the author's own services, some of which trust whoever comes from this machine, or listen on sockets that have no file and
 *       would be found wherever the network is shared.
 *   <li><b>The machine is read-only</b>, with other homes, the world itself, /run and service sockets below /var out of sight.
 *       Commands have no capabilities and cannot gain any. Where this process is root they run under a user id of their node:
 *       without capabilities root still owns the machine's files, and no limit on processes applies to it.
 *   <li><b>Values are arguments of constant scripts</b> and never part of a shell's text.
 *   <li><b>A command has started when its script says so</b> by one byte on its output. Whatever comes instead is the reason why it
 *       did not start; the timeout counts from there.
 *   <li><b>One thread serves all nodes.</b> The kernel ends commands together with the thread that started them, so that thread must
 *       be one that stays; pipes are looked at and never waited for.
 * </ul>
 *
 * <p>Plain processes (inside a container, or on explicit request) have none of this but the directories, under their real paths: they
 * see and may change whatever their user may, share the machine's network, processes and host name, and are found again by a mark
 * in their environment, which a process that means to can drop. Inside a container with this process being root they still have
 * a user id per node and no capabilities, and so cannot change what is not open to everybody.
 */
package ehpc.local.internal.exec;
