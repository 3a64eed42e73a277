package ehpc.repl.internal.shell.line

import ehpc.repl.Ended
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Instant
import java.util.concurrent.CountDownLatch
import spock.lang.Specification
import spock.lang.TempDir

/** What was typed, kept from shell to shell. */
class HistoryFileSpec extends Specification {

    @TempDir
    Path directory

    def 'entries come back as they were typed: #entry'() {
        when:
        history().add(entry)

        then:
        history().load() == [entry]

        where:
        entry << ['println 1', 'if (x) {\n    y\n}', 'a\\nb', "'\\\\'", 'tab\there', '计 é', 'a\r\nb']
    }

    def 'file and directory are their owner\'s alone, also where the file was there before'() {
        given:
        Path file = directory.resolve('state/ehpc/history')

        when:
        history().add('1')

        then:
        mode(file) == 'rw-------'
        mode(file.parent) == 'rwx------'

        when:
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rw-r--r--'))
        history().add('2')

        then:
        mode(file) == 'rw-------'
    }

    def 'an entry with the value of a known secret is not kept'() {
        given:
        HistoryFile history = HistoryFile.in(Optional.empty()) { String entry -> entry.contains('Tr0ub4dor') }

        expect:
        !history.keeps("run 'login Tr0ub4dor'")
        !history.keeps("println secret('X')")
        history.keeps("run 'login'")
    }

    def 'entries with a secret, or with a blank at the beginning, are not kept: #entry'() {
        expect:
        HistoryFile.mayKeep(entry) == kept

        where:
        entry                          | kept
        'println 1'                    | true
        "api.f(p: secret('NAME'))"     | false
        'def mySecret = 1'             | false
        "api.f(password: 'x')"         | false
        '["password" : 1]'             | false
        'println password'             | true
        "def password = 'x'"           | false
        'adminPasswd=x'                | false
        'export ACCESS_TOKEN=x'        | false
        'println tokens'               | true
        "user['password'] = 'x'"       | false
        "user.put('password', 'x')"    | false
        "run 'mysql --password x' on nodes" | false
        "run 'login --api-token x' on nodes" | false
        "run 'passwd' on nodes"        | true
        ' println 1'                   | false
        '\n'                           | false
    }

    def 'shells that add at the same time lose nothing'() {
        given:
        CountDownLatch start = new CountDownLatch(1)
        List<Thread> shells = (0..3).collect { int shell ->
            Thread.start {
                HistoryFile mine = history()
                start.await()
                50.times { mine.add("shell $shell entry $it\nand more".toString()) }
            }
        }

        when:
        start.countDown()
        shells*.join()

        then:
        List<String> all = history().load()
        all.size() == 200
        (0..3).every { int shell ->
            all.findAll { it.startsWith("shell $shell ") } == (0..49).collect { "shell $shell entry $it\nand more".toString() }
        }
    }

    def 'the oldest entries go when there are too many'() {
        given:
        (1..25).each { history().add("entry $it".toString()) }

        expect:
        new HistoryFile(Optional.of(file()), 10).load() == (16..25).collect { "entry $it".toString() }
        Files.readAllLines(file()).size() == 10
    }

    def 'a damaged file is no error: #what'() {
        given:
        Files.createDirectories(file().parent)
        Files.write(file(), bytes)

        when:
        history().add('next')

        then:
        history().load().last() == 'next'

        where:
        what               | bytes
        'half a line'      | 'println 1\nprintl'.getBytes('UTF-8')
        'no text'          | [0xff, 0xfe, 0x00, 0x0a, 0x5c] as byte[]
        'blank lines'      | '\n\n\n'.getBytes('UTF-8')
    }

    def 'a history that cannot be kept is no error: #what'() {
        when:
        HistoryFile history = new HistoryFile(place(directory), 10)
        history.add('x')

        then:
        history.load() == []

        where:
        what                       | place
        'no place'                 | { Path d -> Optional.empty() }
        'a directory in its place' | { Path d -> Optional.of(Files.createDirectories(d.resolve('history'))) }
        'a file in the way'        | { Path d -> Optional.of(Files.writeString(d.resolve('f'), '').resolve('ehpc/history')) }
    }

    def 'a link leads to the file that is used'() {
        given:
        Path real = Files.writeString(directory.resolve('dotfiles'), '1\n')
        Files.createDirectories(file().parent)
        Files.createSymbolicLink(file(), real)

        when:
        history().add('2')

        then:
        history().load() == ['1', '2']
        Files.isSymbolicLink(file())
        mode(real) == 'rw-------'
    }

    def 'a file that is not regular is not used: #what'() {
        given:
        Files.createDirectories(file().parent)
        assert run('sh', '-c', command, 'sh', file().toString()) == 0
        String before = mode(file())

        when:
        history().add('1')

        then:
        history().load() == []
        mode(file()) == before

        where:
        what          | command
        'a pipe'      | 'mkfifo -m 666 "$1"'
        'a device'     | 'mknod -m 666 "$1" c 1 3 2>/dev/null || mkfifo -m 666 "$1"' // which takes root
        'a directory' | 'mkdir -m 755 "$1"'
        'a link to it' | 'mkfifo -m 644 "$1.pipe" && ln -s "$1.pipe" "$1"'
    }

    def 'the rights of a file of another user are left alone'() {
        given:
        Files.createDirectories(file().parent)
        Path other = Files.writeString(directory.resolve('other'), '1\n')
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString('rw-r--r--'))
        boolean another = run('chown', '12345', other.toString()) == 0 // who may do that is root
        Files.createSymbolicLink(file(), other)

        when:
        history().add('2')

        then:
        mode(other) == (another ? 'rw-r--r--' : 'rw-------')
    }

    def 'a file that another process keeps locked is read, and an entry for it is dropped after a while'() {
        given:
        history().add('1')
        Path locked = directory.resolve('locked')
        Process holder = new ProcessBuilder(
                System.getProperty('java.home') + '/bin/java', '-cp', System.getProperty('java.class.path'), LockHolder.name,
                file().toString(), locked.toString()).inheritIO().start()
        while (!Files.exists(locked)) {
            Thread.sleep(20)
        }

        when:
        HistoryKeeper keeper = new HistoryKeeper(history())
        keeper.add('2')
        keeper.add('3')
        keeper.close()

        then:
        history().load() == ['1']

        cleanup:
        holder.destroyForcibly().waitFor()
    }

    def 'a slow file delays no prompt, and its entries are placed before the current ones'() {
        given:
        Files.createDirectories(file().parent)
        CountDownLatch answers = new CountDownLatch(1)
        HistoryFile slow = new HistoryFile(Optional.of(file()), 10) {

            @Override
            List<String> load() {
                answers.await()
                ['earlier']
            }
        }
        EntryHistory history = new EntryHistory(slow)

        when:
        history.add(Instant.EPOCH, 'now')

        then:
        history.entries() == ['now']

        when:
        answers.countDown()
        history.close()
        history.takeLoaded()
        history.takeLoaded()

        then:
        history.entries() == ['earlier', 'now']
        Files.readAllLines(file()) == ['now']
    }

    private int run(String... command) {
        Ended.of(Ended.start(command.toList(), [PATH: System.getenv('PATH')], directory)).code()
    }

    private static String mode(Path path) {
        PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
    }

    private Path file() {
        directory.resolve('state/ehpc/history')
    }

    private HistoryFile history() {
        new HistoryFile(Optional.of(file()), 1000)
    }
}
