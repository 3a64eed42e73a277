package ehpc.script.internal.diagnostics;

import ehpc.script.Rule;
import ehpc.script.ScriptProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.control.SourceUnit;

/** The findings on a script, collected separately from the compiler's errors, which would end the compilation. */
public final class Findings {

    private final Source source;
    private final List<ScriptProblem> problems = new ArrayList<>();

    public Findings(Source source) {
        this.source = source;
    }

    /** Attaches the findings to a unit, for later checks. */
    public void attach(SourceUnit unit) {
        unit.getAST().putNodeMetaData(Findings.class, this);
    }

    /** Returns the findings that are attached to a unit. */
    public static Findings of(SourceUnit unit) {
        return unit.getAST().getNodeMetaData(Findings.class);
    }

    /** Marks a node as reported, so that no further findings are added for it. */
    public static void markReported(ASTNode node) {
        node.putNodeMetaData("reported", true);
    }

    public static boolean isReported(ASTNode node) {
        return node.getNodeMetaData("reported") != null;
    }

    public void add(ASTNode place, Finding finding) {
        add(place.getLineNumber(), place.getColumnNumber(), finding);
    }

    public void add(int line, int column, Finding finding) {
        problems.add(source.problem(line, column, finding));
    }

    /** Adds the findings of another check of the same script. */
    public void addAll(Findings others) {
        problems.addAll(others.problems);
    }

    /** Returns the text of a line, from 1. */
    public String line(int number) {
        return source.line(number);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /**
     * Returns the findings in order; only the first of several at one position, which is the most specific, and for a line with a syntax
     * error only that.
     */
    public List<ScriptProblem> inOrder() {
        Map<List<Integer>, ScriptProblem> byPlace = new LinkedHashMap<>();
        boolean placed = problems.stream().anyMatch(p -> p.line() > 0);
        problems.stream()
                .filter(p -> !placed || p.line() > 0)
                .forEach(p -> byPlace.putIfAbsent(List.of(p.line(), p.column()), p));
        Set<Integer> reported = new HashSet<>();
        Set<Integer> unread = byPlace.values().stream()
                .filter(p -> p.rule() == Rule.SYNTAX)
                .map(ScriptProblem::line)
                .collect(Collectors.toSet());
        return byPlace.values().stream()
                .sorted(Comparator.comparingInt(ScriptProblem::line).thenComparingInt(ScriptProblem::column))
                .filter(p -> !unread.contains(p.line()) || p.rule() == Rule.SYNTAX && reported.add(p.line()))
                .toList();
    }
}
