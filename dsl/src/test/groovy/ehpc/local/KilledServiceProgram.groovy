package ehpc.local

import java.nio.file.Path

/** Starts a service without processes, in a data directory that is named, says where its world is, and waits to be killed. */
class KilledServiceProgram {

    static void main(String[] arguments) {
        Path directory = null
        LocalOptions options = LocalOptions.defaults()
        LocalService.start(arguments ? options.withDataDirectory(Path.of(arguments[0])) : options) { mode, path ->
            directory = path.parent
            new ScriptedMachines()
        }
        println directory
        Thread.sleep(60_000)
    }
}
