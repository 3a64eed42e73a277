package ehpc.local

import ehpc.local.internal.exec.Execution
import ehpc.local.internal.exec.Exit
import ehpc.local.internal.exec.Machine
import ehpc.local.internal.exec.NodeMachines
import ehpc.local.internal.exec.NodeProcess
import ehpc.local.internal.exec.RequestedCommand
import java.nio.charset.StandardCharsets
import java.nio.file.Path
import java.time.Instant
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ConcurrentHashMap

/** Machines without processes: a command ends as its text says, {@code hold} (or any, if they hold) ends when the test lets it or kills it. */
class ScriptedMachines implements NodeMachines {

    static final Instant ENDED = Instant.parse('2026-03-04T05:06:07.890Z')

    final Map<String, CompletableFuture<Exit>> held = new ConcurrentHashMap<>()
    final List<String> started = Collections.synchronizedList([])
    final List<RequestedCommand> commands = Collections.synchronizedList([])
    /** Null if the machine cannot tell. */
    List<NodeProcess> processes = []
    boolean closed
    volatile boolean holding
    Path directory

    @Override
    Execution start(Machine machine, RequestedCommand command) {
        started << machine.hostName()
        commands << command
        List<String> words = command.text().split(' ', 2) as List
        CompletableFuture<Exit> exit = new CompletableFuture<>()
        switch (holding ? 'hold' : words[0]) {
            case 'say':
                exit.complete(ended(Exit.Kind.FINISHED, 0, words[1]))
                break
            case 'exit':
                exit.complete(ended(Exit.Kind.FINISHED, words[1] as int, ''))
                break
            case 'late':
                exit.complete(ended(Exit.Kind.TIMED_OUT, -1, words[1]))
                break
            case 'never':
                exit.complete(ended(Exit.Kind.NOT_STARTED, -1, words[1]))
                break
            case 'hold':
                held[machine.nodeId()] = exit
                break
            default:
                throw new IllegalArgumentException("no such script: ${command.text()}")
        }
        new Execution() {
            @Override
            CompletableFuture<Exit> exit() {
                exit
            }

            @Override
            void kill() {
                exit.complete(ScriptedMachines.ended(Exit.Kind.KILLED, -1, 'so far'))
            }
        }
    }

    @Override
    Optional<List<NodeProcess>> processes() {
        Optional.ofNullable(processes)
    }

    @Override
    String describe() {
        'scripted, no processes'
    }

    @Override
    void close() {
        closed = true
        held.values()*.complete(ended(Exit.Kind.KILLED, -1, ''))
    }

    void release(String nodeId, int code, String output) {
        held.remove(nodeId).complete(ended(Exit.Kind.FINISHED, code, output))
    }

    void expire(String nodeId) {
        held.remove(nodeId).complete(ended(Exit.Kind.TIMED_OUT, -1, ''))
    }

    static Exit ended(Exit.Kind kind, int code, String output) {
        new Exit(kind, code, output.getBytes(StandardCharsets.UTF_8), ENDED)
    }
}
