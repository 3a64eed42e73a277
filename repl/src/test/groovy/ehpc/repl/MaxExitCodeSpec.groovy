package ehpc.repl

import ehpc.NodeResult
import ehpc.Outcome
import ehpc.RunResult
import ehpc.command.Command
import ehpc.local.ExecutionMode
import ehpc.local.Fault
import ehpc.local.Faults
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import ehpc.node.Node
import ehpc.repl.internal.result.MaxExitCode
import spock.lang.Shared
import spock.lang.Specification

/** --maxrc, row by row as dsl/docs/outcomes.md has it. */
class MaxExitCodeSpec extends Specification {

    @Shared
    LocalService service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

    def cleanupSpec() {
        service.close()
    }

    def 'the exit code is #with with --maxrc and #without without it: #script'() {
        given:
        String whole = "cluster('ehpc-hz-localdemo1') { $script }"

        expect:
        Remote.call(service, 'run', '--maxrc', '-e', whole).code() == with
        Remote.call(service, 'run', '-e', whole).code() == without

        where:
        script                                                              || with | without
        "run 'true' on nodes"                                               || 0    | 0
        'println 1'                                                         || 0    | 0
        "run 'exit 7' on nodes"                                             || 7    | 1
        'run \'exit ${HOSTNAME#compute00}\' on nodes.compute'       || 3    | 1
        'run \'exit ${HOSTNAME#compute00}\' tolerate 3 on nodes.compute' || 3 | 0
        "run 'exit 7' tolerate 1 on node('login0'); run 'exit 2' tolerate 1 on node('login0')" || 7 | 0
        "def r = run 'exit 9' on nodes.compute; r.ok"                       || 9    | 0
        "def r = run 'exit 9' on nodes.compute; r.ok; run 'exit 2' on nodes"      || 9    | 1
        "run 'exit 255' on node('login0')"                                  || 255  | 1
        "run 'sleep 30' timeout 1.second on node('login0')"                 || 124  | 1
        "run 'exit 7' waves 1 on nodes.compute"                             || 1    | 1
        "run 'exit 7' tolerate 1 on node('login0'); throw new IOException('x')" || 1 | 1
        "def r = run 'exit 7' on node('login0'); r.ok; run 'true' on nodes.where { false }" || 5 | 5
        "def r = run 'exit 7' on node('login0'); r.ok; run 'true' on node('nope')" || 1   | 1
    }

    def 'the greatest of several clusters at a time counts'() {
        expect:
        Remote.call(service, 'run', '--maxrc', '-e', "parallel {\n    cluster('ehpc-hz-localdemo1') { run 'exit 8' on nodes }\n" +
                "    cluster('ehpc-hz-localhybrid') { run 'sleep 0.1; exit 9' on nodes }\n}").code() in [8, 9]
    }

    def 'the failure is reported as without --maxrc'() {
        expect:
        Remote.call(service, 'run', '--maxrc', '-e', "cluster('ehpc-hz-localdemo1') { run 'exit 7' on node('login0') }") ==
                new Ended(7, 'login0 (1) failed: exit code 7\n', "-e:1: run 'exit 7': 0 of 1 node ok, 1 failed\n" +
                        "  cluster('ehpc-hz-localdemo1') { run 'exit 7' on node('login0') }\n  not ok: login0\n")
    }

    def 'an unknown outcome keeps its code'() {
        given:
        LocalService losing = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST)
                .withFaults(Faults.none().always('InvokeShellCommand', Fault.lostAnswer())))

        expect:
        Remote.call(losing, 'run', '--no-marker', '--maxrc', '-e', "cluster('ehpc-hz-localdemo1') { run 'exit 7' on nodes }").code() == 4

        cleanup:
        losing.close()
    }

    def 'an exit code that no process can end with counts as 255: #code'() {
        given:
        Node node = Node.unlisted('ehpc-hz-1', 'i-1')
        MaxExitCode codes = new MaxExitCode()

        when:
        codes.ran(new RunResult('', 'ehpc-hz-1', Command.of('true'),
                [new NodeResult(node, Outcome.FAILED, OptionalLong.of(code), '', '', 'c-1', '')], 0))

        then:
        codes.greatest() == 255

        where:
        code << [-1, 256, Integer.MIN_VALUE, Integer.MAX_VALUE, 1L << 32, Long.MIN_VALUE]
    }
}
