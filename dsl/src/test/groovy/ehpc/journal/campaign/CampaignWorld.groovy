package ehpc.journal.campaign

import ehpc.EhpcClient
import ehpc.PollClock
import ehpc.aliyun.AliyunTransport
import ehpc.api.ApiException
import ehpc.api.RateGovernor
import ehpc.api.Request
import ehpc.api.Response
import ehpc.api.Transport
import ehpc.local.Faults
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import java.time.Duration

/** A local service over HTTP whose nodes are virtual, reached with simulated pauses. It outlives the clients that are killed. */
class CampaignWorld implements Transport {

    static final String CLUSTER = 'ehpc-hz-localdemo1'

    /** A mutating request that reached the service, without its marker; not refused if it was carried out, or may have been. */
    record Delivered(String operation, String what, boolean refused) {}

    final VirtualMachines machines = new VirtualMachines()
    final List<Delivered> delivered = Collections.synchronizedList([])
    final StringBuffer log = new StringBuffer()
    final LocalService service
    private final AliyunTransport wire
    private final RateGovernor governor = RateGovernor.create { machines.nanos() }
    private boolean refuses
    private long refused

    CampaignWorld(int computeNodes) {
        LocalOptions options = LocalOptions.defaults().withComputeNodes(computeNodes).withRequestLog { log.append(it).append('\n') }
        service = LocalService.start(options) { mode, path -> machines }
        wire = AliyunTransport.builder()
                .environment([:])
                .region('cn-hangzhou')
                .endpoint(service.endpoint())
                .accessKey(service.accessKeyId(), service.accessKeySecret())
                .build()
    }

    /** Returns the account as a process sees it that reaches the service in a way of its own. */
    EhpcClient ehpc(Transport way = this) {
        EhpcClient.create(way, 'cn-hangzhou').withClock(new PollClock(machines::nanos, way::pause))
    }

    @Override
    Response send(Request request) {
        if (!request.operation().mutates()) {
            return wire.send(request)
        }
        try {
            Response answer = wire.send(request)
            delivered << note(request, false)
            return answer
        } catch (ApiException e) {
            delivered << note(request, !e.mayHaveHappened())
            throw e
        }
    }

    private static Delivered note(Request request, boolean refused) {
        Map<String, String> wire = new TreeMap<>(request.wire())
        wire.computeIfPresent('Command') { name, text -> VirtualMachines.plain(text) }
        new Delivered(request.operation().name(), wire.toString(), refused)
    }

    @Override
    void pause(Duration time) {
        settle() // else simulated time may pass faster than a command begins
        machines.pass(time)
        if (refuses) {
            Thread.sleep(2) // the port opens again in real time
        }
    }

    @Override
    Optional<RateGovernor> governor(Request request) {
        Optional.of(governor)
    }

    void fail(Faults faults) {
        refused = refuses ? 20 : 0
        refuses = faults.rules().any { it.fault().name() == 'connectionsRefused' }
        service.inject(faults)
    }

    /** Ends all faults. */
    void calm() {
        fail(Faults.none())
        Thread.sleep(refused) // the port opens again
        settle()
    }

    /** Waits until each command that was accepted has begun on its nodes. */
    void settle() {
        service.@commands.@starter.submit { }.get()
    }

    /** Returns the names of the faults that were played. */
    Set<String> played() {
        service.requests()*.faults().flatten() as Set<String>
    }

    @Override
    void close() {
        wire.close()
        service.close()
    }
}
