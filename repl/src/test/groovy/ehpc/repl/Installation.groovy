package ehpc.repl

import java.nio.file.Files
import java.nio.file.Path
import java.util.jar.Attributes
import java.util.jar.JarOutputStream
import java.util.jar.Manifest

/** The real launcher over the classes under test, laid out as an installation is. */
final class Installation {

    final Path home
    final Map<String, String> env

    Installation(Path home) {
        this.home = home
        Files.createDirectories(home.resolve('bin'))
        Files.createDirectories(home.resolve('lib'))
        Files.copy(FakeTree.LAUNCHER, home.resolve('bin/ehpc'))
        assert home.resolve('bin/ehpc').toFile().setExecutable(true)
        Manifest manifest = new Manifest()
        manifest.mainAttributes[Attributes.Name.MANIFEST_VERSION] = '1.0'
        manifest.mainAttributes[Attributes.Name.CLASS_PATH] = System.getProperty('java.class.path')
                .split(File.pathSeparator).collect { new File(it).toURI().toString() }.join(' ')
        new JarOutputStream(Files.newOutputStream(home.resolve('lib/ehpc.jar')), manifest).close()
        env = [PATH: "$home/bin:${System.getenv('PATH')}".toString(), HOME: Cli.HOME, JAVA_HOME: System.getProperty('java.home')]
    }

    String getLauncher() {
        home.resolve('bin/ehpc')
    }

    /** Runs ehpc as a process of its own. */
    Ended call(Map options = [:], String... words) {
        Ended.of(start(options, [launcher] + words.toList()), (options.input ?: '') as String)
    }

    /** Runs a line of shell in which ehpc is known. */
    Ended shell(String line) {
        Ended.of(start([:], ['bash', '-c', line]))
    }

    Process start(Map options = [:], List<String> command) {
        Ended.start(command, env + ((options.env ?: [:]) as Map<String, String>), home)
    }
}
