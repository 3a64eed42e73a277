package ehpc.plan;

import ehpc.node.NodeNames;
import ehpc.text.TextWidth;
import ehpc.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Formats plans for people: a block for each step, then the totals. */
final class PlanText {

    private static final int MOST_WAVES = 12;
    private static final int MOST_IDS = 6;
    /** Keeps ids of up to 32 characters unbroken on lines of 80 columns. */
    private static final int IDS_IN_LINE = 2;

    private static final String GAP = "  ";

    private final StringBuilder text = new StringBuilder();

    private PlanText() {}

    static String of(Plan plan) {
        PlanText page = new PlanText();
        page.head(plan);
        String cluster = "";
        for (Step step : plan.steps()) {
            if (!step.cluster().equals(cluster)) {
                page.line("");
                page.title(step);
                cluster = step.cluster();
            } else if (page.isFirst()) {
                page.line("");
                page.title(step);
            }
            page.step(step);
        }
        page.tail(plan);
        return page.text.toString();
    }

    /** Returns a single step, below the title of its cluster. */
    static String of(Step step) {
        PlanText page = new PlanText();
        page.title(step);
        page.step(step);
        return page.text.toString();
    }

    private void title(Step step) {
        line(step.cluster().isEmpty() ? "account" : "cluster " + step.cluster());
    }

    private boolean isFirst() {
        return text.indexOf("\n") == text.length() - 1;
    }

    private void head(Plan plan) {
        line("plan of " + plan.script().name()
                + (plan.args().isEmpty() ? "" : " " + json(plan.args()))
                + (plan.region().isEmpty() ? "" : " in " + plan.region())
                + (plan.place().equals(PlanPlace.REGION) ? "" : ", " + plan.place()));
    }

    private void step(Step step) {
        line("");
        String place = step.line() > 0 ? "line " + step.line() : "line unknown";
        line(GAP
                + place
                + GAP
                + step.word()
                + GAP
                + (step.changes() ? calls(step.calls().size()) : "nothing changes")
                + (step.destroys() ? ", needs confirmation" : ""));
        if (step instanceof Step.Run run) {
            run(run);
        } else if (step instanceof Step.PostScripts scripts) {
            postScripts(scripts);
        } else {
            call(step.calls().get(0));
        }
    }

    private static String calls(int count) {
        return count == 1 ? "1 call" : count + " calls";
    }

    private void postScripts(Step.PostScripts step) {
        if (step.before().isEmpty() && step.after().isEmpty()) {
            field("scripts", "none, before and after");
        }
        ListDiff.of(step.before(), step.after()).forEach(entry -> line(GAP.repeat(2) + entry));
    }

    private void call(PlannedCall call) {
        field("operation", call.operation());
        int widest = call.parameters().keySet().stream()
                .mapToInt(TextWidth::of)
                .max()
                .orElse(0);
        for (Map.Entry<String, PlannedValue> parameter : call.parameters().entrySet()) {
            boolean text = parameter.getValue() instanceof PlannedValue.Text;
            String value = parameter.getValue().toString();
            line(GAP.repeat(3) + TextWidth.pad(parameter.getKey(), widest) + GAP + (text ? json(value) : value));
        }
    }

    private void run(Step.Run run) {
        field("command", json(run.command()) + " (" + run.bytes() + " bytes)");
        if (run.marked()) {
            field("marker", "# ehpc RUN.NUMBER, a comment on a line of its own at the end");
        }
        field("nodes", nodes(run));
        ids(run.nodes());
        field("from", run.directory().isEmpty() ? "/root, the service's default" : run.directory());
        field("timeout", run.timeoutSeconds() + " s");
        field("tolerate", run.tolerated() == 1 ? "1 node" : run.tolerated() + " nodes");
        if (run.waves().size() > 1) {
            waves(run.waves());
        }
    }

    private static String nodes(Step.Run run) {
        if (run.nodes().isEmpty()) {
            return "none, nothing is sent";
        }
        List<String> names = run.nodes().stream().map(PlannedNode::name).toList();
        String folded = NodeNames.fold(names) + " (" + names.size() + ")";
        return run.everyNode() ? folded + ", every node: no list is sent" : folded;
    }

    private void ids(List<PlannedNode> nodes) {
        List<String> ids = nodes.stream().limit(MOST_IDS).map(PlannedNode::id).toList();
        for (int from = 0; from < ids.size(); from += IDS_IN_LINE) {
            int to = Math.min(ids.size(), from + IDS_IN_LINE);
            field(from == 0 ? "ids" : "", String.join(" ", ids.subList(from, to)));
        }
        if (nodes.size() > MOST_IDS) {
            field("", "and " + (nodes.size() - MOST_IDS) + " more");
        }
    }

    private void waves(List<Step.Wave> waves) {
        int width = String.valueOf(Math.min(waves.size(), MOST_WAVES)).length();
        for (int i = 0; i < Math.min(waves.size(), MOST_WAVES); i++) {
            Step.Wave wave = waves.get(i);
            String number = " ".repeat(width - String.valueOf(i + 1).length()) + (i + 1);
            String count =
                    wave.calls().size() == 1 ? "" : ", " + calls(wave.calls().size());
            field(i == 0 ? "waves" : "", number + GAP + wave.nodes() + " (" + wave.count() + ")" + count);
        }
        if (waves.size() > MOST_WAVES) {
            field("", "and " + (waves.size() - MOST_WAVES) + " more");
        }
    }

    private void field(String name, String value) {
        line(GAP.repeat(2) + TextWidth.pad(name, 9) + GAP + value);
    }

    private void tail(Plan plan) {
        line("");
        plan.end().ifPresent(end -> line(end + "; the steps after that line are unknown"));
        String what = plan.changes() ? "" : "nothing would change; ";
        List<String> counts = new ArrayList<>();
        counts.add(count(plan.clusters(), "cluster"));
        counts.add(count(plan.steps().size(), "step"));
        counts.add(calls(plan.calls()));
        counts.add(count(plan.nodes(), "node"));
        line(what + String.join(", ", counts) + (plan.isComplete() ? "" : " up to there") + confirmations(plan)
                + "; nothing was sent");
    }

    private static String confirmations(Plan plan) {
        long number = plan.steps().stream().filter(Step::destroys).count();
        return number == 0 ? "" : "; " + number + (number == 1 ? " step needs" : " steps need") + " confirmation";
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private void line(String line) {
        text.append(VisibleText.line(line.stripTrailing())).append('\n');
    }

    /** Returns a text as JSON, with control characters escaped. */
    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
