package ehpc.repl

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** ehpc as a process of its own: streams, signals, the first line of a script file. */
class ProcessSpec extends Specification {

    @Shared
    @TempDir
    Path directory

    @Shared
    Installation installation

    def setupSpec() {
        installation = new Installation(directory.resolve('an installation'))
    }

    def 'a script file runs by its first line, from any directory, with its own options'() {
        given:
        Path script = Files.writeString(directory.resolve('args.ehpc'), '#!/usr/bin/env ehpc\nprintln args\n')
        assert script.toFile().setExecutable(true)

        when:
        Ended ended = installation.shell("export ALIBABA_CLOUD_REGION_ID=cn-hangzhou; cd /; '$script' --local -x 'a b'")

        then:
        ended.code() == 0
        ended.out() == '[--local, -x, a b]\n'
        ended.err() == ''
    }

    def 'a script comes through a pipe, and text is UTF-8 in every locale: #locale'() {
        when:
        Ended ended = installation.call(env: locale, input: "println 'é 计 ' + args[0]\n", '--region', 'cn-hangzhou', '-', 'ü')

        then:
        ended.code() == 0
        ended.out() == 'é 计 ü\n'
        ended.err() == ''

        where:
        locale << [[LC_ALL: 'C'], [LANG: 'C.UTF-8']]
    }

    def 'a reader that goes away gets no complaint'() {
        when:
        Ended ended = installation.shell(
                "ehpc --region cn-hangzhou -e '100000.times { println it }' | head -1; echo \${PIPESTATUS[0]}")

        then:
        ended.out() == '0\n141\n'
        ended.err() == ''
    }

    @Requires({ Files.exists(Path.of('/dev/full')) })
    def 'a failed write of the results is reported'() {
        when:
        Ended ended = installation.shell('ehpc --version >/dev/full')

        then:
        ended.code() == 1
        ended.err() == 'ehpc: standard output cannot be written: No space left on device\n'
    }

    def 'ehpc local prints its endpoint first, serves, and ends by #signal without a remaining process'() {
        given:
        Process process = installation.start([installation.launcher, 'local', '--local-exec', 'host', '--log'])
        BufferedReader out = process.inputReader()
        BufferedReader err = process.errorReader()
        String first = out.readLine()
        String endpoint = first - 'listening on '
        int port = endpoint.toURI().port

        expect:
        first ==~ 'listening on http://127\\.0\\.0\\.1:[0-9]+'
        call(endpoint, '--Command', 'exec sleep 300').code() == 0
        within { process.descendants().count() >= 6 }
        List<ProcessHandle> children = process.descendants().toList()

        when:
        kill(process, signal)

        then:
        process.waitFor(10, TimeUnit.SECONDS)
        process.exitValue() == code
        children.every { gone(it) }
        !listens(port)
        out.readLine() == null
        List<String> said = err.readLines()
        said[0] ==~ /ehpc: E-HPC in region cn-hangzhou, clusters ehpc-hz-localdemo1 and ehpc-hz-localhybrid; .+/
        said[1] == "ehpc: any client: endpoint 127.0.0.1:$port over http, access key id 'local', secret 'local-secret'"
        said[2] == 'ehpc: ehpc itself: ALIBABA_CLOUD_ACCESS_KEY_ID=local ALIBABA_CLOUD_ACCESS_KEY_SECRET=local-secret ' +
                "ehpc --region cn-hangzhou --endpoint $endpoint call ListClusters"
        said[3] ==~ /.*InvokeShellCommand.*/
        said.size() == 4

        cleanup:
        children?.each { it.destroyForcibly() }
        process.destroyForcibly()

        where:
        [signal, code] << signals()
    }

    def 'a script on a local service that a signal ends leaves no process and reports no error'() {
        given:
        Path begun = directory.resolve('begun')
        String script = "cluster('ehpc-hz-localdemo1') { run \"touch \${args[0]}; exec sleep 300\" on nodes.compute }"
        Process process = installation.start(
                [installation.launcher, '--local', '--local-exec', 'host', '-e', script, begun.toString()])
        within { Files.exists(begun) }
        List<ProcessHandle> children = process.descendants().toList()

        when:
        kill(process, 'TERM')
        Ended ended = Ended.of(process)

        then:
        ended == new Ended(143, '', '')
        !children.empty
        children.every { gone(it) }

        cleanup:
        process.destroyForcibly()
        children.each { it.destroyForcibly() }
    }

    private static Ended call(String endpoint, String... words) {
        Map<String, String> keys = [ALIBABA_CLOUD_ACCESS_KEY_ID: 'local', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'local-secret']
        Cli.call(env: keys, (['--region', 'cn-hangzhou', '--endpoint', endpoint, 'call', 'InvokeShellCommand', '--ClusterId',
                'ehpc-hz-localdemo1'] + words.toList()) as String[])
    }

    /** A shell starts background processes with SIGINT ignored, which all their children inherit. */
    private static List<List> signals() {
        Path status = Path.of('/proc/self/status')
        String ignored = Files.exists(status) ? Files.readAllLines(status).find { it.startsWith('SigIgn:') } : null
        boolean interruptible = ignored == null || (new BigInteger(ignored.split(/\s+/)[1], 16) & 2G) == 0G
        [['TERM', 143]] + (interruptible ? [['INT', 130]] : [])
    }

    /** Unlike destroy() this leaves the process's streams open. */
    private static void kill(Process process, String signal) {
        new ProcessBuilder('kill', "-$signal", process.pid().toString()).start().waitFor()
    }

    private static boolean listens(int port) {
        try {
            new Socket('127.0.0.1', port).close()
            return true
        } catch (ConnectException e) {
            return false
        }
    }

    private static boolean gone(ProcessHandle process) {
        within { !process.alive }
    }

    private static boolean within(Closure<Boolean> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15)
        while (!condition() && System.nanoTime() < end) {
            Thread.sleep(20)
        }
        condition()
    }
}
