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
 * The settings of a run. Immutable.
 *
 * @param args the arguments of the script
 * @param environment the environment variables of the script, also the source of secrets
 * @param output the output for results and for the script
 * @param printer the format of results
 * @param taker receives each result as soon as it exists; empty if the results are kept
 * @param approval decides whether a step is sent; empty to send every step
 * @param effects whether side effects on the machine are allowed while the script is planned
 * @param secrets receives each secret that the script uses
 * @param marked whether commands get a marker when they are sent
 */
public record RunSettings(
        List<String> args,
        Map<String, String> environment,
        Appendable output,
        ResultPrinter printer,
        Optional<Consumer<RunResult>> taker,
        Optional<Predicate<Step>> approval,
        boolean effects,
        Consumer<Secret> secrets,
        boolean marked) {

    /** Returns the defaults: the environment and standard output of the process; results are gathered and kept. */
    public static RunSettings usual() {
        return new RunSettings(
                List.of(),
                System.getenv(),
                System.out,
                ResultPrinter.GATHERED,
                Optional.empty(),
                Optional.empty(),
                false,
                secret -> {},
                false);
    }

    public RunSettings args(List<String> arguments) {
        return new RunSettings(
                List.copyOf(arguments), environment, output, printer, taker, approval, effects, secrets, marked);
    }

    public RunSettings environment(Map<String, String> variables) {
        return new RunSettings(args, Map.copyOf(variables), output, printer, taker, approval, effects, secrets, marked);
    }

    public RunSettings output(Appendable out) {
        return new RunSettings(args, environment, out, printer, taker, approval, effects, secrets, marked);
    }

    public RunSettings printer(ResultPrinter results) {
        return new RunSettings(args, environment, output, results, taker, approval, effects, secrets, marked);
    }

    public RunSettings taker(Consumer<RunResult> everyResult) {
        return new RunSettings(
                args, environment, output, printer, Optional.of(everyResult), approval, effects, secrets, marked);
    }

    public RunSettings approval(Predicate<Step> asked) {
        return new RunSettings(args, environment, output, printer, taker, Optional.of(asked), effects, secrets, marked);
    }

    public RunSettings allowingEffects() {
        return new RunSettings(args, environment, output, printer, taker, approval, true, secrets, marked);
    }

    public RunSettings secrets(Consumer<Secret> everySecret) {
        return new RunSettings(args, environment, output, printer, taker, approval, effects, everySecret, marked);
    }

    public RunSettings marked(boolean marker) {
        return new RunSettings(args, environment, output, printer, taker, approval, effects, secrets, marker);
    }
}
