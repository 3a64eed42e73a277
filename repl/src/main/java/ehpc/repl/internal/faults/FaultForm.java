package ehpc.repl.internal.faults;

import static ehpc.repl.internal.faults.FieldForm.required;

import ehpc.local.AnswerFault.Refusal;
import ehpc.local.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A fault in a fault file.
 *
 * @param start the fault before its fields are set
 * @param fields its own fields, without those of every rule
 */
record FaultForm<F extends Fault>(F start, List<FieldForm<F, ?>> fields) {

    private static final String MESSAGE = "a fault on demand";

    /** All faults, in the order of their documentation. */
    static final List<FaultForm<?>> ALL = List.of(
            with(
                    Fault.latency(Duration.ZERO),
                    required("delay", FieldType.DURATION, (fault, delay) -> Fault.latency(delay))),
            with(
                    Fault.lateAnswer(Duration.ZERO),
                    required("delay", FieldType.DURATION, (fault, delay) -> Fault.lateAnswer(delay))),
            with(Fault.unavailable()),
            with(Fault.throttled()),
            with(
                    Fault.error(500, "InternalError", MESSAGE),
                    required(
                            "status",
                            FieldType.WHOLE,
                            (fault, status) -> Fault.error(status, fault.code(), fault.message())),
                    required(
                            "code",
                            FieldType.TEXT,
                            (fault, code) -> Fault.error(fault.httpStatus(), code, fault.message())),
                    FieldForm.<Refusal, String>optional(
                            "message",
                            FieldType.TEXT,
                            (fault, message) -> Fault.error(fault.httpStatus(), fault.code(), message))),
            with(Fault.cutBefore()),
            with(Fault.lostAnswer()),
            with(Fault.halfAnswer()),
            with(Fault.otherPage()),
            with(Fault.listedLate(1), required("looks", FieldType.WHOLE, (fault, looks) -> Fault.listedLate(looks))),
            with(Fault.nodeDies()));

    static final List<String> NAMES = ALL.stream().map(FaultForm::name).toList();

    private static final Map<String, FaultForm<?>> BY_NAME =
            ALL.stream().collect(Collectors.toMap(FaultForm::name, form -> form));

    @SafeVarargs
    private static <F extends Fault> FaultForm<F> with(F start, FieldForm<F, ?>... fields) {
        return new FaultForm<>(start, List.of(fields));
    }

    static Optional<FaultForm<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    String name() {
        return start.name();
    }

    /** Returns the fault with its fields as given, as far as they have no problem. */
    F read(Map<String, Node> given, FileProblems problems) {
        F fault = start;
        for (FieldForm<F, ?> field : fields) {
            fault = field.read(fault, given, problems);
        }
        return fault;
    }
}
