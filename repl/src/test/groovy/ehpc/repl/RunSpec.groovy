package ehpc.repl

import ehpc.local.ExecutionMode
import ehpc.local.Fault
import ehpc.local.Faults
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import groovy.json.JsonSlurper
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Scripts from the command line to nodes and back. */
class RunSpec extends Specification {

    private static final String SAY_HI = "cluster('ehpc-hz-localdemo1') { run 'echo hi' on nodes.compute }\n"
    private static final String HI = 'compute[000-003] (4)\n  hi\n'

    @TempDir
    Path directory

    @Shared
    LocalService service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

    def cleanupSpec() {
        service.close()
    }

    def 'a service is started in the process for --local, and its nodes answer'() {
        when:
        Ended ended = Cli.call('--local', '--local-exec', 'host', '--nodes', '2', 'run', file(SAY_HI))

        then:
        ended.code() == 0
        ended.out() == 'compute[000-001] (2)\n  hi\n'
        ended.err() == ''
    }

    def 'a script that calls System.exit ends ehpc with its code, and its output is complete: #options'() {
        when:
        Ended ended = remote(*options, 'run', file(SAY_HI + 'println 3\nSystem.exit(code)\nprintln 4\n'.replace('code', code as String)))

        then:
        ended.code() == code
        ended.err() == err
        (options ? new JsonSlurper().parseText(ended.out())*.output == ['hi\n'] * 4 : ended.out() == HI + '3\n')

        where:
        options              | code || err
        []                   | 0    || ''
        []                   | 33   || ''
        ['--output', 'json'] | 33   || '3\n'
    }

    def 'an option of ehpc after a script that reads no args is named: #arguments'() {
        when:
        Ended ended = Cli.call(*before, 'run', file(script), *arguments)

        then:
        ended.code() == 0
        ended.out() == printed
        ended.err() == (named ? "ehpc: '$named' after the script is an argument of the script, which reads no args;"
                + ' write options of ehpc before the script\n' : '')

        where:
        script         | before    | arguments              || printed             | named
        'println 1'    | []        | ['--output', 'json']   || '1\n'               | '--output'
        'println 1'    | []        | ['a', '--output=json'] || '1\n'               | '--output'
        'println 1'    | []        | ['--diff']             || '1\n'               | '--diff'
        'println 1'    | []        | ['-q']                 || '1\n'               | '-q'
        'println 1'    | ['-q']    | ['--output', 'json']   || '1\n'               | ''
        'println 1'    | []        | ['--out', 'json', 'x'] || '1\n'               | ''
        'println args' | []        | ['--output', 'json']   || '[--output, json]\n' | ''
    }

    def 'an option among the arguments of a script is not one of ehpc: #options'() {
        when:
        Ended ended = Cli.call(*options, 'run', file('println args\nthrow new IllegalStateException("x")'), *arguments)

        then:
        ended.out() == "$arguments\n"
        ended.err().contains('\tat ') == shown

        where:
        options     | arguments   || shown
        []          | ['--debug'] || false
        ['--debug'] | []          || true
    }

    def 'a script comes from #where'() {
        when:
        Ended ended = remote(input: input, *(words.collect { it == 'FILE' ? file(SAY_HI) : it }))

        then:
        ended.code() == 0
        ended.out() == HI
        ended.err() == ''

        where:
        where                        | words              | input
        'a file'                     | ['FILE']           | ''
        'a file, by the command run' | ['run', 'FILE']    | 'not read'
        'the command line'           | ['-e', SAY_HI]     | 'not read'
        'standard input'             | []                 | SAY_HI
        'standard input, named'      | ['-']              | SAY_HI
        'standard input, with run'   | ['run', '-']       | SAY_HI
    }

    def 'an empty set of nodes is stopped by a rule, with a code of its own'() {
        when:
        Ended ended = remote('-e', "cluster('ehpc-hz-localdemo1') { run 'echo hi' on nodes.where { false } }")

        then:
        ended.code() == 5
        ended.out() == ''
        ended.err() == '-e:1: no nodes: nodes.where { } matched none; add .allowEmpty() to it if that is intended\n' +
                "  cluster('ehpc-hz-localdemo1') { run 'echo hi' on nodes.where { false } }\n"
    }

