package ehpc.repl.internal.shell

import ehpc.EhpcClient
import ehpc.NoRegionException
import ehpc.api.Transport
import ehpc.local.ExecutionMode
import ehpc.local.ExecutionUnavailableException
import ehpc.repl.internal.failure.UsageException
import ehpc.repl.internal.result.Format
import ehpc.repl.internal.terminal.ColorMode
import ehpc.repl.internal.terminal.Console
import ehpc.repl.internal.terminal.Terminals
import ehpc.script.ScriptException
import ehpc.script.Scripts
import spock.lang.Specification

/** The reports on failures. */
class ErrorReporterSpec extends Specification {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream()
    private final Console console = new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(), err, [:], new Terminals(false, ''))
    private final ErrorReporter errors = new ErrorReporter(console, new Settings(Format.TEXT, ColorMode.NEVER, false, false),
            new ShellAdvice({ Optional.empty() }))

    def 'a bug in the background is reported once, not with each key: #failure.class.simpleName'() {
        when:
        2.times { errors.reportOnce(failure) }

        then:
        err.toString() == "unexpected error, a bug in ehpc: $failure; --debug shows the stack trace\n"

        where:
        failure << [new IllegalStateException('no'), new NoClassDefFoundError('no')]
    }

    def 'a failure of the service in the background is not reported'() {
        when:
        errors.reportOnce(new UsageException('--profile must name a profile'))
        errors.reportOnce(new ehpc.api.InputException('no'))

        then:
        err.size() == 0
    }

    def 'without a region, the command of the shell that sets one is named'() {
        when:
        EhpcClient.create(Transport.OFFLINE).clusters()

        then:
        NoRegionException e = thrown()

        when:
        errors.report(e)

        then:
        err.toString() == 'no region is set\n  next: /set region cn-hangzhou\n'
    }

    def 'an effect that is refused while an entry is planned comes with the command that allows it'() {
        when:
        Scripts.compile('entry', "new File('no').text = 'x'").over(EhpcClient.create(Transport.OFFLINE)).plan()

        then:
        ScriptException e = thrown()

        when:
        errors.report(e)

        then:
        err.toString().endsWith('\n  next: /plan --allow-effects ENTRY permits it during planning\n')
    }

    def 'if commands cannot be isolated, the option without isolation is named: #mode'() {
        when:
        errors.report(new ExecutionUnavailableException(mode, 'no'))

        then:
        err.toString() == "no$next\n"

        where:
        mode                     || next
        ExecutionMode.AUTO       || '\n  next: --local-exec host runs commands as plain processes, which can change your files'
        ExecutionMode.BUBBLEWRAP || '\n  next: --local-exec host runs commands as plain processes, which can change your files'
        ExecutionMode.HOST       || ''
    }
}
