package ehpc.local

import ehpc.local.internal.exec.NodeProcess
import groovy.json.JsonSlurper
import java.nio.charset.StandardCharsets
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

class MetricSpec extends LocalSpecification {

    static final Map<String, ?> ALWAYS = [ClusterId: DEMO, From: 0, To: 2_000_000_000]

    @TempDir
    Path temp

    def 'the processes of nodes are measured, and their sum is that of the node'() {
        given:
        start()
        String busy = node('compute001')
        machines.processes = [
            process(busy, 4001, 1, 'sh', 100, 100, 10_000, 2000),
            process(busy, 4002, 7, 'solver', 6000, 2000, 10_000, 300_000)]

        when:
        List<Map<String, ?>> nodes = logs([:])
        List<Map<String, ?>> each = logs([MetricScope: 'process'])

        then: 'an idle node has measurements, too; those of a second are one'
        nodes*.Hostname.toUnique() == ['manager0', 'login0', 'compute000', 'compute001', 'compute002', 'compute003']
        nodes.findAll { it.Hostname == 'compute000' }*.data.toList()[0] ==
                ['machine|cpusage': 0.0, 'machine|cpuser': 0.0, 'machine|cpusys': 0.0, 'machine|memused': 0.0]
        nodes.find { it.InstanceId == busy }.data ==
                ['machine|cpusage': 82.0, 'machine|cpuser': 61.0, 'machine|cpusys': 21.0, 'machine|memused': 302_000.0]
        each.findAll { it.data['process|pid'] == 7 }[0].data.subMap('process|name', 'process|memused') ==
                ['process|name': 'solver', 'process|memused': 300_000.0]
        each*.Hostname.toUnique() == ['compute001']
    }

    def 'the use of the processor is that since the last measurement'() {
        given:
        start()
        String busy = node('compute001')
        machines.processes = [process(busy, 4001, 1, 'solver', 9000, 0, 10_000, 1)]
        logs([:])
        machines.processes = [process(busy, 4001, 1, 'solver', 9500, 500, 12_000, 1)]

        expect:
        logs([Filter: '{"Hostname":"compute001"}']).last().data.subMap('machine|cpuser', 'machine|cpusys') ==
                ['machine|cpuser': 25.0, 'machine|cpusys': 25.0]
    }

    def 'measurements are filtered, ordered and joined'() {
        given:
        start()
        String busy = node('compute001')
        machines.processes = [process(busy, 4001, 1, 'sh', 1000, 0, 10_000, 2000)]

        expect:
        logs([Filter: "{\"InstanceId\":\"$busy\"}"])*.Hostname.toUnique() == ['compute001']
        logs([Filter: '{"Hostname":"login0"}'])*.Hostname.toUnique() == ['login0']
        logs([MetricCategories: 'cpu'])[0].data.keySet() == ['machine|cpusage', 'machine|cpuser', 'machine|cpusys'] as Set
        logs([MetricCategories: 'cpu,cpu'])[0].data.keySet() == ['machine|cpusage', 'machine|cpuser', 'machine|cpusys'] as Set
        logs([MetricCategories: 'memory'])[0].data.keySet() == ['machine|memused'] as Set
        logs([Reverse: true])[0].Hostname == 'compute003'
        logs([To: 1000]) == []

        when: 'an interval has one value'
        List<Map<String, ?>> hours = logs([AggregationType: 'max', AggregationInterval: 3600, From: 0])

        then:
        hours*.Time.every { it % 3600 == 0 }
        hours.find { it.Hostname == 'compute001' }.data['machine|memused'] == 2000.0
    }

    def 'a node that does not run is not measured'() {
        given:
        start()
        service.stopNode(node('compute001'))

        expect:
        !('compute001' in logs([:])*.Hostname)
    }

    def 'a machine that cannot tell about processes is no success'() {
        given:
        start()
        machines.processes = null

        expect:
        refusal('GetCloudMetricLogs', ALWAYS) == [406, 'AgentError', 'this machine has no /proc, which tells about the processes of nodes']
    }

