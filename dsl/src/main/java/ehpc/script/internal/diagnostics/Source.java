package ehpc.script.internal.diagnostics;

import ehpc.Remedy;
import ehpc.script.ScriptProblem;
import java.util.List;

/** A script's text and how messages call it. */
public record Source(String name, String text) {

    /** Returns the text of a line, from 1; empty when there is none. */
    public String line(int number) {
        List<String> lines = text.lines().toList();
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    ScriptProblem problem(int line, int column, Finding finding) {
        return problem(line, column, finding, List.of(), List.of());
    }

    /**
     * @param notes what to know about it, a line each
     * @param remedies what may be done about it
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

    /** Returns the compiler counts UTF-16 units, of which some characters take two. */
    private static int characters(String line, int column) {
        return column - 1 > 0 && column - 1 <= line.length() ? line.codePointCount(0, column - 1) + 1 : column;
    }
}
