package ehpc.script.internal.diagnostics;

import ehpc.Remedy;
import ehpc.script.ScriptProblem;
import java.util.List;

/** The text of a script, and its name in messages. */
public record Source(String name, String text) {

    /** Returns the text of a line, from 1; empty if there is no such line. */
    public String line(int number) {
        List<String> lines = text.lines().toList();
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    ScriptProblem problem(int line, int column, Finding finding) {
        return problem(line, column, finding, List.of(), List.of());
    }

    /**
     * @param notes additional information, one line each
     * @param remedies possible remedies
     */
    public ScriptProblem problem(int line, int column, Finding finding, List<String> notes, List<Remedy> remedies) {
        String shown = line(line);
        return new ScriptProblem(
                name,
                line,
                characters(shown, column),
                finding.rule(),
                finding.message(),
                finding.suggestion(),
                shown,
                List.copyOf(notes),
                List.copyOf(remedies));
    }

    /** Returns the column in characters: the compiler counts UTF-16 units, of which some characters have two. */
    private static int characters(String line, int column) {
        return column - 1 > 0 && column - 1 <= line.length() ? line.codePointCount(0, column - 1) + 1 : column;
    }
}
