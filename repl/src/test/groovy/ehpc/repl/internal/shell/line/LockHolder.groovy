package ehpc.repl.internal.shell.line

import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption

/** A program that keeps the lock of a file, and creates another file as a sign. */
class LockHolder {

    static void main(String[] args) {
        FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)
        channel.lock()
        Files.createFile(Path.of(args[1]))
        Thread.sleep(60_000)
    }
}
