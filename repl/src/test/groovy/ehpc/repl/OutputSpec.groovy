package ehpc.repl

import ehpc.repl.internal.result.PendingCommands
import ehpc.repl.internal.terminal.ColorMode
import ehpc.repl.internal.terminal.Console
import ehpc.repl.internal.terminal.ResultStream
import ehpc.repl.internal.terminal.Terminals
import spock.lang.Specification

/** Results without a reader, and the properties of terminals. */
class OutputSpec extends Specification {

    def 'a reader that goes away is no error to talk about, and has its exit code'() {
        when:
        Ended ended = Cli.call(out: failing('Broken pipe'), '--version')

        then:
        ended.code() == 141
        ended.err() == ''
    }

    def 'a full disk is reported and has the exit code of a failure'() {
        when:
        Ended ended = Cli.call(out: failing('No space left on device'), '--version')

        then:
        ended.code() == 1
        ended.err() == 'ehpc: standard output cannot be written: No space left on device\n'
    }

    def 'the exit code of a failure is kept when the reader is gone'() {
        given:
        Console console = new Console(InputStream.nullInputStream(), failing('Broken pipe'), OutputStream.nullOutputStream(), [:], Terminals.NONE)
        console.out().println('some')

        expect:
        OutputFailure.report(console.failure().get(), 1, console) == 1
    }

    def 'after the first write that fails nothing is written any more'() {
        given:
        List<Integer> written = []
        OutputStream to = new OutputStream() {
            @Override
            void write(int b) throws IOException {
                written << b
                throw new IOException('gone')
            }
        }
        ResultStream results = new ResultStream(to)

        when:
        results.write(1)
        results.write([2, 3] as byte[], 0, 2)
        results.flush()

        then:
        written == [1]
        results.failure().get().message == 'gone'
    }

    def 'colours: #mode on terminals "#terminals" with #env'() {
        expect:
        console(terminals, env).colored(mode) == colored

        where:
        mode             | terminals | env                             || colored
        ColorMode.AUTO   | '012'     | [TERM: 'xterm']                 || true
        ColorMode.AUTO   | '1'       | [TERM: 'xterm', NO_COLOR: '']   || true
        ColorMode.AUTO   | '1'       | [TERM: 'xterm', NO_COLOR: '1']  || false
        ColorMode.AUTO   | '02'      | [TERM: 'xterm']                 || false
        ColorMode.AUTO   | '1'       | [TERM: 'dumb']                  || false
        ColorMode.AUTO   | '1'       | [:]                             || false
        ColorMode.ALWAYS | ''        | [NO_COLOR: '1']                 || true
        ColorMode.NEVER  | '012'     | [TERM: 'xterm']                 || false
    }

    def 'the width is that of the terminal, and none elsewhere'() {
        expect:
        console('1', [COLUMNS: '132']).width() == OptionalInt.of(132)
        console('', [COLUMNS: '132']).width() == OptionalInt.empty()
        console('1', [COLUMNS: 'wide']).width().present
    }

    def 'quiet suppresses notes, not errors'() {
        given:
        ByteArrayOutputStream err = new ByteArrayOutputStream()
        Console console = new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(), err, [:], Terminals.NONE)

        when:
        console.with {
            note('one')
            beQuiet()
            note('two')
            printError('three')
        }

        then:
        err.toString('UTF-8') == 'ehpc: one\nthree\n'
    }

    def 'at the end of the process the last reports are printed, and nothing after them'() {
        given:
        ByteArrayOutputStream printed = new ByteArrayOutputStream()
        ByteArrayOutputStream said = new ByteArrayOutputStream()
        Console console = new Console(InputStream.nullInputStream(), printed, said, [:], Terminals.NONE)

        when:
        console.with {
            atSignal { note('a command continues') }
            out().println('before')
            end()
            out().println('after')
            printError('lost')
        }

        then:
        printed.toString('UTF-8') == 'before\n'
        said.toString('UTF-8') == 'ehpc: a command continues\n'
        console.failure().empty
    }

    def 'the last report names the commands that continue'() {
        given:
        PendingCommands outstanding = new PendingCommands(false)

        when:
        outstanding.submitted('ehpc-hz-1', 'c-1', null)
        outstanding.submitted('ehpc-hz-1', 'c-2', null)
        outstanding.collected('ehpc-hz-1', 'c-1')

        then:
        outstanding.lines() == [
            'stopped; command c-2 continues; its results: ehpc call ListInvocationResults --ClusterId ehpc-hz-1 --CommandId c-2 --all-pages',
        ]
        new PendingCommands(true).tap { submitted('ehpc-hz-1', 'c-1', null) }.lines() == []
    }

    private static Console console(String terminals, Map<String, String> env) {
        new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), env,
                new Terminals(false, terminals))
    }

    private static OutputStream failing(String message) {
        new OutputStream() {
            @Override
            void write(int b) throws IOException {
                throw new IOException(message)
            }
        }
    }
}
