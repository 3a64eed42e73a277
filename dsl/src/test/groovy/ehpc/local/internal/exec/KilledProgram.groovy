package ehpc.local.internal.exec

import java.nio.file.Files
import org.opentest4j.TestAbortedException

/** Starts a command in each way that works here, says in which, and waits to be killed. */
class KilledProgram {

    static void main(String[] arguments) {
        String text = arguments[0]
        def labs = [:]
        NodeLab.ALL.each { way ->
            try {
                labs[way] = NodeLab.open(way)
            } catch (TestAbortedException e) {
                System.err.println(e.message)
            }
        }
        labs.each { way, lab -> lab.start("way=${NodeLab.ALL.indexOf(way)}; $text") }
        while (!labs.values().every { Files.exists(it.node('n1').resolve('root/started')) }) {
            Thread.sleep(5)
        }
        println "started ${labs.keySet().collect { NodeLab.ALL.indexOf(it) }.join(' ')} ${labs.values()*.world.join(' ')}"
        Thread.sleep(60_000)
    }
}
