package ehpc.repl;

import ehpc.repl.internal.render.Table;
import ehpc.script.ScriptProblem;
import java.util.Arrays;
import java.util.List;

/**
 * A finding of {@code check} about a script.
 *
 * @param text the text for people
 * @param values the record, in the order of {@link #FIELDS}; null for unknown fields
 */
record FindingRecord(String text, List<Object> values) {

    static final List<String> FIELDS = List.of("file", "line", "column", "rule", "message", "suggestion", "source");

    private static final List<String> HEADINGS = List.of("File", "Line", "Column", "Rule", "Message", "Suggestion");

    /**
     * Returns the finding of a problem.
     *
     * @param width the maximum columns of its line
     */
    static FindingRecord of(ScriptProblem problem, int width) {
        return new FindingRecord(
                problem.format(width),
                Arrays.asList(
                        problem.file(),
                        known(problem.line()),
                        known(problem.column()),
                        problem.rule().id(),
                        problem.message(),
                        problem.suggestion().orElse(null),
                        problem.source()));
    }

    private static Integer known(int place) {
        return place > 0 ? place : null;
    }

    /** Returns the finding of a script that could not be checked. */
    static FindingRecord unchecked(String file, String rule, String message) {
        return new FindingRecord(file + ": " + message, Arrays.asList(file, null, null, rule, message, null, ""));
    }

    /** Returns the findings as a table for people. */
    static Table table(List<FindingRecord> findings) {
        int columns = HEADINGS.size();
        return Table.of(
                HEADINGS,
                findings.stream().map(f -> f.values().subList(0, columns)).toList());
    }
}
