package ehpc.local.internal.exec

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.TimeUnit
import spock.lang.Shared
import spock.lang.Specification

class EndingSpec extends Specification {

    /** Processes that resist in different ways; each waits for a duration that nothing else on the machine waits for. */
    static final String RESISTING = '''
        mark=$1
        sleep $mark &
        nohup sleep $mark >/dev/null 2>&1 &
        setsid sleep $mark &
        setsid sh -c "trap '' TERM HUP INT; setsid sleep $0; sleep $0" $mark </dev/null >/dev/null 2>&1 &
        (trap '' TERM; sleep $mark; sleep $mark) &
    '''

    @Shared
    Map<String, NodeLab> labs = [:]

    int number = 700_000 + 10 * new Random().nextInt(9_000)
    String mark = "${number}.5"

    def cleanup() {
        (0..9).each { left(it)*.destroyForcibly() }
    }

    def cleanupSpec() {
        labs.values()*.close()
    }

    def 'a timeout ends every process of a command, and its output so far is kept (#way)'() {
        given:
        def nodes = nodes(way)

        when:
        def exit = nodes.run("set -- $mark; $RESISTING echo before; sleep $mark; echo after",
                timeout: Duration.ofMillis(400))

        then:
        NodeLab.how(exit) == 'TIMED_OUT'
        exit.code() == -1
        NodeLab.text(exit) == 'before\n'
        left().empty

        where:
        way << NodeLab.DIFFERENT
    }

    def 'the end of a command ends what it left in the background, and does not wait for it (#way)'() {
        given:
        def nodes = nodes(way)

        when:
        def exit = nodes.run("set -- $mark; $RESISTING echo done; exit 4")

        then:
        NodeLab.how(exit) == 'FINISHED'
        exit.code() == 4
        NodeLab.text(exit) == 'done\n'
        left().empty

        where:
        way << NodeLab.DIFFERENT
    }

    def 'kill ends a command, and a second time is without effect (#way)'() {
        given:
        def nodes = nodes(way)
        Files.deleteIfExists(nodes.node('n1').resolve('root/started'))
        def execution = nodes.start("set -- $mark; $RESISTING echo started > ~/started; sleep $mark")
        await { Files.exists(nodes.node('n1').resolve('root/started')) }

        when:
        execution.kill()
        def exit = execution.exit().get(20, TimeUnit.SECONDS)
        execution.kill()

        then:
        NodeLab.how(exit) == 'KILLED'
        left().empty
        NodeLab.how(nodes.run('true')) == 'FINISHED'

        where:
        way << NodeLab.DIFFERENT
    }

    def 'closing ends the commands of every node, also those that wait (#way)'() {
        given:
        def nodes = NodeLab.open(way, 2)
        def executions = (1..4).collect { nodes.start("set -- $mark; $RESISTING echo > ~/started; sleep $mark", [node: "n${it % 2 + 1}".toString()]) }
        await { Files.exists(nodes.node('n1').resolve('root/started')) && Files.exists(nodes.node('n2').resolve('root/started')) }

        when:
        nodes.close()

        then:
        executions*.exit()*.get(20, TimeUnit.SECONDS).collect { NodeLab.how(it) } == ['KILLED'] * 4
        left().empty

        when:
        nodes.start('true')

        then:
        IllegalStateException e = thrown()
        e.message == 'the nodes are closed'

        cleanup:
        nodes?.close()

        where:
        way << NodeLab.DIFFERENT
    }

    def 'a process that clears its environment and its session is found by the user id of its node'() {
        given:
        def nodes = NodeLab.open('plain, a user id per node')

        when:
        nodes.run("env -i setsid sleep $mark >/dev/null 2>&1 & sleep 0.1")
        nodes.close()

        then:
        left().empty

        cleanup:
        nodes?.close()
    }

    def 'no process outlives this program, even when it is killed'() {
        given:
        String text = "mark=\$(( $number + way )).5; set -- \$mark; $RESISTING echo > ~/started; sleep \$mark"
        Process program = new ProcessBuilder(NodeLab.java('KilledProgram', text))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()

        when:
        def started = program.inputReader().readLine().split(' ')
        def ways = started.findAll { it ==~ /\d/ }*.toInteger()

        then:
        ways.size() >= 1
        await { ways.every { left(it).size() >= 5 } }

        when:
        program.destroyForcibly().waitFor()

        then:
        await { ways.every { left(it).empty } }

        cleanup:
        program?.destroyForcibly()
        started?.findAll { it.startsWith('/') }?.each { DirectoryTrees.delete(Path.of(it)) }
    }

    private NodeLab nodes(String way) {
        labs.computeIfAbsent(way) { NodeLab.open(it) }
    }

    /** The processes on this machine that wait for this test's duration. */
    private List<ProcessHandle> left(int way = 0) {
        ProcessHandle.allProcesses()
                .filter { it.info().arguments().map { it.toList() == ["${number + way}.5".toString()] }.orElse(false) }
                .toList()
    }

    private static boolean await(Closure<Boolean> condition) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20)
        while (!condition() && System.nanoTime() < limit) {
            Thread.sleep(5)
        }
        condition()
    }
}
