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

    /** Text that defines p, which writes down its arguments, each with U+001E behind it; bash, which writes line by line, U+001D for \n. */
    static String recorder(List<String> shell) {
        if (shell[0] == 'bash') {
            return 'p() { local IFS=" " a r="$# $*|"; for a in "$@"; do r=$r$\'\\036\'$a; done; ' +
                    'printf \'%s\\036\' "${r//$\'\\n\'/$\'\\035\'}" >&9; }\n'
        }
        shell[0] == 'mksh'
                ? 'p() { typeset IFS=" " a r="$# $*|"; for a in "$@"; do r="$r"$\'\\036\'"$a"; done; print -rn -- "$r"$\'\\036\' >&9; }\n'
                : 'p() { printf \'%s\\036\' "$# $*|" "$@" >&9; }\n'
    }

    /**
     * What each text's commands wrote down, sorted, as the parts of a pipe have no order.
     *
     * @param kind begins the names of the directories in which the texts run, which a number follows
     * @param recorder defines p, which writes its arguments to file descriptor 9
     */
    static List<List<String>> records(
            List<String> shell, Path here, String kind, List<String> texts, String recorder, String separator) {
        StringBuilder script = new StringBuilder(recorder)
        texts.eachWithIndex { String text, int i ->
            Files.createDirectory(here.resolve("$kind$i"))
            Files.writeString(here.resolve("$kind${i}.sh"), text)
            script << "(cd $kind$i; . ../$kind${i}.sh) 9>$kind${i}.log >/dev/null\n"
        }
        run(shell, Files.writeString(here.resolve("${kind}.sh"), script), here, 'C')
        (0..<texts.size()).collect { i -> Files.readString(here.resolve("$kind${i}.log")).split(separator, -1).toSorted() }
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
