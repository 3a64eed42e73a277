package ehpc.repl.internal.result;

import ehpc.Outcome;
import ehpc.ResultGroup;
import ehpc.RunResult;
import ehpc.repl.internal.render.TextDiff;
import ehpc.repl.internal.terminal.Color;
import ehpc.script.ResultPrinter;
import ehpc.text.VisibleText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Results as text: equal ones once, after the folded names of their nodes.
 *
 * @param mask masks the secrets in titles, which may have a message of the service
 * @param colored whether headers have colours
 * @param visible whether control characters are escaped, for a terminal
 * @param diff whether groups are shown as their differences from the largest one
 */
public record Gathered(UnaryOperator<String> mask, boolean colored, boolean visible, boolean diff)
        implements ResultPrinter {

    private static final String INDENT = "  ";
    private static final int PIECE = 16_384;
    private static final Set<Outcome> HAVE_RUN = EnumSet.of(Outcome.OK, Outcome.FAILED, Outcome.TIMED_OUT);

    @Override
    public void print(RunResult result, Appendable out) throws IOException {
        StringBuilder text = new StringBuilder();
        List<ResultGroup> groups = result.gathered();
        Optional<ResultGroup> base = diff && groups.size() > 1 ? largest(groups) : Optional.empty();
        for (ResultGroup group : inOrder(groups, base)) {
            if (base.isEmpty() || group == base.get() || !hasRun(group)) {
                addTitle(text, group.title(), group);
                group.lines().forEach(line -> addLine(text, line, Optional.empty()));
            } else {
                addDifferent(text, group, base.get());
            }
            if (text.length() > PIECE) {
                out.append(text);
                text.setLength(0);
            }
        }
        out.append(text);
    }

    /** Returns the reference of the differences: the largest group that ran, the first of equally large ones. */
    private static Optional<ResultGroup> largest(List<ResultGroup> groups) {
        return groups.stream()
                .filter(Gathered::hasRun)
                .min(Comparator.comparing(group -> -group.results().size()));
    }

    private static boolean hasRun(ResultGroup group) {
        return HAVE_RUN.contains(group.first().outcome());
    }

    private static List<ResultGroup> inOrder(List<ResultGroup> groups, Optional<ResultGroup> first) {
        List<ResultGroup> ordered = new ArrayList<>(groups);
        first.ifPresent(group -> {
            ordered.remove(group);
            ordered.add(0, group);
        });
        return ordered;
    }

    private void addDifferent(StringBuilder text, ResultGroup group, ResultGroup base) {
        List<String> hunks = TextDiff.hunks(base.first().output(), group.first().output());
        String relation = (hunks.isEmpty() ? "same output as " : "differs from ") + base.getNodes();
        String title = group.title() + (group.first().isOk() ? " " : ", ") + relation;
        addTitle(text, title, group);
        hunks.forEach(line -> addLine(text, line, ofHunk(line)));
    }

    /** Returns the colour of a line of a unified diff. */
    private static Optional<Color> ofHunk(String line) {
        return switch (line.charAt(0)) {
            case '-' -> Optional.of(Color.BAD);
            case '+' -> Optional.of(Color.GOOD);
            case '@' -> Optional.of(Color.TITLE);
            default -> Optional.empty();
        };
    }

    private void addTitle(StringBuilder text, String title, ResultGroup group) {
        text.append(shown(mask.apply(title), Optional.of(group.first().isOk() ? Color.GOOD : Color.BAD)))
                .append('\n');
    }

    private void addLine(StringBuilder text, String line, Optional<Color> color) {
        text.append(INDENT).append(shown(line, color)).append('\n');
    }

    private String shown(String line, Optional<Color> color) {
        String shown = visible ? VisibleText.withTabs(line) : line;
        return color.filter(c -> colored).map(c -> c.on(shown)).orElse(shown);
    }
}
