package ehpc.script.internal.runtime;

import ehpc.EhpcClient;
import ehpc.RunResult;
import ehpc.api.Secret;
import ehpc.plan.ApprovalGate;
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
 * @param confirmation decides whether a step that removes, stops or replaces something is sent, unless {@code approval} decides; empty to send it
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
        Optional<Predicate<Step>> confirmation,
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
                Optional.empty(),
                false,
                secret -> {},
                false);
    }

    public RunSettings args(List<String> arguments) {
        return new RunSettings(
                List.copyOf(arguments),
                environment,
                output,
                printer,
                taker,
                approval,
                confirmation,
                effects,
                secrets,
                marked);
    }

    public RunSettings environment(Map<String, String> variables) {
        return new RunSettings(
                args, Map.copyOf(variables), output, printer, taker, approval, confirmation, effects, secrets, marked);
    }

    public RunSettings output(Appendable out) {
        return new RunSettings(
                args, environment, out, printer, taker, approval, confirmation, effects, secrets, marked);
    }

    public RunSettings printer(ResultPrinter results) {
        return new RunSettings(
                args, environment, output, results, taker, approval, confirmation, effects, secrets, marked);
    }

    public RunSettings taker(Consumer<RunResult> everyResult) {
        return new RunSettings(
                args,
                environment,
                output,
                printer,
                Optional.of(everyResult),
                approval,
                confirmation,
                effects,
                secrets,
                marked);
    }

    public RunSettings approval(Predicate<Step> asked) {
        return new RunSettings(
                args, environment, output, printer, taker, Optional.of(asked), confirmation, effects, secrets, marked);
    }

    public RunSettings confirmation(Predicate<Step> asked) {
        return new RunSettings(
                args, environment, output, printer, taker, approval, Optional.of(asked), effects, secrets, marked);
    }

    /** Returns the gate that every effect passes; empty if none is asked about. */
    Optional<ApprovalGate> gate(EhpcClient ehpc) {
        return approval.map(asked -> new ApprovalGate(ehpc, asked, marked))
                .or(() -> confirmation.map(asked -> ApprovalGate.ofDestroying(ehpc, asked, marked)));
    }

    public RunSettings allowingEffects() {
        return new RunSettings(
                args, environment, output, printer, taker, approval, confirmation, true, secrets, marked);
    }

    public RunSettings secrets(Consumer<Secret> everySecret) {
        return new RunSettings(
                args, environment, output, printer, taker, approval, confirmation, effects, everySecret, marked);
    }

    public RunSettings marked(boolean marker) {
        return new RunSettings(
                args, environment, output, printer, taker, approval, confirmation, effects, secrets, marker);
    }
}
