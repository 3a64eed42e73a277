package ehpc.journal.campaign

import ehpc.api.ApiException
import ehpc.api.RateGovernor
import ehpc.api.Request
import ehpc.api.Response
import ehpc.api.Transport
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.time.Duration

/**
 * The way of a process to the service, until it is killed at one of its events: before a request is sent, before its answer is seen, after the
 * script, after the end of the run. From then on it sends nothing, and {@link #cut} leaves of its journal a length that it may have had: between
 * those at the event before and at this one, so that a line may be torn.
 */
class CutOff implements Transport {

    /** The end of a process. */
    static class Killed extends VirtualMachineError {}

    /** The event at which to kill: the nth of a kind, such as {@code InvokeShellCommand sent}, or of all if the kind is empty. */
    record When(String kind, int nth) {
        static final When NEVER = new When('', Integer.MAX_VALUE)
    }

    final CampaignWorld world
    final Random random
    private final When when
    /** Requests of processes that were killed, which arrive later. */
    private final List<Request> late
    final Map<String, Integer> counts = [:]
    private Path journal
    private long from
    private long to
    private Request current
    volatile boolean killed
    /** The place of the cut: the last line of the journal, and what was sent after it. */
    String place = ''

    CutOff(CampaignWorld world, Random random, When when, List<Request> late = []) {
        this.world = world
        this.random = random
        this.when = when
        this.late = late
    }

    void writes(Path file) {
        journal = file
        from = to = Files.size(file)
    }

    /** Counts an event, and ends the process if it is the one. */
    void event(String kind, Request request = null) {
        synchronized (counts) {
            if (killed) {
                throw new Killed()
            }
            from = to
            to = journal ? Files.size(journal) : 0
            from = Math.min(from, to) // a line that was torn is removed when the journal is opened
            int nth = counts.merge(kind, 1, Integer::sum)
            int all = counts.merge('', 1, Integer::sum)
            if (when.kind() == kind ? nth == when.nth() : when.kind() == '' && all == when.nth()) {
                current = request
                place = kind
                killed = true
                throw new Killed()
            }
        }
    }

    @Override
    Response send(Request request) {
        String name = request.operation().name()
        event("$name", request)
        arrive()
        try {
            Response answer = world.send(request)
            event("$name sent", request)
            return answer
        } catch (ApiException e) {
            event("$name sent", request)
            throw e
        }
    }

    private void arrive() {
        Request one = null
        synchronized (late) {
            one = late && random.nextInt(3) == 0 ? late.remove(0) : null
        }
        deliver(one)
    }

    /** Lets what was under way arrive. */
    void arriveAll() {
        late.each { deliver(it) }
        late.clear()
    }

    private void deliver(Request request) {
        if (request) {
            try {
                world.send(request)
            } catch (ApiException ignored) {
                // the process that sent it does not see the answer
            }
        }
    }

    @Override
    void pause(Duration time) {
        if (killed) {
            throw new Killed()
        }
        world.pause(time)
    }

    @Override
    Optional<RateGovernor> governor(Request request) {
        if (killed) {
            throw new Killed()
        }
        world.governor(request)
    }

    /** Cuts the journal. A request that was about to be sent may arrive later if its intent is there. */
    void cut() {
        long length = [to, from, from + random.nextInt((to - from + 1) as int)][random.nextInt(3)]
        FileChannel.open(journal, StandardOpenOption.WRITE).withCloseable { it.truncate(length) }
        String text = Files.readString(journal)
        boolean torn = !text.endsWith('\n')
        List<String> lines = text.readLines()
        String last = lines[lines.size() - (torn ? 2 : 1)].find(/"kind":"(\w+)"/) { all, kind -> kind }
        boolean sent = place.endsWith(' sent')
        if (last == 'intent' && length == to && !sent && current?.operation()?.mutates() && random.nextInt(3) == 0) {
            late << current
            sent = true
        }
        boolean doubtful = last == 'intent' && length == to && current?.operation()?.mutates()
        place = "after ${last}${doubtful ? (sent ? ', sent' : ', not sent') : ''}${torn ? ', in the next line' : ''}"
    }
}