    def 'a first line for the system and a byte order mark are no part of a script'() {
        expect:
        remote(file('#!/usr/bin/env ehpc\n' + SAY_HI)).out() == HI
        remote(file('\uFEFF' + SAY_HI)).out() == HI
    }

    def 'words after a script belong only to the script: #words'() {
        when:
        Ended ended = remote(input: 'println args', *words.collect { it == 'FILE' ? file('println args') : it })

        then:
        ended.code() == 0
        ended.out() == "$args\n"

        where:
        words                                           || args
        ['FILE']                                        || []
        ['FILE', '--local', '-e', '--help', 'é 计', '']  || ['--local', '-e', '--help', 'é 计', '']
        ['run', 'FILE', 'run', '--', '-x']              || ['run', '--', '-x']
        ['-', '--output', 'no']                         || ['--output', 'no']
        ['-e', 'println args', 'call', '--region']      || ['call', '--region']
        ['-e', 'println(', '-e', 'args)', 'run']        || ['run']
    }

    def 'a script sees the environment and prints in order with its results'() {
        when:
        Ended ended = remote(env: [WHO: 'me'], '-e', "println env.WHO\n${SAY_HI}println 'done'".toString())

        then:
        ended.out() == "me\n${HI}done\n"
    }

    def 'a script needs no region, and can choose one itself'() {
        given:
        Map<String, String> keys = [ALIBABA_CLOUD_ACCESS_KEY_ID: 'local', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'local-secret']
        List<String> words = ['--endpoint', service.endpoint().toString(), '-e']

        expect:
        Cli.call('-e', 'println 1').out() == '1\n'
        Cli.call(env: keys, *words, "region 'cn-hangzhou'\n" + SAY_HI).out() == HI
        Cli.call(env: keys, *words, SAY_HI) == new Ended(2, '', "-e:1: no region is set\n  ${SAY_HI}  next: add --region cn-hangzhou, or set " +
                "ALIBABA_CLOUD_REGION_ID, region_id of the profile in ~/.aliyun/config.json, or region 'cn-hangzhou' in a script\n")
    }

    def 'a failed node fails the script after its results are printed'() {
        when:
        Ended ended = remote('-e', "println 1\ncluster('ehpc-hz-localdemo1') { run 'echo no; exit 3' on nodes.compute }")

        then:
        ended.code() == 1
        ended.out() == '1\ncompute[000-003] (4) failed: exit code 3\n  no\n'
        ended.err() == "-e:2: run 'echo no; exit 3': 0 of 4 nodes ok, 4 failed\n" +
                "  cluster('ehpc-hz-localdemo1') { run 'echo no; exit 3' on nodes.compute }\n  not ok: compute[000-003]\n"
    }

    def 'all problems of a script are reported before anything is sent'() {
        given:
        int before = service.requests().size()

        when:
        Ended ended = remote(file("cluster('ehpc-hz-localdemo1') {\n    run 'echo hi' on nodes\n    rum 'x'\n    run 'echo'\n}\n"))

        then:
        ended.code() == 2
        ended.out() == ''
        ended.err().contains(":3:5: unknown word 'rum'; did you mean 'run'? [unknown-word]\n      rum 'x'\n      ^\n")
        ended.err().contains(":4:5: run 'echo' has no nodes; add: on nodes [no-nodes]\n")
        service.requests().size() == before
    }