    def 'requests at the same time start one profiling of a process'() {
        given:
        start()
        machines.processes = [process(node('compute001'), 4001, 7, 'solver', 1000, 0, 10_000, 2000)]
        ExecutorService senders = Executors.newFixedThreadPool(16)

        when:
        List<Integer> statuses = (1..64).collect {
            senders.submit({ ask('RunCloudMetricProfiling', [ClusterId: DEMO, HostName: 'compute001', ProcessId: 7]).status } as Callable<Integer>)
        }*.get()

        then:
        statuses.count(200) == 1
        statuses.count(403) == 63
        ask('ListCloudMetricProfilings', [ClusterId: DEMO]).at('Profilings.ProfilingInfo').size() == 1

        cleanup:
        senders.shutdownNow()
    }

    def 'a real process is measured and profiled'() {
        given:
        LocalOptions options = LocalOptions.defaults().withExecution(ExecutionMode.HOST).withDataDirectory(temp.resolve('world'))
        service = LocalService.start(options)
        client = new WireClient(service.endpoint())
        ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'while :; do :; done', Timeout: 100, 'Instance.1.Id': node('compute002')])

        when: 'it uses the processor'
        new PollingConditions(timeout: 20).eventually { assert busy().data['process|cpusage'] > 0 }
        Map<String, ?> used = busy()

        then:
        used.Hostname == 'compute002'
        used.data['process|memused'] > 0

        when:
        WireClient.Reply started = ask('RunCloudMetricProfiling', [
            ClusterId: DEMO, HostName: 'compute002', ProcessId: used.data['process|pid'], Duration: 10, Freq: 100])
        List<Map<String, ?>> profilings = ask('ListCloudMetricProfilings', [ClusterId: DEMO]).at('Profilings.ProfilingInfo')

        then:
        started.status == 200
        profilings*.subMap('Duration', 'Freq', 'HostName', 'InstanceId', 'Pid') ==
                [[Duration: 10, Freq: 100, HostName: 'compute002', InstanceId: node('compute002'), Pid: used.data['process|pid']]]
        profilings[0].ProfilingId ==~ /${DEMO}_i-bp1\w+_\d+_\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d/
        refusal('RunCloudMetricProfiling', [ClusterId: DEMO, HostName: 'compute002', ProcessId: used.data['process|pid']])[0..1] ==
                [403, 'ConflictOpt']

        and: 'the chart grows with its samples'
        new PollingConditions(timeout: 20).eventually { assert chart(profilings[0].ProfilingId) ==~ /(?s).*processor: [1-9]\d* ms user.*/ }

        when: 'the process ends, and the service'
        service.stopNode(node('compute002'))
        String before = chart(profilings[0].ProfilingId)
        service.close()
        service = LocalService.start(options)
        client = new WireClient(service.endpoint())

        then:
        chart(profilings[0].ProfilingId) ==~ /(?s).*processor: [1-9]\d* ms user.*/
        before.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')

        cleanup:
        service.close()
    }

    private List<Map<String, ?>> logs(Map<String, ?> parameters) {
        ask('GetCloudMetricLogs', ALWAYS + parameters).at('MetricLogs.MetricLog')
                .collect { it + [data: new JsonSlurper().parseText(it.MetricData)] }
    }

    private Map<String, ?> busy() {
        List<Map<String, ?>> all = logs([MetricScope: 'process'])
        all ? all.last() : [data: ['process|cpusage': 0]]
    }

    private String chart(String profiling) {
        Map<String, ?> file = ask('GetCloudMetricProfiling', [ClusterId: DEMO, ProfilingId: profiling]).at('SvgUrls.SvgInfo')[0]
        byte[] svg = file.Url.split(',')[1].decodeBase64()
        assert file.Size == svg.length
        assert file.Name == "${profiling}.bottomup.svg"
        new String(svg, StandardCharsets.UTF_8)
    }

    private static NodeProcess process(String node, long id, long inside, String program, long user, long system, long age, long memory) {
        new NodeProcess(node, id, inside, program, Duration.ofMillis(user), Duration.ofMillis(system), Duration.ofMillis(age), memory)
    }
}
