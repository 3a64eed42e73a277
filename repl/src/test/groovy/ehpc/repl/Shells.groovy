package ehpc.repl

import java.lang.management.ManagementFactory
import java.nio.file.Path

/** Opens shells on terminals. */
final class Shells {

    private Shells() {}

    /**
     * Opens a shell on the local service in a terminal of its own.
     *
     * @param directory for the terminal's socket
     * @param home the user's directory
     */
    static Tmux open(Installation installation, Path directory, Path home, Map<String, String> env = [:], String words = '') {
        start(installation, directory, home, env, "--local --local-exec host $words")
    }

    /** Opens a shell on an account, at a terminal of its own. */
    static Tmux start(Installation installation, Path directory, Path home, Map<String, String> env, String words) {
        Map<String, String> all = installation.env + [HOME: home.toString(), EHPC_JAVA_OPTS: coverage()] + env
        new Tmux(directory.resolve('tmux'), all, "'$installation.launcher' $words")
    }

    /** The option for a coverage agent, if this JVM has one. */
    private static String coverage() {
        ManagementFactory.runtimeMXBean.inputArguments.findAll { it.startsWith('-javaagent:') && it.contains('jacoco') }.join(' ')
    }
}
