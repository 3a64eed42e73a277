package ehpc.command

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** The shells of this machine, each in a directory of its own and with no program to find. */
class Shells {

    /** What commands may meet: dash, bash as itself in two locales, bash as sh, and whatever sh is here. */
    static final List<List<String>> WANTED = [
        ['dash'], ['bash', '--norc'], ['bash', '--posix'], ['sh']]

    /** The shells in which no value is read as shell, as dsl/docs/commands.md names them. */
    static final List<List<String>> COVERED = [
        ['dash'], ['bash', '--norc'], ['bash', '--posix'], ['busybox', 'ash'], ['mksh'], ['zsh', '-f'],
        ['zsh', '--emulate', 'sh', '-f']]

    /** Text that defines p, which writes down its arguments, each with U+001E behind it. */
    static String recorder(List<String> shell) {
        shell[0] == 'mksh'
                ? 'p() { typeset IFS=" " a r="$# $*|"; for a in "$@"; do r="$r"$\'\\036\'"$a"; done; print -rn -- "$r"$\'\\036\' >&9; }\n'
                : 'p() { printf \'%s\\036\' "$# $*|" "$@" >&9; }\n'
    }

    static boolean has(String shell) {
        System.getenv('PATH').split(File.pathSeparator).any { new File(it, shell).canExecute() }
    }

    /** Runs a script file; returns what it wrote to standard output, as bytes read in UTF-8. */
    static String run(List<String> shell, Path script, Path directory, String locale) {
        List<String> path = System.getenv('PATH').split(File.pathSeparator) as List
        String program = path.collect { new File(it, shell[0]) }.find { it.canExecute() }.path
        Path out = Files.createTempFile('ehpc-shell', '.out')
        try {
            ProcessBuilder builder = new ProcessBuilder([program] + shell.drop(1) + [script.toString()])
            builder.directory(directory.toFile()).redirectOutput(out.toFile())
            builder.redirectError(ProcessBuilder.Redirect.DISCARD).redirectInput(new File('/dev/null'))
            builder.environment().clear()
            builder.environment().putAll(PATH: '/nonexistent', LC_ALL: locale, HOME: '/nonexistent')
            Process process = builder.start()
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly()
                throw new AssertionError("$shell did not end" as Object)
            }
            return new String(Files.readAllBytes(out), 'UTF-8')
        } finally {
            Files.delete(out)
        }
    }

    static String visible(String text) {
        text.collect { String c ->
            c ==~ /[ -~]/ ? c : c.codePoints().toArray().collect { String.format(Locale.ROOT, '\\u{%x}', it) }.join('')
        }.join('')
    }
}
