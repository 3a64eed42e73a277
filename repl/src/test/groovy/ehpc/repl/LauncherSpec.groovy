package ehpc.repl

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

/** The launcher in a checkout and in an installation, with a Java and a Maven that only record their calls. */
class LauncherSpec extends Specification {

    private static final String BUILDING = 'ehpc: building, once (the first time takes a minute or more) ...\n'

    @TempDir
    Path directory

    private FakeTree tree

    def setup() {
        tree = new FakeTree(directory.resolve('outside'), directory.resolve('a tree'))
    }

    def 'the first call builds and reports it in one line, the second one starts immediately'() {
        when:
        Ended first = tree.call('--version')
        Ended second = tree.call('--version')

        then:
        first.code() == 0
        first.err() == BUILDING
        second.code() == 0
        second.err() == ''
        tree.timesBuilt() == 1
        tree.log()[0] == "mvn -q -B -DskipTests -Dquick -f $tree.root/pom.xml -pl repl -am package".toString()
    }

    def '#shell hands every argument over as it is'() {
        given:
        List<String> command = shell.tokenize() + tree.launcher

        when:
        Ended first = tree.call(command: command, '--version')
        Ended second = tree.call(command: command, 'a b', '', '*', "it's", '"', '$HOME', '\\', '-x')

        then:
        first.err() == BUILDING
        second.err() == ''
        second.out().endsWith('[ehpc.repl.Main]\n[a b]\n[]\n[*]\n[it\'s]\n["]\n[$HOME]\n[\\]\n[-x]\n')

        where:
        shell << ['sh', 'bash', 'bash --posix', 'busybox sh'].findAll { FakeTree.installed(it.tokenize()[0]) }
    }

    def 'a tree is built again after a change: #what'() {
        given:
        tree.call('--version')
        FileTime later = FileTime.fromMillis(Files.getLastModifiedTime(tree.target().resolve('built')).toMillis() + 1000)

        when:
        change(tree.root, later)
        Ended again = tree.call('--version')

        then:
        again.err() == BUILDING
        tree.timesBuilt() == 2

        where:
        what                | change
        'a source'          | { Path root, FileTime at -> touch(root, 'dsl/src/main/java/A.java', at) }
        'a pom'             | { Path root, FileTime at -> touch(root, 'pom.xml', at) }
        'a removed source'  | { Path root, FileTime at -> remove(root, 'repl/src/main/java/B.java', at) }
        'a removed library' | { Path root, FileTime at -> root.resolve('repl/target/ehpc/lib').toFile().deleteDir() }
    }

    def 'a change of a test is no reason to build'() {
        given:
        FakeTree.write(tree.root.resolve('repl/src/test/ASpec.groovy'), '')
        tree.call('--version')

        when:
        touch(tree.root, 'repl/src/test/ASpec.groovy', FileTime.fromMillis(System.currentTimeMillis() + 1000))

        then:
        tree.call('--version').err() == ''
    }

    def 'it finds its files from any directory when called as #words'() {
        given:
        Path elsewhere = Files.createDirectories(directory.resolve('else where/deeper'))
        Files.createSymbolicLink(elsewhere.resolve('one'), Path.of('../../a tree/repl/bin/ehpc'))
        Files.createSymbolicLink(tree.outside.resolve('tools/ehpc'), elsewhere.resolve('one'))

        when:
        Ended ended = tree.call(command: words, from: elsewhere, 'x')

        then:
        ended.code() == 0
        ended.out().contains("[$tree.root/repl/target/ehpc/lib/ehpc-dsl-1.jar:$tree.root/repl/target/ehpc/lib/ehpc-repl-1.jar:")

        where:
        words << [['./one'], ['../deeper/one'], ['sh', 'one'], ['env', 'ehpc'], ['sh', '../../a tree/repl/bin/ehpc']]
    }

    def 'a failed build shows the output of Maven, and the next call builds again'() {
        when:
        Ended failed = tree.call(env: [FAKE_MAVEN: 'fail'], 'run', 'x')
        Ended again = tree.call('run', 'x')

        then:
        failed.code() == 2
        failed.out() == ''
        failed.err() == BUILDING + '[ERROR] no such symbol\n' +
                "ehpc: the build failed; the output of Maven is above and in '${tree.target()}/build.log'\n"
        again.code() == 0
        again.err() == BUILDING
    }

    def 'first calls at the same time build once'() {
        when:
        List<Process> calls = (1..3).collect { tree.start(env: [FAKE_MAVEN: 'slow'], '--version') }
        List<Ended> ended = calls.collect { Ended.of(it) }

        then:
        ended*.code() == [0, 0, 0]
        tree.timesBuilt() == 1
        ended*.err().count { it == BUILDING } == 1
        !Files.exists(tree.target().resolve('building'))
    }

