package ehpc.repl

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

class LocalCommandSpec extends Specification {

    @TempDir
    Path directory

    def 'a port in use is reported, and nothing is started'() {
        given:
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.loopbackAddress)

        when:
        Ended ended = Cli.call('local', '--port', taken.localPort.toString())

        then:
        ended.code() == 2
        ended.out() == ''
        ended.err().startsWith('ehpc: ')
        ended.err().contains(taken.localPort.toString())
        ended.err().count('\n') == 1

        cleanup:
        taken.close()
    }

    def 'a data directory that is a file is reported'() {
        given:
        Path file = Files.writeString(directory.resolve('file'), '')

        when:
        Ended ended = Cli.call('local', '--data', file.toString())

        then:
        ended.code() == 2
        ended.out() == ''
        ended.err().startsWith('ehpc: ')
        ended.err().contains(file.toString())
        ended.err().count('\n') == 1
    }

    def 'a scheduler that is none, or that cannot run here, is reported'() {
        expect:
        Cli.call('local', *arguments) == new Ended(2, '', "ehpc: $message\n")

        where:
        arguments                                          || message
        ['--scheduler', 'slrum']                           || "--scheduler must be builtin or slurm, is 'slrum'; did you mean 'slurm'?"
        ['--local-exec', 'host', '--scheduler', 'slurm']   || 'Slurm cannot run jobs here: it needs commands that bubblewrap isolates with user namespaces; ' +
                'they are not isolated: plain processes of this machine, as user ' + uid() + ' of this machine'
    }

    def 'the service says which scheduler runs jobs'() {
        given:
        PipedInputStream reading = new PipedInputStream()
        PipedOutputStream out = new PipedOutputStream(reading)
        CompletableFuture<Ended> ended = new CompletableFuture<>()
        Thread service = Thread.start {
            ended.complete(Cli.call(out: out, 'local', '--local-exec', 'host', '--scheduler', 'builtin'))
        }

        when:
        new BufferedReader(new InputStreamReader(reading)).readLine()
        service.interrupt()

        then:
        ended.get(10, TimeUnit.SECONDS).err().readLines()[0].endsWith('; jobs by the built-in queue')

        cleanup:
        service.interrupt()
    }

    private static int uid() {
        Files.getAttribute(Path.of('/proc/self'), 'unix:uid') as int
    }

    def 'keys of the environment are in force, and the secret is not shown'() {
        given:
        Map<String, String> keys = [EHPC_LOCAL_ACCESS_KEY_ID: 'me', EHPC_LOCAL_ACCESS_KEY_SECRET: 'Secret8']
        PipedInputStream reading = new PipedInputStream()
        PipedOutputStream out = new PipedOutputStream(reading)
        CompletableFuture<Ended> ended = new CompletableFuture<>()
        Thread service = Thread.start { ended.complete(Cli.call(out: out, env: keys, 'local', '--local-exec', 'host', '--nodes', '3')) }
        String endpoint = new BufferedReader(new InputStreamReader(reading)).readLine() - 'listening on '

        when:
        Ended answer = Cli.call(env: [ALIBABA_CLOUD_ACCESS_KEY_ID: 'me', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'Secret8'], '--output', 'text',
                '--region', 'cn-hangzhou', '--endpoint', endpoint, 'call', 'ListNodes', '--ClusterId', 'ehpc-hz-localdemo1', '--Role', 'Compute')
        service.interrupt()
        Ended stopped = ended.get(10, TimeUnit.SECONDS)

        then:
        answer.code() == 0
        answer.out().readLines().size() == 4
        stopped.code() == 130
        stopped.err().contains("access key id 'me', secret '\$EHPC_LOCAL_ACCESS_KEY_SECRET'")
        !stopped.err().contains('Secret8')

        cleanup:
        service.interrupt()
    }

    def 'the pace of transitions is an option'() {
        given:
        PipedInputStream reading = new PipedInputStream()
        PipedOutputStream out = new PipedOutputStream(reading)
        CompletableFuture<Ended> ended = new CompletableFuture<>()
        Thread service = Thread.start { ended.complete(Cli.call(out: out, 'local', '--local-exec', 'host', '--transitions', '1-look')) }
        String endpoint = new BufferedReader(new InputStreamReader(reading)).readLine() - 'listening on '
        Map<String, Object> keys = [env: [ALIBABA_CLOUD_ACCESS_KEY_ID: 'local', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'local-secret']]

        when:
        Ended looked = Cli.call(keys, '--region', 'cn-hangzhou', '--endpoint', endpoint, '-e', """
            def made = api.createCluster(name: 'made', keyPairName: 'key')
            4.times { println clusters.find { it.id == made.clusterId }.status }""")

        then:
        looked.out() == 'uninit\ncreating\ninit\nrunning\n'

        cleanup:
        service.interrupt()
    }

    def 'faults are played for any client, and the log names them'() {
        given:
        Path file = Files.writeString(directory.resolve('faults.yaml'), 'seed: 7\nrules:\n  - {fault: throttled, operation: ListRegions, times: 1}\n')
        PipedInputStream reading = new PipedInputStream()
        PipedOutputStream out = new PipedOutputStream(reading)
        CompletableFuture<Ended> ended = new CompletableFuture<>()
        Thread service = Thread.start { ended.complete(Cli.call(out: out, 'local', '--local-exec', 'host', '--log', '--faults', file.toString())) }
        String endpoint = new BufferedReader(new InputStreamReader(reading)).readLine() - 'listening on '

        when:
        Ended answer = Cli.call(env: [ALIBABA_CLOUD_ACCESS_KEY_ID: 'local', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'local-secret'], '--output', 'text',
                '--region', 'cn-hangzhou', '--endpoint', endpoint, 'call', 'ListRegions')
        service.interrupt()
        List<String> lines = ended.get(10, TimeUnit.SECONDS).err().readLines()

        then:
        answer.code() == 0
        lines.contains("ehpc: faults of '$file' are active, with seed 7; repeat them with --seed 7".toString())
        lines.findAll { it.contains(' ListRegions ') }*.replaceAll(/^\S+: \S+ |^\S+Z |\d+ms \S+/, '') ==
                ['GET ListRegions 400 Throttling.User  faults=throttled', 'GET ListRegions 200 OK ']

        cleanup:
        service.interrupt()
    }
}
