package ehpc

import ehpc.api.ApiException
import ehpc.api.RateGovernor
import ehpc.api.Request
import ehpc.api.Response
import ehpc.api.Transport
import java.time.Duration
import java.time.Instant
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.atomic.AtomicInteger

/** Answers from memory, with a clock of its own: for what a real service cannot be made to do at will. */
class TestService implements Transport {

    final List<Request> sent = new CopyOnWriteArrayList<>()
    final List<Duration> pauses = new CopyOnWriteArrayList<>()
    final List<String> nodeIds
    protected final AtomicInteger ids = new AtomicInteger()
    volatile Instant now = Instant.parse('2026-01-01T00:00:00Z')
    final RateGovernor governor = RateGovernor.create { nanos() }
    int looksUntilDone = 0
    Closure onPause = { }
    Closure onRetry = { }
    /** What each node wrote, by its id. */
    Closure<String> message = { 'hi\n' }
    /** Replaces the answer to an operation: a map, an exception, or a closure of the request. */
    final Map<String, Object> answers = [:]
    protected final Map<String, List<String>> commands = new ConcurrentHashMap<>()

    TestService(int nodes) {
        nodeIds = (0..<nodes).collect { String.format(Locale.ROOT, 'i-bp1node%05dabcdefg', it) }
    }

    EhpcClient ehpc(Transport transport = this) {
        PollClock.Pause pause = { Duration d -> pauses << d; now = now.plus(d); onPause.call() }
        EhpcClient.create(transport, 'cn-hangzhou').withClock(new PollClock(this::nanos, pause))
    }

    private long nanos() {
        Duration.between(Instant.EPOCH, now).toNanos()
    }

    Cluster cluster() {
        ehpc().cluster('ehpc-hz-test')
    }

    int count(String operation) {
        sent.count { it.operation().name() == operation }
    }

    List<Request> requests(String operation) {
        sent.findAll { it.operation().name() == operation }
    }

    @Override
    Response send(Request request) {
        sent << request
        Object special = answers[request.operation().name()]
        Object answer = special instanceof Closure ? special.call(request) : special
        if (answer instanceof ApiException) {
            throw answer
        }
        Response.of(request.operation(), (answer ?: this."${request.operation().name()}"(request.parameters())) as Map)
    }

    @Override
    Optional<RateGovernor> governor(Request request) {
        Optional.of(governor)
    }

    /** Between two attempts of a read: time goes on by the clock of its own. */
    @Override
    void pause(Duration time) {
        now = now.plus(time)
        onRetry.call()
    }

    Map ListNodes(Map p) {
        page(p, 'Nodes', 'NodeInfo', nodeIds.withIndex().collect { id, i ->
            [Id: id, HostName: String.format(Locale.ROOT, 'compute%03d', i), Status: 'running', Roles: [Role: ['Compute']]]
        })
    }

    Map InvokeShellCommand(Map p) {
        String id = "c-${ids.incrementAndGet()}"
        commands[id] = p.Instance ? p.Instance*.Id : nodeIds
        [CommandId: id, InstanceIds: [InstanceId: commands[id]], RequestId: 'R']
    }

    List<String> nodesOf(String command) {
        commands[command]
    }

    Map ListInvocationStatus(Map p) {
        String state = count('ListInvocationStatus') > looksUntilDone ? 'Finished' : 'Running'
        [CommandId: p.CommandId, InvokeStatus: state, InvokeInstances: [InvokeInstance: commands[p.CommandId].collect {
            [InstanceId: it, InstanceInvokeStatus: state]
        }]]
    }

    Map ListInvocationResults(Map p) {
        page(p, 'InvocationResults', 'InvocationResult', commands[p.CommandId].collect { record(p.CommandId, it) })
    }

    Map record(String command, String node) {
        [CommandId: command, InstanceId: node, InvokeRecordStatus: 'Finished', Success: true, ExitCode: 0, Message: message.call(node)]
    }

    private static Map page(Map p, String outer, String inner, List all) {
        int size = p.PageSize as int
        int from = ((p.PageNumber ?: 1) as int) * size - size
        List items = from < all.size() ? all.subList(from, Math.min(all.size(), from + size)) : []
        [(outer): [(inner): items], PageNumber: p.PageNumber ?: 1, PageSize: size, TotalCount: all.size(), RequestId: 'R']
    }
}
