package ehpc.local.internal.exec

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.TimeUnit
import org.opentest4j.TestAbortedException

/** Nodes in a world of their own, under each of the ways to run commands; a way that this machine lacks is skipped with the reason. */
class NodeLab implements AutoCloseable {

    static final List<String> ISOLATED = [
        'bubblewrap, root',
        'bubblewrap, root, without root',
        'bubblewrap, a user',
        'unshare, root',
        'unshare, root, without root',
        'unshare, a user'
    ]
    static final List<String> PLAIN = ['plain, a user id per node', 'plain']
    static final List<String> ALL = ISOLATED + PLAIN
    /** Those that differ in more than who a command is. */
    static final List<String> DIFFERENT = ALL.findAll { !it.contains('without root') }

    /** Someone who is not root, for tests that run as root. */
    static final int SOMEONE = 12345

    static final HostProbe HERE = HostProbe.ofThisProcess()

    private static final Map<String, Boolean> WORKING = [:]

    final Path world
    final Sandbox sandbox
    final CommandLoop loop

    private NodeLab(Path world, Sandbox sandbox, CommandLoop loop) {
        this.world = world
        this.sandbox = sandbox
        this.loop = loop
    }

    /** Whether this machine has a way to run commands. */
    static boolean works(String way) {
        WORKING.computeIfAbsent(way) {
            try {
                open(way).close()
                true
            } catch (TestAbortedException e) {
                println e.message
                false
            }
        }
    }

    static NodeLab open(String way, int mostRunning = 256, int outputLimit = OutputBuffer.DEFAULT_LIMIT) {
        openAt(way, Files.createTempDirectory('ehpc-spec'), mostRunning, outputLimit)
    }

    static NodeLab openAt(String way, Path directory, int mostRunning = 256, int outputLimit = OutputBuffer.DEFAULT_LIMIT) {
        try {
            Path world = directory.toRealPath()
            if (way.endsWith('a user') && HERE.root()) {
                giveToSomeone(world)
            }
            Sandbox sandbox = sandbox(way, world)
            UserIds users = sandbox.ownUsers() ? UserIds.forWorld(world) : null
            def directories = new NodeDirectories(world.resolve('nodes'), users, sandbox.plain())
            def lab = new NodeLab(world, sandbox, new CommandLoop(sandbox, directories, mostRunning, outputLimit))
            lab.mustWork(way)
            lab
        } catch (HostProbe.Unavailable e) {
            DirectoryTrees.delete(directory)
            throw new TestAbortedException("$way: $e.message")
        }
    }

    private static Sandbox sandbox(String way, Path world) {
        boolean asUser = way.endsWith('a user')
        def surroundings = asUser && HERE.root() ? someone() : HERE
        if ((way.contains('root') || way.contains('per node')) && !HERE.root()) {
            throw new HostProbe.Unavailable('the tests do not run as root')
        }
        def identity = asUser ? CommandIdentity.CALLER
                : way.contains('without root') ? CommandIdentity.OWN_USER : CommandIdentity.OWN_USER_AS_ROOT
        def view = MachineView.of(surroundings.homes(), world)
        if (way.startsWith('bubblewrap')) {
            return new BubblewrapSandbox(surroundings, view, identity)
        }
        if (way.startsWith('unshare')) {
            return new UnshareSandbox(surroundings, view, identity, world)
        }
        if (way.contains('per node')) {
            Files.setPosixFilePermissions(world, java.nio.file.attribute.PosixFilePermissions.fromString('rwx--x--x'))
        }
        new PlainSandbox(surroundings, way.contains('per node'))
    }

    private static void giveToSomeone(Path world) {
        def directories = new NodeDirectories(world.resolve('nodes'), null, false)
        ['n1', 'n2'].each { directories.prepare(new Machine(it, it, '')) }
        ['view', 'blank'].each { Files.createDirectory(world.resolve(it)) }
        DirectoryTrees.give(world, SOMEONE)
    }

    private static HostProbe someone() {
        def launcher = [HERE.required('setpriv'), '--reuid', "$SOMEONE", '--regid', "$SOMEONE", '--clear-groups', '--']*.toString()
        new HostProbe(HERE.programs(), SOMEONE, HERE.homes(), HERE.insideContainer(), launcher)
    }

    private void mustWork(String way) {
        def exit = run('echo works')
        if (exit.kind() == Exit.Kind.NOT_STARTED) {
            close()
            throw new TestAbortedException("$way: ${text(exit)}")
        }
    }

    /** The command line of another JVM with this one's classes. */
    static List<String> java(String mainClass, String... arguments) {
        [Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), '-XX:TieredStopAtLevel=1',
         '-cp', System.getProperty('java.class.path'), "ehpc.local.internal.exec.$mainClass".toString(), *arguments]
    }

    /** How a command ended, and where it did not start, why: a failing test shall tell. */
    static String how(Exit exit) {
        exit.kind() == Exit.Kind.NOT_STARTED ? "NOT_STARTED: ${text(exit)}" : exit.kind().name()
    }

    Execution start(String text, Map options = [:]) {
        def timeout = options.timeout ?: Duration.ofSeconds(30)
        def command = new RequestedCommand(text, options.directory ?: '/root', timeout)
        loop.submit(new Machine(options.node ?: 'n1', options.host ?: 'compute000', ''), command)
    }

    Exit run(Map options = [:], String text) {
        start(text, options).exit().get(60, TimeUnit.SECONDS)
    }

    String output(Map options = [:], String text) {
        NodeLab.text(run(options, text))
    }

    static String text(Exit exit) {
        new String(exit.output(), 'UTF-8')
    }

    /** What a command sees as its home directory. */
    String root(String id = 'n1') {
        sandbox.plain() ? "${node(id)}/root" : '/root'
    }

    int ownerOf(String id) {
        Files.getAttribute(node(id).resolve('root'), 'unix:uid') as int
    }

    Path node(String id) {
        world.resolve('nodes').resolve(id)
    }

    @Override
    void close() {
        loop.close()
        sandbox.close()
        DirectoryTrees.delete(world)
    }
}