    def 'exit code #code: #what'() {
        when:
        Ended ended = remote('-e', script)

        then:
        ended.code() == code
        ended.out() == ''
        ended.err() ==~ message

        where:
        what                          | script                                                               || code | message
        'a cluster that is not there' | "cluster('ehpc-hz-nope') { run 'echo' on nodes }"                    || 3    | /(?s)-e:1: ListNodes: ClusterNotFound: .*\(request id \S+\)\n.*next: ehpc call ListClusters.*\n/
        'a node that is not there'    | "cluster('ehpc-hz-localdemo1') { run 'echo' on node('compute999') }" || 2    | /(?s)-e:1: .*'compute999'.*\n/
        'one that raises controls'    | 'throw new Exception("\\u001b]0;x\\u0007")'                        || 1    | /(?s)-e:1: the script raised Exception: \\u001b\]0;x\\u0007\n.*/
        'a script that raises'        | "throw new IllegalStateException('no')"                              || 1    | /(?s)-e:1: the script raised IllegalStateException: no\n.*\n/
        'a syntax error'              | "cluster('x') {"                                                     || 2    | /(?s)-e:1:\d+: .*\n/
    }

    def 'a refusal after a sent command does not report that nothing was sent'() {
        when:
        Ended ended = remote('-e', "cluster('ehpc-hz-localdemo1') { def r = run 'true' on nodes }\ncluster('ehpc-hz-nope') { run 'true' on nodes }")

        then:
        ended.code() == 1
        ended.err().startsWith('-e:2: ListNodes: ClusterNotFound: ')
    }

    def 'without a marker, a command whose answer is lost is reported as unknown, and not sent again'() {
        given:
        LocalService losing = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST)
                .withFaults(Faults.none().always('InvokeShellCommand', Fault.lostAnswer())))

        when:
        Ended ended = remote(service: losing, 'run', '--no-marker', '-e', SAY_HI)

        then:
        ended.code() == 4
        ended.err().startsWith('-e:1: ')
        losing.requests().count { it.action() == 'InvokeShellCommand' } == 1

        cleanup:
        losing.close()
    }

    def 'an unreachable service is reported with its address'() {
        when:
        Ended ended = remote(endpoint: 'http://127.0.0.1:1', '-e', SAY_HI)

        then:
        ended.code() == 3
        ended.err().startsWith('-e:1: ListNodes: not sent: ')
        ended.err().contains('127.0.0.1:1')
        ended.err().contains('it is safe to try again')
    }

    def 'a wrong #what is refused by the service, and never shown'() {
        when:
        Ended ended = remote(env: env, '-e', SAY_HI)

        then:
        ended.code() == 3
        ended.err().startsWith("-e:1: ListNodes: $code: ")
        !(ended.out() + ended.err()).contains('Secret8')

        where:
        what     | env                                          || code
        'key id' | [ALIBABA_CLOUD_ACCESS_KEY_ID: 'nobody']       || 'InvalidAccessKeyId.NotFound'
        'secret' | [ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'Secret8']  || 'SignatureDoesNotMatch'
    }

    def 'colours distinguish groups that are ok from those that are not'() {
        expect:
        remote('--color', 'always', '-e', SAY_HI).out() == '\u001B[32mcompute[000-003] (4)\u001B[0m\n  hi\n'
        remote('--color', 'always', '-e', SAY_HI.replace('echo hi', 'false')).out() ==
                '\u001B[31mcompute[000-003] (4) failed: exit code 1\u001B[0m\n'
    }

    def 'a script whose reader goes away is carried out to its end'() {
        given:
        OutputStream gone = new OutputStream() {
            @Override
            void write(int b) throws IOException {
                throw new IOException('Broken pipe')
            }
        }
        int before = service.requests().count { it.action() == 'InvokeShellCommand' }

        when:
        Ended ended = remote(out: gone, '-e', SAY_HI + SAY_HI)

        then:
        ended.code() == 141
        ended.err() == ''
        service.requests().count { it.action() == 'InvokeShellCommand' } == before + 2
    }

    def 'an unchanged script is kept compiled in the cache directory of its owner'() {
        given:
        Path cache = directory.resolve('cache')
        String script = file("println 'kept'")

        expect:
        remote(env: [XDG_CACHE_HOME: cache.toString()], script).out() == 'kept\n'
        remote(env: [XDG_CACHE_HOME: cache.toString()], script).out() == 'kept\n'
        Files.list(cache.resolve('ehpc/scripts')).withCloseable { it.count() } == 1
    }

    private String file(String text) {
        Files.writeString(directory.resolve('a script.ehpc'), text).toString()
    }

    private Ended remote(Map options = [:], String... words) {
        LocalService to = (options.service ?: service) as LocalService
        Map<String, String> keys = [ALIBABA_CLOUD_ACCESS_KEY_ID: to.accessKeyId(), ALIBABA_CLOUD_ACCESS_KEY_SECRET: to.accessKeySecret()]
        List<String> account = ['--region', 'cn-hangzhou', '--endpoint', (options.endpoint ?: to.endpoint()).toString()]
        Cli.call(options + [env: keys + ((options.env ?: [:]) as Map)], (account + words.toList()) as String[])
    }
}
