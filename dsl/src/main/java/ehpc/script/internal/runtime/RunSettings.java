package ehpc.script.internal.runtime;

import ehpc.RunResult;
import ehpc.api.Secret;
import ehpc.plan.Step;
import ehpc.script.ResultPrinter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a run is told besides what it runs and on which account. Immutable.
 *
 * @param args the script's arguments
 * @param environment variables that the script sees, and where secrets are looked up
 * @param output where results go and what the script prints
 * @param printer how results are shown
 * @param taker takes each result as soon as it is there; empty where the results are kept
 * @param approval whether a step may be sent; empty where nobody is asked
 * @param effects whether the script may change something by itself while it is planned
 * @param secrets takes each secret that the script is given
 */
public record RunSettings(
        List<String> args,
        Map<String, String> environment,
        Appendable output,
        ResultPrinter printer,
        Optional<Consumer<RunResult>> taker,
        Optional<Predicate<Step>> approval,
        boolean effects,
        Consumer<Secret> secrets) {

    /** Returns those of a run that was told nothing: the process's environment and standard output, results gathered and kept. */
    public static RunSettings usual() {
        return new RunSettings(
                List.of(),
                System.getenv(),
                System.out,
                ResultPrinter.GATHERED,
                Optional.empty(),
                Optional.empty(),
                false,
                secret -> {});
    }

    public RunSettings args(List<String> arguments) {
        return new RunSettings(List.copyOf(arguments), environment, output, printer, taker, approval, effects, secrets);
    }

    public RunSettings environment(Map<String, String> variables) {
        return new RunSettings(args, Map.copyOf(variables), output, printer, taker, approval, effects, secrets);
    }

    public RunSettings output(Appendable out) {
        return new RunSettings(args, environment, out, printer, taker, approval, effects, secrets);
    }

    public RunSettings printer(ResultPrinter results) {
        return new RunSettings(args, environment, output, results, taker, approval, effects, secrets);
    }

    public RunSettings taker(Consumer<RunResult> everyResult) {
        return new RunSettings(
                args, environment, output, printer, Optional.of(everyResult), approval, effects, secrets);
    }

    public RunSettings approval(Predicate<Step> asked) {
        return new RunSettings(args, environment, output, printer, taker, Optional.of(asked), effects, secrets);
    }

    public RunSettings allowingEffects() {
        return new RunSettings(args, environment, output, printer, taker, approval, true, secrets);
    }

    public RunSettings secrets(Consumer<Secret> everySecret) {
        return new RunSettings(args, environment, output, printer, taker, approval, effects, everySecret);
    }
}
