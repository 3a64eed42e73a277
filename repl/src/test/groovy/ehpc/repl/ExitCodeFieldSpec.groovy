package ehpc.repl

import ehpc.local.ExecutionMode
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import ehpc.repl.internal.render.PrettyJson
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Exit codes of records as the service may write them, over HTTP and in every form of output. */
class ExitCodeFieldSpec extends Specification {

    private static final String SCRIPT = "cluster('ehpc-hz-localdemo1') { run 'true' on node('login0') }"

    @Shared
    LocalService local = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

    @AutoCleanup
    RewrittenService service = new RewrittenService(local)

    def cleanupSpec() {
        local.close()
    }

    def 'an exit code #code is #outcome'() {
        given:
        records(ExitCode: code)

        when:
        Ended ended = service.call('--output', 'csv', '-e', SCRIPT)

        then:
        ended.code() == end
        ended.out().readLines()[1].split(',', -1)[6, 7] == [outcome, shown]

        where:
        code          || outcome   | shown         | end
        0             || 'ok'      | '0'           | 0
        '0'           || 'ok'      | '0'           | 0
        1             || 'failed'  | '1'           | 1
        -1            || 'failed'  | '-1'          | 1
        2147483648L   || 'failed'  | '2147483648'  | 1
        4294967295L   || 'failed'  | '4294967295'  | 1
        -2147483649L  || 'failed'  | '-2147483649' | 1
        '4294967295'  || 'failed'  | '4294967295'  | 1
        3.5           || 'unknown' | ''            | 4
        'abc'         || 'unknown' | ''            | 4
        true          || 'unknown' | ''            | 4
        ''            || 'ok'      | ''            | 0
        null          || 'ok'      | ''            | 0
    }

    def 'an exit code beyond 32 bits is a number in every form: #form'() {
        given:
        records(ExitCode: 4294967295L)

        expect:
        service.call('--output', form, '-e', SCRIPT).out().contains(shown)

        where:
        form     || shown
        'text'   || 'login0 (1) failed: exit code 4294967295\n'
        'table'  || '4294967295'
        'json'   || '"exitCode":4294967295'
        'ndjson' || '"exitCode":4294967295'
        'yaml'   || 'exitCode: 4294967295'
    }

    def 'a field that cannot be read is named in the text and in the records'() {
        given:
        records(Success: 'perhaps')

        expect:
        service.call('-e', SCRIPT).out() ==~ /login0 \(1\) unknown: Success of i-\w+ is 'perhaps', not true or false\n/
        PrettyJson.read(service.call('--output', 'json', '-e', SCRIPT).out())[0].with { [it.outcome, it.exitCode] } == ['unknown', null]
    }

    def 'with --maxrc a code that no process has counts as 255, and one that cannot be read is unknown'() {
        when:
        records(ExitCode: 4294967296L)

        then:
        service.call('run', '--maxrc', '-e', SCRIPT).code() == 255

        when:
        records(ExitCode: '3.5')

        then:
        service.call('run', '--maxrc', '-e', SCRIPT).code() == 4
    }

    def 'a script reads the code as a number, and an unknown one is not ok'() {
        when:
        records(ExitCode: 4294967295L)

        then:
        ran() == '4294967295 false true\n'

        when:
        records(ExitCode: 'abc')

        then:
        ran() == 'null false true\n'
    }

    private String ran() {
        service.call('-e', "cluster('ehpc-hz-localdemo1') { def r = run 'true' on node('login0'); " +
                'println "${r[\'login0\'].exitCode} ${r.ok} ${r.failed}" }').out()
    }

    private void records(Map fields) {
        service.rule = { String operation, Map p, Map answer ->
            if (operation == 'ListInvocationResults') {
                answer.InvocationResults.InvocationResult.each { it.putAll(fields) }
            }
        }
    }
}
