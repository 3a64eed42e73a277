package ehpc.local.internal.exec

import java.nio.file.Path

/** Tells what a command says in each way that isolates, in a world at the given place. */
class OddMountsProgram {

    static void main(String[] arguments) {
        NodeLab.ISOLATED.findAll { it.endsWith(', root') && NodeLab.works(it) }.each { way ->
            NodeLab.openAt(way, Path.of(arguments[0])).withCloseable {
                println "$way: ${it.output(arguments[1]).strip()}"
            }
            Path.of(arguments[0]).toFile().mkdirs()
        }
    }
}
