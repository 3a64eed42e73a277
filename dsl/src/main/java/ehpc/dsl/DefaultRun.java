package ehpc.dsl;

import ehpc.RunResult;
import ehpc.RunStep;
import ehpc.api.InputException;
import ehpc.command.Command;
import ehpc.node.CountOrPercent;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A {@code run} statement before its {@code on}. */
final class DefaultRun implements RunDsl {

    private final ClusterScope scope;
    private final RunStep step;

    DefaultRun(ClusterScope scope, RunStep step) {
        this.scope = scope;
        this.step = step;
    }

    @Override
    public RunDsl from(String directory) {
        return next(step.from(directory));
    }

    @Override
    public RunDsl timeout(Duration limit) {
        return next(step.timeout(limit));
    }

    @Override
    public RunDsl tolerate(int nodes) {
        return next(step.tolerate(CountOrPercent.count(nodes)));
    }

    @Override
    public RunDsl tolerate(CountOrPercent share) {
        return next(step.tolerate(share));
    }

    @Override
    public RunDsl waves(Object... sizes) {
        List<CountOrPercent> shares =
                Arrays.stream(sizes).map(DefaultRun::share).toList();
        return next(step.waves(shares.toArray(CountOrPercent[]::new)));
    }

    private static CountOrPercent share(Object size) {
        if (size instanceof CountOrPercent share) {
            return share;
        }
        if (size instanceof Integer nodes) {
            return CountOrPercent.count(nodes);
        }
        throw new InputException("a wave must be a number of nodes or a share like 10.percent, is " + size);
    }

    @Override
    public RunResult on(NodeSet nodes) {
        return scope.session().track(send(here -> here.on(nodes)));
    }

    @Override
    public RunResult on(Node node) {
        return scope.session().track(send(here -> here.on(node)));
    }

    @Override
    public RunResult onAndPrint(NodeSet nodes) {
        return scope.printed(send(here -> here.on(nodes)));
    }

    @Override
    public RunResult onAndPrint(Node node) {
        return scope.printed(send(here -> here.on(node)));
    }

    @Override
    public RunResult onOrFail(NodeSet nodes) {
        return scope.required(send(here -> here.on(nodes)));
    }

    @Override
    public RunResult onOrFail(Node node) {
        return scope.required(send(here -> here.on(node)));
    }

    private RunResult send(Function<RunStep, RunResult> sending) {
        scope.ready(this);
        return scope.performed("run", origin -> sending.apply(step.at(origin)));
    }

    private RunDsl next(RunStep longer) {
        DefaultRun run = new DefaultRun(scope, longer);
        scope.replace(this, run);
        return run;
    }

    Command command() {
        return step.command();
    }
}