    def 'a lock whose owner is dead is taken over'() {
        given:
        Process dead = new ProcessBuilder('true').start()
        dead.waitFor()
        Files.createDirectories(tree.target())
        Files.createSymbolicLink(tree.target().resolve('building'), Path.of(dead.pid().toString()))

        when:
        Ended ended = tree.call('--version')

        then:
        ended.code() == 0
        ended.err() == BUILDING
        !Files.isSymbolicLink(tree.target().resolve('building'))
    }

    def 'a build that is ended by a signal takes Maven with it and leaves nothing that looks built'() {
        given:
        Process call = tree.start(env: [FAKE_MAVEN: 'hang'], '--version')
        Path pidFile = tree.outside.resolve('log.pid')
        waitFor { Files.exists(pidFile) && Files.size(pidFile) > 0 }
        ProcessHandle maven = ProcessHandle.of(Files.readString(pidFile).trim() as long).orElseThrow()

        when:
        call.destroy()

        then:
        call.waitFor(10, TimeUnit.SECONDS)
        call.exitValue() == 143
        waitFor { !maven.alive }
        !Files.isSymbolicLink(tree.target().resolve('building'))
        tree.call('--version').err() == BUILDING

        cleanup:
        maven?.destroyForcibly()
        call?.destroyForcibly()
    }

    def 'standard input is for the script, not for Maven'() {
        when:
        Ended ended = tree.call(input: 'println 1\n')

        then:
        ended.out().endsWith('[ehpc.repl.Main]\nprintln 1\n')
        Files.readString(tree.target().resolve('build.log')) == ''
    }

    def 'a missing #what is reported before the build'() {
        when:
        Ended ended = tree.call(env: environment(tree), '--version')

        then:
        ended.code() == 2
        ended.out() == ''
        ended.err() == message.replace('OUT', tree.outside.toString()) + '\n'

        where:
        what    | environment                                                     | message
        'Java'  | { t -> [PATH: "$t.outside/tools".toString()] }                    | 'ehpc: Java 17 or newer not found on the PATH or in JAVA_HOME; the PATH has no java'
        'Java'  | { t -> [PATH: "$t.outside/tools".toString(), JAVA_HOME: '/no'] }  | 'ehpc: Java 17 or newer not found on the PATH or in JAVA_HOME; JAVA_HOME (/no) has no java; the PATH has no java'
        'Maven' | { t -> [PATH: "$t.outside/tools:$t.outside/jdk/bin".toString()] } | "ehpc: the build needs Maven 3.8 or newer; program 'mvn' not found"
    }

    def 'a Java that is too old is skipped, and named if there is no other'() {
        given:
        tree.jdk('old', '11.0.2')
        tree.jdk('older', '1.8.0_392')

        when:
        Ended passed = tree.call(env: [JAVA_HOME: "$tree.outside/old".toString()], '--version')
        Ended none = tree.call(
                env: [JAVA_HOME: "$tree.outside/old".toString(), PATH: "$tree.outside/tools:$tree.outside/older/bin".toString()],
                '--version')

        then:
        passed.code() == 0
        none.code() == 2
        none.err() == 'ehpc: Java 17 or newer not found on the PATH or in JAVA_HOME; ' +
                "JAVA_HOME ($tree.outside/old) is 11.0.2; java on the PATH ($tree.outside/older/bin/java) is 1.8.0_392\n"
    }

    def 'the version of a Java without a release file is that of java -version'() {
        given:
        tree.program('shims/java', 'case $1 in -version) echo \'openjdk version "21.0.1" 2023-10-17\' >&2 ;; *) echo "ran $*" ;; esac')

        when:
        Ended ended = tree.call(env: [PATH: "$tree.outside/tools:$tree.outside/shims:$tree.outside/maven".toString()], 'x')

        then:
        ended.code() == 0
        ended.out().startsWith('ran -XX:+UseSerialGC ')
    }

    def 'JAVA_HOME is preferred, and building needs it to be a JDK'() {
        given:
        tree.jdk('jre', '25.0.1')
        Files.delete(tree.outside.resolve('jre/bin/javac'))

        when:
        Ended ended = tree.call(env: [JAVA_HOME: "$tree.outside/jre".toString()], '--version')

        then:
        ended.code() == 2
        ended.err() == "ehpc: the build needs a JDK; '$tree.outside/jre' has no bin/javac\n"
    }

    def 'an installation only runs'() {
        given:
        Path installed = install()

        when:
        Ended ended = tree.call(command: ["$installed/bin/ehpc".toString()], 'x')

        then:
        ended.code() == 0
        ended.err() == ''
        ended.out().contains("[-cp]\n[$installed/lib/ehpc-repl-1.jar:$installed/lib/picocli.jar]\n[ehpc.repl.Main]\n[x]\n")
        tree.log() == []
    }

