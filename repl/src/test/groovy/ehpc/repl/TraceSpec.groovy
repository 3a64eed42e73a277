package ehpc.repl

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Requests to the service, shown as they happen. */
class TraceSpec extends Specification {

    private static final String ONE = /-> (\w+)\{.*\}\n<- (\w+) ok, \d+ ms, request [0-9A-F-]+\n/

    @TempDir
    Path directory

    def '--trace shows the requests of ehpc #command on standard error, and its results stay as they are'() {
        given:
        Path script = Files.writeString(directory.resolve('s.ehpc'), 'println clusters.size()')
        String[] words = command.replace('FILE', "$script").split(' ')

        when:
        Ended plain = Cli.call(words)
        Ended traced = Cli.call('--trace', *words)

        then:
        plain.code() == 0
        plain.err() == ''
        traced.code() == 0
        traced.out() == plain.out()
        traced.err() ==~ "(?:$ONE)+"
        traced.err().contains('-> ListClusters{')

        where:
        command << ['--local run FILE', '--local plan FILE', '--local call ListClusters --output csv',
                    '--local call ListClusters --all-pages --output csv']
    }

    def 'a refusal is shown with its code, and without a stack trace'() {
        when:
        Ended ended = Cli.call('--trace', '--local', 'call', 'DescribeCluster', '--ClusterId', 'ehpc-hz-nothere')

        then:
        ended.code() == 3
        ended.err().readLines().take(2)*.replaceAll(/\d+ ms, request [0-9A-F-]+/, 'N ms') == [
                '-> DescribeCluster{ClusterId=ehpc-hz-nothere}',
                '<- DescribeCluster http 404 ClusterNotFound, N ms']
        !ended.err().contains('\tat ')
    }

    def '--trace masks a secret'() {
        when:
        Ended ended = Cli.call(env: [PASSWORD: 'CANARY8pass!'], '--trace', '--local', '-e',
                "api.addUsers(clusterId: 'ehpc-hz-localdemo1', user: [[name: 'marymary', group: 'users', password: secret('PASSWORD')]])")

        then:
        ended.err().contains('-> AddUsers{')
        !ended.err().contains('CANARY')
    }

    def '--trace masks a secret in a command, also if it is quoted for a shell: #words'() {
        when:
        Ended ended = Cli.call(env: [PASSWORD: "it's CANARY"], *words, '-e',
                "cluster('ehpc-hz-localdemo1') { run \"echo \${secret('PASSWORD').reveal()}\" on nodes.login }")

        then:
        ended.code() == 0
        ended.err().contains("Command=echo '***'") == words.contains('run')
        !ended.err().contains('CANARY')

        where:
        words << [['--trace', '--local', 'run'], ['--trace', '--local', 'plan']]
    }
}
