package ehpc.repl

import ehpc.local.ExecutionMode
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import ehpc.repl.internal.render.TextDiff
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

class DiffSpec extends Specification {

    @Shared
    LocalService service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST).withComputeNodes(5))

    def cleanupSpec() {
        service.close()
    }

    def 'the largest group is shown completely and the others as their differences from it'() {
        expect:
        diff('run \'echo a; case $HOSTNAME in compute000) echo x; exit 2;; compute004) echo b; echo c;; *) echo b;; esac\' on nodes.compute').with {
            [it.code(), it.err().readLines()[0], it.out()]
        } == [1, '-e:1: run \'echo a; case $HOSTNAME in compute000) echo x; exit 2;; compu...\': 4 of 5 nodes ok, 1 failed', '''\
            compute[001-003] (3)
              a
              b
            compute000 (1) failed: exit code 2, differs from compute[001-003]
              @@ -1,2 +1,2 @@
               a
              -b
              +x
            compute004 (1) differs from compute[001-003]
              @@ -1,2 +1,3 @@
               a
               b
              +c
            '''.stripIndent()]
    }

    def 'of groups of one size that of the first node is the one to compare with'() {
        expect:
        diff('run \'case $HOSTNAME in *[02]) echo a;; *) echo b;; esac\' on nodes["compute[000-003]"]').out() == '''\
            compute[000,002] (2)
              a
            compute[001,003] (2) differs from compute[000,002]
              @@ -1,1 +1,1 @@
              -a
              +b
            '''.stripIndent()
    }

    def 'nodes that did not run are neither compared with nor compared'() {
        expect:
        diff('run \'echo $HOSTNAME; false\' waves 1 on nodes.compute').out() == '''\
            compute000 (1) failed: exit code 1
              compute000
            compute[001-004] (4) not-run: stopped after 1 node that is not ok, 0 tolerated
            '''.stripIndent()
    }

    def 'groups that differ only in their outcome are reported with the same output'() {
        expect:
        diff('run \'echo a; test $HOSTNAME != compute002\' on nodes.compute').out() == '''\
            compute[000-001,003-004] (4)
              a
            compute002 (1) failed: exit code 1, same output as compute[000-001,003-004]
            '''.stripIndent()
    }

    def 'equal outputs of all nodes are not compared'() {
        expect:
        diff("run 'echo a' on nodes.compute") == new Ended(0, 'compute[000-004] (5)\n  a\n', '')
    }

    def 'differences have colours if headers have'() {
        expect:
        Remote.call(service, '--color', 'always', 'run', '--diff', '-e',
                'cluster("ehpc-hz-localdemo1") { run \'test $HOSTNAME = compute000 && echo b || echo a\' on nodes["compute[000-002]"] }').out() ==
                '\u001B[32mcompute[001-002] (2)\u001B[0m\n  a\n\u001B[32mcompute000 (1) differs from compute[001-002]\u001B[0m\n' +
                '  \u001B[1m@@ -1,1 +1,1 @@\u001B[0m\n  \u001B[31m-a\u001B[0m\n  \u001B[32m+b\u001B[0m\n'
    }

    def '--diff with --output #format is refused before anything is read'() {
        expect:
        Cli.call('--output', format, 'run', '--diff', 'no.ehpc') ==
                new Ended(2, '', "ehpc: --output must be text for --diff, is '$format'\n")

        where:
        format << ['table', 'json', 'ndjson', 'csv', 'yaml']
    }

    def 'a unified diff of #from and #to'() {
        expect:
        TextDiff.hunks(from, to) == hunks

        where:
        from               | to              || hunks
        'a\nb\n'           | 'a\nb\n'        || []
        ''                 | ''              || []
        ''                 | 'a\n'           || ['@@ -0,0 +1,1 @@', '+a']
        'a\n'              | ''              || ['@@ -1,1 +0,0 @@', '-a']
        'a\n'              | 'a'             || ['@@ -1,1 +1,1 @@', '-a', '+a', '\\ No newline at end of output']
        'a\r\n'            | 'a\n'           || ['@@ -1,1 +1,1 @@', '-a\r', '+a']
        '1\n2\n3\n4\n5\n6' | '1\n2\n3\n4\n5' || ['@@ -2,5 +2,4 @@', ' 2', ' 3', ' 4', '-5', '-6', '\\ No newline at end of output', '+5',
            '\\ No newline at end of output']
    }

    @Timeout(300)
    def 'long texts that have nothing in common are not compared line by line'() {
        given:
        String from = (0..<50_000).collect { "a$it\n" }.join('')
        String to = (0..<50_000).collect { "b$it\n" }.join('')

        when:
        List<String> hunks = TextDiff.hunks('same\n' + from, 'same\n' + to)

        then:
        hunks.size() == 100_002
        hunks[0..2] == ['@@ -1,50001 +1,50001 @@', ' same', '-a0']
        hunks[-1] == '+b49999'
    }

    private Ended diff(String run) {
        Remote.call(service, 'run', '--diff', '-e', "cluster('ehpc-hz-localdemo1') { $run }")
    }
}
