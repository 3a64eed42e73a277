package ehpc.journal.campaign

import ehpc.local.internal.exec.Execution
import ehpc.local.internal.exec.Exit
import ehpc.local.internal.exec.Machine
import ehpc.local.internal.exec.NodeMachines
import ehpc.local.internal.exec.NodeProcess
import ehpc.local.internal.exec.RequestedCommand
import java.nio.charset.StandardCharsets
import java.time.Duration
import java.time.Instant
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicLong

/**
 * Nodes without processes and with a clock of their own, which count what they execute. The first word of a command decides its end: {@code fail}
 * fails on some nodes, {@code late} exceeds its time limit on some, {@code slow} takes seconds; what a node prints depends only on both.
 */
class VirtualMachines implements NodeMachines {

    private static final Instant ENDED = Instant.parse('2026-03-04T05:06:07Z')

    /** A command that began on a node. */
    record Executed(String text, String host) {
        /** Returns the command without its marker. */
        String plain() {
            VirtualMachines.plain(text)
        }
    }

    final List<Executed> executed = Collections.synchronizedList([])
    private final Map<CompletableFuture<Exit>, Closure> running = new ConcurrentHashMap<>()
    private final AtomicLong now = new AtomicLong()

    static String plain(String text) {
        int marker = text.lastIndexOf('\n# ehpc ')
        marker < 0 ? text : text.substring(0, marker)
    }

    /** Returns the nanoseconds of the clock. */
    long nanos() {
        now.get()
    }

    /** Lets time go by, and ends what is over. */
    void pass(Duration time) {
        long until = now.addAndGet(time.toNanos())
        running.each { exit, end -> end.call(until) }
    }

    @Override
    Execution start(Machine machine, RequestedCommand command) {
        String hostName = machine.hostName()
        executed << new Executed(command.text(), hostName)
        String plain = plain(command.text())
        int draw = Math.floorMod(("$plain $hostName" as String).hashCode(), 3)
        String verb = plain.tokenize(' ')[0]
        boolean late = verb == 'late' && draw == 0
        Exit.Kind kind = late ? Exit.Kind.TIMED_OUT : Exit.Kind.FINISHED
        int code = late ? -1 : verb == 'fail' && draw == 0 ? 3 : 0
        Duration takes = late ? command.timeout() : Duration.ofSeconds(verb == 'slow' ? 9 * draw : 0)
        CompletableFuture<Exit> exit = new CompletableFuture<>()
        long end = nanos() + takes.toNanos()
        running[exit] = { long time ->
            if (time >= end) {
                exit.complete(ended(kind, code, "$plain on $hostName\n"))
                running.remove(exit)
            }
        }
        running[exit]?.call(nanos())
        new Execution() {
            @Override
            CompletableFuture<Exit> exit() {
                exit
            }

            @Override
            void kill() {
                exit.complete(ended(Exit.Kind.KILLED, -1, ''))
            }
        }
    }

    private static Exit ended(Exit.Kind kind, int code, String output) {
        new Exit(kind, code, output.getBytes(StandardCharsets.UTF_8), ENDED)
    }

    @Override
    Optional<List<NodeProcess>> processes() {
        Optional.empty()
    }

    @Override
    String describe() {
        'virtual, no processes'
    }

    @Override
    void close() {
        running.keySet()*.complete(ended(Exit.Kind.KILLED, -1, ''))
    }
}
