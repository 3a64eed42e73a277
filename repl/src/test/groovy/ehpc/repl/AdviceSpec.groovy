package ehpc.repl

import ehpc.local.ExecutionMode
import ehpc.local.Fault
import ehpc.local.Faults
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** The command in a message runs in a shell without changes. */
@Timeout(90)
class AdviceSpec extends Specification {

    static final String CLUSTER = 'ehpc-hz-localdemo1'

    /** A name that a shell would read as several words, were it not quoted. */
    static final String PROFILE = "o'brien & co"

    static final String CONFIG = """{"current": "other", "profiles": [
        {"name": "$PROFILE", "mode": "AK", "access_key_id": "local", "access_key_secret": "local-secret", "region_id": "cn-hangzhou"},
        {"name": "other", "mode": "AK", "access_key_id": "nobody", "access_key_secret": "no-secret"}]}"""

    @Shared
    @TempDir
    Path directory

    @Shared
    Installation installation

    @Shared
    @AutoCleanup
    LocalService service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

    def setupSpec() {
        installation = new Installation(directory.resolve('an installation'))
        Files.createDirectories(directory.resolve('home/.aliyun'))
        Files.writeString(directory.resolve('home/.aliyun/config.json'), CONFIG)
    }

    def cleanup() {
        service.inject(Faults.none())
    }

    def 'the advice after #what works, with the profile, region and endpoint of the run'() {
        given:
        service.inject(Faults.none().always(operation, fault))

        when:
        Ended ended = call(script)
        service.inject(Faults.none())
        String next = ended.err().readLines().find { it.contains('next: ') } - ~/.*next: /

        then:
        ended.code() == code
        next == "ehpc $typed --profile 'o'\\''brien & co' --region cn-hangzhou --endpoint ${service.endpoint()}"
                .replace('ID', (next =~ /--CommandId (\S+)/).with { it.find() ? it.group(1) : '' })

        when:
        Ended again = enter(next)

        then:
        again.code() == 0
        again.err() == ''
        again.out().contains(promised)

        where:
        what                                 | operation               | fault                                       | script                                                  || code | typed                                                                               | promised
        'results are refused'                | 'ListInvocationResults' | Fault.error(403, 'Forbidden.RAM', 'not yours') | "cluster('$CLUSTER') { run 'echo hi' on node('login0') }" || 4    | "call ListInvocationResults --ClusterId $CLUSTER --CommandId ID --all-pages" | '"Message": "hi\\n"'
        'the answer to a submit is lost'     | 'InvokeShellCommand'    | Fault.lostAnswer()                          | "cluster('$CLUSTER') { run 'echo lost' on node('login0') }" || 4    | "call ListCommands --ClusterId $CLUSTER --all-pages"                            | '"CommandContent": "echo lost"'
        'a cluster is not there'             | 'ListClusters'          | Fault.throttled()                           | "cluster('ehpc-hz-nope') { println nodes }"                || 3    | 'call ListClusters'                                                                   | CLUSTER
        'a cluster is busy'                  | 'InvokeShellCommand'    | Fault.error(403, 'InvalidClusterStatus', 'no') | "cluster('$CLUSTER') { run 'true' on nodes }"           || 3    | "call DescribeCluster --ClusterId $CLUSTER"                                         | '"Status": "running"'
        'the cluster does not do its work'   | 'InvokeShellCommand'    | Fault.error(406, 'AgentError', 'no')        | "cluster('$CLUSTER') { run 'true' on nodes }"             || 3    | "call ListNodes --ClusterId $CLUSTER --Role Manager"                               | 'manager0'
        'a key is refused'                   | 'ListNodes'             | Fault.error(404, 'InvalidAccessKeyId.NotFound', 'no') | "cluster('$CLUSTER') { println nodes }"           || 3    | 'whoami'                                                                            | "profile '$PROFILE'"
    }

    def 'the advice to read help needs no account'() {
        given:
        service.inject(Faults.none().always('ListNodes', Fault.error(400, 'InvalidParams', 'no')))

        when:
        Ended ended = call("cluster('$CLUSTER') { println nodes }")

        then:
        ended.err().contains('next: ehpc help ListNodes\n')
        enter('ehpc help ListNodes').out().startsWith('ListNodes')
    }

    def 'the clocks of both sides are reported, by a script and by a call'() {
        given:
        service.inject(Faults.none().always('ListNodes', Fault.error(400, code, 'Specified time stamp is expired.')))
        String clocks = /next: check the clock of this machine: its time is \S+Z, that of the service's answer is \S+Z\n/

        expect:
        call("cluster('$CLUSTER') { println nodes }").err() =~ clocks
        Remote.call(service, 'call', 'ListNodes', '--ClusterId', CLUSTER).err() =~ clocks

        where:
        code << ['InvalidTimeStamp.Expired', 'IllegalTimestamp']
    }

    def 'a failure on this machine gets advice: #what'() {
        when:
        List<String> command = words + ['--region', 'cn-hangzhou', '-e', 'println regions']
        Ended ended = Cli.call(env: env + [HOME: directory.resolve('home').toString()], command as String[])

        then:
        ended.code() == 3
        ended.err().readLines()[0] == '-e:1: ListRegions: not sent: ' + told
        ended.err().readLines().drop(2) == ['  this call had no effect' + again, "  next: $next".toString()]

        where:
        what                | env                                            | words                                               || told                                                                                                                        | again                         | next
        'the profile'       | [:]                                            | ['--profile', 'othr']                               || "profile 'othr' not found in ~/.aliyun/config.json or ~/.alibabacloud/credentials.ini; did you mean 'other'?"            | ''                            | 'ehpc whoami --profile othr --region cn-hangzhou'
        'a name'            | [:]                                            | ['--endpoint', 'no-such-host.invalid']              || 'no-such-host.invalid has no address'                                     | '; it is safe to try again'   | 'check the region, the endpoint and DNS'
        'the proxy'         | [HTTPS_PROXY: 'http://no-such-proxy.invalid:1'] | []                                                  || 'the proxy no-such-proxy.invalid:1 has no address'                        | '; it is safe to try again'   | 'check the proxy: HTTPS_PROXY, and NO_PROXY for hosts that need none'
        'the proxy address' | [HTTPS_PROXY: 'ftp://proxy']                   | []                                                  || 'HTTPS_PROXY must be a URL, such as http://proxy.example.com:3128'                                                                                                                        | ''                            | 'check the proxy: HTTPS_PROXY, and NO_PROXY for hosts that need none'
    }

    private Ended call(String script) {
        Cli.call(env: [HOME: directory.resolve('home').toString()],
                '--profile', PROFILE, '--region', 'cn-hangzhou', '--endpoint', service.endpoint().toString(), 'run', '--no-journal', '-e', script)
    }

    private Ended enter(String line) {
        Ended.of(installation.start(env: [HOME: directory.resolve('home').toString()], ['sh', '-c', line]))
    }
}