    def 'an installation without its library is reported'() {
        given:
        Path installed = install()
        installed.resolve('lib').toFile().deleteDir()

        when:
        Ended ended = tree.call(command: ["$installed/bin/ehpc".toString()])

        then:
        ended.code() == 2
        ended.err() == "ehpc: the directory '$installed/lib' is missing; this installation is incomplete\n"
    }

    def 'a directory with a colon in its name is refused, as Java cannot have it on a class path'() {
        given:
        FakeTree odd = new FakeTree(directory.resolve('other'), directory.resolve('a:b'))

        when:
        Ended ended = odd.call('--version')

        then:
        ended.code() == 2
        ended.err() == "ehpc: the directory '$odd.root/repl' must not contain ':', which separates the entries of Java's class path\n"
    }

    def 'the archive of loaded classes is created with the build, and again when the jars have changed'() {
        when:
        tree.call('--version')
        Ended archived = tree.call('--version')
        touch(tree.root, 'repl/target/ehpc/lib/ehpc-dsl-1.jar', FileTime.fromMillis(System.currentTimeMillis() + 1000))
        Ended changed = tree.call('--version')

        then:
        archived.out() ==~ /(?s).*\[-XX:SharedArchiveFile=\Q${tree.target()}\E\/classes-17\.0\.9-\d+-\d+\.jsa].*/
        changed.err() == 'ehpc: preparing for Java 17.0.9, once ...\n'
        tree.log()*.tokenize()*.first() == ['mvn', 'archive', 'archive']
    }

    def 'a Java that cannot create archives is tried once'() {
        when:
        tree.call(env: [FAKE_NO_ARCHIVE: 'yes'], '--version')
        Ended second = tree.call(env: [FAKE_NO_ARCHIVE: 'yes'], '--version')

        then:
        second.err() == ''
        !second.out().contains('SharedArchiveFile')
        tree.log()*.tokenize()*.first() == ['mvn', 'archive']
    }

    def 'options for the JVM come from the environment, split at blanks'() {
        when:
        Ended ended = tree.call(env: [EHPC_JAVA_OPTS: ' -Xmx2g  -Da=* '], 'x')

        then:
        ended.out().contains('[-Xmx2g]\n[-Da=*]\n[-cp]\n')
    }

    def 'Java runs under UTF-8 in a locale without it: #locale'() {
        expect:
        tree.call(env: locale, 'x').out().startsWith(seen + '\n')

        where:
        locale                                   | seen
        [:]                                      | 'LC_CTYPE=C.UTF-8 LC_ALL='
        [LANG: 'C']                              | 'LC_CTYPE=C.UTF-8 LC_ALL='
        [LC_ALL: 'POSIX']                        | 'LC_CTYPE= LC_ALL=C.UTF-8'
        [LANG: 'de_DE.utf8']                     | 'LC_CTYPE= LC_ALL='
        [LANG: 'C', LC_ALL: 'en_US.UTF-8']       | 'LC_CTYPE= LC_ALL=en_US.UTF-8'
        [LANG: 'en_US.UTF-8', LC_CTYPE: 'POSIX'] | 'LC_CTYPE=C.UTF-8 LC_ALL='
    }

    def 'a closed standard output is refused before anything is done'() {
        when:
        Ended ended = tree.call(command: ['sh', '-c', 'exec "$0" "$@" >&-', tree.launcher], 'x')

        then:
        ended.code() == 2
        ended.err() == 'ehpc: standard output is closed; nothing was done\n'
        tree.log() == []
    }

    def 'closed standard input and error count as empty'() {
        when:
        Ended ended = tree.call(command: ['sh', '-c', 'exec "$0" "$@" <&- 2>&-', tree.launcher], 'x')

        then:
        ended.code() == 0
        ended.out().endsWith('[ehpc.repl.Main]\n[x]\n')
    }

    private Path install() {
        Path installed = directory.resolve('opt/ehpc 1.0')
        FakeTree.write(installed.resolve('lib/ehpc-repl-1.jar'), '')
        FakeTree.write(installed.resolve('lib/picocli.jar'), '')
        Files.createDirectories(installed.resolve('bin'))
        Files.copy(FakeTree.LAUNCHER, installed.resolve('bin/ehpc'))
        assert installed.resolve('bin/ehpc').toFile().setExecutable(true)
        installed
    }

    private static void touch(Path root, String name, FileTime at) {
        Files.setLastModifiedTime(root.resolve(name), at)
    }

    private static void remove(Path root, String name, FileTime at) {
        Files.delete(root.resolve(name))
        Files.setLastModifiedTime(root.resolve(name).parent, at)
    }

    private static boolean waitFor(Closure<Boolean> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10)
        while (!condition() && System.nanoTime() < end) {
            Thread.sleep(10)
        }
        condition()
    }
}
