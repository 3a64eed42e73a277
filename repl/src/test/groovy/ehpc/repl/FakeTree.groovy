package ehpc.repl

import java.nio.file.Files
import java.nio.file.Path

/** A checkout with the real launcher, and with a Java and a Maven that only record their calls. */
final class FakeTree {

    static final Path LAUNCHER = Path.of(System.getProperty('ehpc.root', '..'), 'repl', 'bin', 'ehpc').toAbsolutePath()
    private static final List<String> TOOLS = ['sh', 'readlink', 'find', 'cksum', 'tr', 'sed', 'mkdir', 'mv', 'rm', 'ln', 'cat',
            'sleep', 'touch', 'env', 'ls', 'tail', 'bash', 'busybox']

    final Path root
    final Path outside
    final Map<String, String> env

    /** @param outside a directory for the programs; @param root the directory of the checkout */
    FakeTree(Path outside, Path root) {
        this.root = root
        this.outside = outside
        ['pom.xml', 'dsl/pom.xml', 'dsl/src/main/java/A.java', 'repl/pom.xml', 'repl/src/main/java/B.java'].each { write(root.resolve(it), '') }
        Path launcher = root.resolve('repl/bin/ehpc')
        Files.createDirectories(launcher.parent)
        Files.copy(LAUNCHER, launcher)
        executable(launcher)
        Files.createDirectories(outside.resolve('tools'))
        TOOLS.each { tool -> link(tool) }
        jdk('jdk', '17.0.9')
        program('maven/mvn', MAVEN)
        env = [PATH: "$outside/tools:$outside/jdk/bin:$outside/maven".toString(), LOG: "$outside/log".toString(), HOME: outside.toString()]
    }

    /** Logs its call, and writes a jar like the build; FAKE_MAVEN selects further actions. */
    private static final String MAVEN = '''
        echo "mvn $*" >>"$LOG"
        cat
        case ${FAKE_MAVEN:-} in
            fail) echo '[ERROR] no such symbol'; exit 1 ;;
            slow) sleep 1 ;;
            hang) echo "$$" >"$LOG.pid"; exec sleep 30 ;;
        esac
        root=${0%/*}
        while [ "$1" != -f ]; do shift; done
        target=${2%/pom.xml}/repl/target/ehpc
        mkdir -p "$target/lib"
        touch "$target/lib/ehpc-repl-1.jar" "$target/lib/ehpc-dsl-1.jar" "$target/lib/picocli.jar"
    '''.stripIndent()

    /** Prints its arguments, and its input when it runs ehpc; creates a requested archive. */
    private static final String JAVA = '''
        for arg; do
            case $arg in
                -XX:ArchiveClassesAtExit=*) echo "archive" >>"$LOG"; [ -n "${FAKE_NO_ARCHIVE:-}" ] || echo classes >"${arg#*=}" ;;
            esac
        done
        echo "LC_CTYPE=${LC_CTYPE:-} LC_ALL=${LC_ALL:-}"
        for arg; do echo "[$arg]"; done
        cat
    '''.stripIndent()

    void jdk(String name, String version) {
        write(outside.resolve("$name/release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"$version\"\n")
        program("$name/bin/java", JAVA)
        program("$name/bin/javac", '')
    }

    void program(String name, String text) {
        write(outside.resolve(name), '#!/bin/sh\n' + text)
        executable(outside.resolve(name))
    }

    List<String> log() {
        Path log = outside.resolve('log')
        Files.exists(log) ? Files.readAllLines(log) : []
    }

    /** How often Maven was called. */
    int timesBuilt() {
        log().count { it.startsWith('mvn ') } as int
    }

    Path target() {
        root.resolve('repl/target/ehpc')
    }

    /** Calls the launcher. Options: command (in place of the launcher), env (a null value removes), from, input. */
    Ended call(Map options = [:], String... args) {
        Ended.of(start(options, args), (options.input ?: '') as String)
    }

    Process start(Map options = [:], String... args) {
        List<String> command = (options.command ?: [launcher]) as List<String>
        Map<String, String> changed = env + ((options.env ?: [:]) as Map<String, String>)
        Ended.start(command + args.toList(), changed.findAll { it.value != null }, (options.from ?: outside) as Path)
    }

    static void write(Path file, String text) {
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }

    String getLauncher() {
        root.resolve('repl/bin/ehpc')
    }

    static boolean installed(String tool) {
        real(tool) != null
    }

    private static Path real(String tool) {
        ['/bin', '/usr/bin'].collect { Path.of(it, tool) }.find { Files.exists(it) }
    }

    private void link(String tool) {
        if (installed(tool)) {
            Files.createSymbolicLink(outside.resolve("tools/$tool"), real(tool))
        }
    }

    private static void executable(Path file) {
        assert file.toFile().setExecutable(true)
    }
}
