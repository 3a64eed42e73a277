package ehpc.local.internal.exec

import java.nio.file.Files
import java.util.concurrent.CountDownLatch
import java.util.concurrent.ForkJoinPool
import java.util.concurrent.TimeUnit
import java.util.stream.Collectors
import spock.lang.Specification

class CommandLoopSpec extends Specification {

    def '200 nodes run a command at once'() {
        given:
        def nodes = NodeLab.open(way)

        when:
        def executions = (1..200).collect { nodes.start('echo $HOSTNAME; exit 2', [node: "i-$it".toString(), host: "compute$it".toString()]) }
        def exits = executions*.exit()*.get(120, TimeUnit.SECONDS)

        then:
        exits*.kind().toSet() == [Exit.Kind.FINISHED] as Set
        exits*.code().toSet() == [2] as Set
        exits.collect { NodeLab.text(it) } == (1..200).collect { "compute$it\n".toString() }

        cleanup:
        nodes?.close()

        where:
        way << [NodeLab.HERE.root() ? 'unshare, root' : 'unshare, a user']
    }

    def 'commands start in the order in which they came, not more at once than allowed'() {
        given:
        def nodes = NodeLab.open('plain', 3)
        def log = Files.createFile(nodes.world.resolve('log'))

        when:
        def executions = (1..12).collect {
            nodes.start("echo start $it >> $log; sleep 0.0${it % 3 + 1}; echo end $it >> $log", [node: "n$it".toString()])
        }
        executions*.exit()*.get(60, TimeUnit.SECONDS)
        def lines = Files.readAllLines(log)
        int running = 0
        int most = lines.collect { running += it.startsWith('start') ? 1 : -1 }.max()

        then:
        lines.size() == 24
        most <= 3
        // Of the three that may be under way together, any may come first.
        lines.findAll { it.startsWith('start') }.withIndex().every { line, i -> Math.abs(line.split(' ')[1].toInteger() - 1 - i) <= 2 }

        cleanup:
        nodes?.close()
    }

    def 'a command that waits is killed without ever running'() {
        given:
        def nodes = NodeLab.open('plain', 1)
        def first = nodes.start('sleep 60')
        def second = nodes.start('touch ~/ran')

        when:
        second.kill()
        def exit = second.exit().get(20, TimeUnit.SECONDS)
        first.kill()
        first.exit().get(20, TimeUnit.SECONDS)

        then:
        exit.kind() == Exit.Kind.KILLED
        exit.output().length == 0
        !Files.exists(nodes.node('n1').resolve('root/ran'))

        cleanup:
        nodes?.close()
    }

    def 'however much a command writes, it ends, and its output is bounded'() {
        given:
        def nodes = NodeLab.open('plain', 256, 1000)

        when:
        def exit = nodes.run('head -c 20000000 /dev/zero | tr "\\0" x; printf end')
        def text = NodeLab.text(exit)

        then:
        exit.kind() == Exit.Kind.FINISHED
        text == 'x' * 500 + '\n[... 19999003 bytes of output left out ...]\n' + 'x' * 497 + 'end'

        cleanup:
        nodes?.close()
    }

    def 'output of some hundred kilobytes arrives whole'() {
        given:
        def nodes = NodeLab.open('plain')

        expect:
        nodes.output('seq 100000') == (1..100000).join('\n') + '\n'

        cleanup:
        nodes?.close()
    }

    def 'commands end also when the pool that all programs share is full'() {
        given:
        def nodes = NodeLab.open('plain')
        def block = new CountDownLatch(1)
        def pool = ForkJoinPool.commonPool()
        (0..pool.parallelism * 2).each { pool.submit { block.await() } }

        expect:
        nodes.run('echo hi').kind() == Exit.Kind.FINISHED

        cleanup:
        block.countDown()
        nodes?.close()
    }

    def 'commands of all nodes share one thread'() {
        given:
        def nodes = NodeLab.open('plain')
        def before = threads()

        when:
        def executions = (1..30).collect { nodes.start('sleep 60', [node: "n$it".toString()]) }
        nodes.run('true', node: 'last')

        then:
        (threads() - before).findAll { !it.startsWith('process reaper') && !it.startsWith('ForkJoinPool') && it != 'ehpc-nodes-listeners' }.empty

        cleanup:
        executions*.kill()
        nodes?.close()
    }

    private static Set<String> threads() {
        Thread.allStackTraces.keySet().stream().map { it.name }.collect(Collectors.toSet())
    }
}
