package ehpc.repl

import ehpc.EhpcClient
import ehpc.api.Request
import ehpc.api.Response
import ehpc.api.Transport
import ehpc.repl.internal.failure.ExitCode
import ehpc.repl.internal.result.Format
import ehpc.repl.internal.result.RunOutput
import ehpc.repl.internal.terminal.ColorMode
import ehpc.repl.internal.terminal.Console
import ehpc.repl.internal.terminal.Terminals
import ehpc.script.Scripts
import java.nio.file.Path

/** A separate program that runs a script on many nodes and prints the results, and then their size. */
class SmallHeap implements Transport {

    private static final String REST = ' ' + 'x' * 38 + '\n'

    private final int nodes
    private final int size
    private final boolean distinct
    private final Map<String, List<Integer>> commands = [:]
    private int looks

    SmallHeap(int nodes, int size, boolean distinct) {
        this.nodes = nodes
        this.size = size
        this.distinct = distinct
    }

    /** Arguments: the form of the results, --diff or none, number of nodes, characters of output, distinct or equal, the script. */
    static void main(String[] args) {
        Transport service = new SmallHeap(args[2] as int, args[3] as int, args[4] == 'distinct')
        Counting out = new Counting()
        Console console = new Console(InputStream.nullInputStream(), out, OutputStream.nullOutputStream(), [:], Terminals.NONE)
        RunOutput.open(console, Optional.of(Format.valueOf(args[0])), ColorMode.NEVER, args[1] == '--diff').withCloseable { RunOutput output ->
            Scripts.compile('many.ehpc', args[5]).over(EhpcClient.create(service, 'cn-hangzhou'))
                    .output(output.prints()).printer(output.printer()).results(output.&ran).run()
        }
        println "$out.lines lines, ${out.bytes.intdiv(1000)} kB"
    }

    /** Runs it to its end in a small heap, and returns its output. */
    static String run(String... args) {
        String classes = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
        Process process = new ProcessBuilder([Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), '-Xmx64m', '-XX:+UseSerialGC',
            '-XX:TieredStopAtLevel=1', '-cp', classes, SmallHeap.name] + args.toList()).redirectErrorStream(true).start()
        String output = process.inputStream.getText('UTF-8')
        assert process.waitFor() == 0, output
        output.strip()
    }

    @Override
    Response send(Request request) {
        Response.of(request.operation(), answer(request.operation().name(), request.parameters()))
    }

    private Map<String, Object> answer(String operation, Map<String, Object> p) {
        switch (operation) {
            case 'ListNodes': return page(p, 'Nodes', 'NodeInfo', 0..<nodes, this.&node)
            case 'InvokeShellCommand': return submitted(p.Instance as List<Map<String, String>>)
            case 'ListInvocationStatus': return status(p.CommandId as String)
            default:
                String command = p.CommandId
                return page(p, 'InvocationResults', 'InvocationResult', commands[command], this.&record.curry(command))
        }
    }

    private Map<String, Object> submitted(List<Map<String, String>> chosen) {
        String command = "c-${commands.size() + 1}"
        commands[command] = chosen ? chosen.collect { number(it.Id) } : (0..<nodes) as List<Integer>
        [CommandId: command, InstanceIds: [InstanceId: commands[command].collect { id(it) }]]
    }

    private Map<String, Object> status(String command) {
        String state = looks++ % 2 == 0 ? 'Running' : 'Finished'
        [CommandId: command, InvokeStatus: state, InvokeInstances: [InvokeInstance: commands[command].collect {
            [InstanceId: id(it), InstanceInvokeStatus: state]
        }]]
    }

    private static Map<String, Object> page(Map<String, Object> p, String outer, String inner, List<Integer> all, Closure<Map> item) {
        int length = p.PageSize as int
        int from = ((p.PageNumber ?: 1) as int) * length - length
        List<Integer> some = from < all.size() ? all.subList(from, Math.min(all.size(), from + length)) : []
        [(outer): [(inner): some.collect(item)], TotalCount: all.size(), PageSize: length]
    }

    private static Map<String, Object> node(int i) {
        [Id: id(i), HostName: String.format(Locale.ROOT, 'compute%05d', i), Status: 'running', Roles: [Role: ['Compute']],
            InstanceType: 'ecs.c7.large',
            IpAddress: "10.1.${i >> 8}.${i & 255}".toString(), ZoneId: 'cn-hangzhou-b', RegionId: 'cn-hangzhou', Version: '1.0.98',
            ImageId: 'centos_7_06_64_20G_alibase_20190711.vhd', CreatedByEhpc: true, AddTime: '2026-01-01T00:00:00']
    }

    private Map<String, Object> record(String command, int i) {
        [CommandId: command, InstanceId: id(i), InvokeRecordStatus: 'Finished', Success: true, ExitCode: 0, Message: text(i),
            FinishedTime: '2026-01-01T00:00:09Z']
    }

    /** Lines of 50 characters; each time a text of its own, as an answer's are. */
    private String text(int i) {
        String number = (1_000_000_000 + (distinct ? i : 0)).toString()
        StringBuilder text = new StringBuilder(size)
        while (text.length() < size) {
            text.append(number).append(REST)
        }
        text.toString()
    }

    private static String id(int i) {
        String.format(Locale.ROOT, 'i-bp1node%08dabcde', i)
    }

    private static int number(String id) {
        id[9..<17] as int
    }

    /** Discards and counts the output. */
    private static class Counting extends OutputStream {

        long bytes
        long lines

        @Override
        void write(int b) {
            bytes++
            lines += b == 10 ? 1 : 0
        }
    }
}
