package ehpc.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ehpc.PostScriptEntry;
import java.util.List;
import java.util.Optional;

/** The form of a step as JSON, by its kind. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "kind",
        visible = true)
@JsonSubTypes({
    @JsonSubTypes.Type(value = StepForm.Call.class, name = "call"),
    @JsonSubTypes.Type(value = StepForm.PostScripts.class, name = "postScripts"),
    @JsonSubTypes.Type(value = StepForm.Run.class, name = "run")
})
sealed interface StepForm {

    Step step();

    static StepForm of(Step step) {
        Optional<String> cluster = nonEmpty(step.cluster());
        if (step instanceof Step.Run run) {
            return new Run(
                    run.line(),
                    run.word(),
                    cluster,
                    run.changes(),
                    "run",
                    run.command(),
                    run.bytes(),
                    nonEmpty(run.directory()),
                    run.timeoutSeconds(),
                    run.tolerated(),
                    run.everyNode(),
                    run.nodes(),
                    run.waves(),
                    run.marked());
        }
        PlannedCall call = step.calls().get(0);
        return step instanceof Step.PostScripts scripts
                ? new PostScripts(
                        step.line(),
                        step.word(),
                        cluster,
                        step.changes(),
                        "postScripts",
                        scripts.before(),
                        scripts.after(),
                        call)
                : new Call(step.line(), step.word(), cluster, step.changes(), "call", step.destroys(), call);
    }

    private static Optional<String> nonEmpty(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    record Call(
            int line,
            String word,
            Optional<String> cluster,
            boolean changes,
            String kind,
            boolean destroys,
            PlannedCall call)
            implements StepForm {

        @Override
        public Step step() {
            return new Step.Call(line, word, cluster.orElse(""), destroys, call);
        }
    }

    record PostScripts(
            int line,
            String word,
            Optional<String> cluster,
            boolean changes,
            String kind,
            List<PostScriptEntry> before,
            List<PostScriptEntry> after,
            PlannedCall call)
            implements StepForm {

        @Override
        public Step step() {
            return new Step.PostScripts(line, word, cluster.orElse(""), call, before, after);
        }
    }

    record Run(
            int line,
            String word,
            Optional<String> cluster,
            boolean changes,
            String kind,
            String command,
            int bytes,
            Optional<String> directory,
            long timeoutSeconds,
            int tolerated,
            boolean everyNode,
            List<PlannedNode> nodes,
            List<Step.Wave> waves,
            boolean marked)
            implements StepForm {

        @Override
        public Step step() {
            return new Step.Run(
                    line,
                    word,
                    cluster.orElse(""),
                    command,
                    directory.orElse(""),
                    timeoutSeconds,
                    tolerated,
                    everyNode,
                    nodes,
                    waves,
                    marked);
        }
    }
}
