package ehpc.repl

import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit

/** A program that has ended: its exit code and its output. */
record Ended(int code, String out, String err) {

    static Ended of(Process process, String input = '') {
        CompletableFuture<String> out = CompletableFuture.supplyAsync { process.inputStream.getText('UTF-8') }
        CompletableFuture<String> err = CompletableFuture.supplyAsync { process.errorStream.getText('UTF-8') }
        process.outputStream.withCloseable { it.write(input.getBytes('UTF-8')) }
        if (!process.waitFor(25, TimeUnit.SECONDS)) {
            process.destroyForcibly()
            throw new AssertionError("did not end: ${process.info().commandLine()}" as Object)
        }
        new Ended(process.exitValue(), out.get(5, TimeUnit.SECONDS), err.get(5, TimeUnit.SECONDS))
    }

    static Process start(List<String> command, Map<String, String> env, Path directory) {
        ProcessBuilder builder = new ProcessBuilder(command)
        builder.environment().clear()
        builder.environment().putAll(env)
        builder.directory(directory.toFile()).start()
    }
}
