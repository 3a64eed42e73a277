package ehpc.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The form of a plan as JSON, without its digest. Fields that follow from others are for people, and are not read. */
record PlanForm(
        String format,
        int version,
        ScriptForm script,
        List<String> args,
        String region,
        boolean regionOfScript,
        Optional<String> endpoint,
        boolean local,
        boolean complete,
        Optional<PlanEnd> end,
        boolean changes,
        Counts counts,
        List<String> withheld,
        List<StepForm> steps) {

    static final String FORMAT = "ehpc-plan";
    static final int VERSION = 3;

    record ScriptForm(String name, Optional<String> file, String sha256, String marks) {}

    record Counts(int clusters, int steps, int calls, int nodes) {}

    static PlanForm of(Plan plan) {
        PlannedScript script = plan.script();
        return new PlanForm(
                FORMAT,
                VERSION,
                new ScriptForm(
                        script.name(),
                        script.file().map(Path::toString),
                        script.sha256(),
                        String.join(" ", script.marks())),
                plan.args(),
                plan.region(),
                plan.regionOfScript(),
                plan.place().endpoint(),
                plan.place().local(),
                plan.isComplete(),
                plan.end(),
                plan.changes(),
                new Counts(plan.clusters(), plan.steps().size(), plan.calls(), plan.nodes()),
                plan.withheld(),
                plan.steps().stream().map(StepForm::of).toList());
    }

    Plan plan() {
        return new Plan(
                new PlannedScript(
                        script.name(),
                        script.file().map(Path::of),
                        script.sha256(),
                        List.of(script.marks().split(" "))),
                args,
                region,
                regionOfScript,
                new PlanPlace(endpoint, local),
                steps.stream().map(StepForm::step).toList(),
                end,
                withheld);
    }
}
