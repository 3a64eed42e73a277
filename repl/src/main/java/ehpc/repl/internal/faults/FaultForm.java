package ehpc.repl.internal.faults;

import static ehpc.repl.internal.faults.FieldForm.optional;
import static ehpc.repl.internal.faults.FieldForm.required;

import ehpc.local.AnswerFault.Refusal;
import ehpc.local.AnswerFault.Reset.Moment;
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

    private static final FieldForm<Refusal, Duration> RETRY_AFTER =
            optional("retryAfter", FieldType.DURATION, Refusal::withRetryAfter);
    private static final FieldForm<Refusal, Boolean> CARRIED_OUT =
            optional("carriedOut", FieldType.FLAG, Refusal::withCarriedOut);

    /** All faults, in the order of their documentation. */
    static final List<FaultForm<?>> ALL = List.of(
            with(
                    Fault.latency(Duration.ZERO),
                    required("delay", FieldType.DURATION, (fault, delay) -> Fault.latency(delay))),
            with(
                    Fault.lateAnswer(Duration.ZERO),
                    required("delay", FieldType.DURATION, (fault, delay) -> Fault.lateAnswer(delay))),
            with(Fault.unavailable(), RETRY_AFTER, CARRIED_OUT),
            with(
                    Fault.throttled(),
                    optional("status", FieldType.WHOLE, (fault, status) -> Fault.throttled(status)),
                    RETRY_AFTER),
            with(Fault.unknownError(), CARRIED_OUT),
            with(Fault.conflict()),
            with(Fault.expiredToken()),
            with(
                    Fault.error(500, "InternalError", "a fault on demand"),
                    required("status", FieldType.WHOLE, Refusal::withStatus),
                    required("code", FieldType.TEXT, Refusal::withCode),
                    optional("message", FieldType.TEXT, Refusal::withMessage),
                    RETRY_AFTER,
                    CARRIED_OUT),
            with(Fault.cutBefore()),
            with(Fault.lostAnswer()),
            with(Fault.halfAnswer()),
            with(Fault.otherPage()),
            with(Fault.brokenJson()),
            with(Fault.wrongTypes()),
            with(
                    Fault.reset(Moment.BEFORE_WORK),
                    required(
                            "moment",
                            FieldType.oneOf(List.of(Moment.values()), Moment::word),
                            (fault, moment) -> Fault.reset(moment))),
            with(Fault.emptyPage()),
            with(Fault.shortPage()),
            with(Fault.shiftedPage(1), required("by", FieldType.WHOLE, (fault, by) -> Fault.shiftedPage(by))),
            with(
                    Fault.connectionsRefused(Duration.ofSeconds(1)),
                    required("duration", FieldType.DURATION, (fault, duration) -> Fault.connectionsRefused(duration))),
            with(Fault.listedLate(1), required("reads", FieldType.WHOLE, (fault, reads) -> Fault.listedLate(reads))),
            with(Fault.statusLate(1), required("reads", FieldType.WHOLE, (fault, reads) -> Fault.statusLate(reads))),
            with(Fault.resultsLate(1), required("reads", FieldType.WHOLE, (fault, reads) -> Fault.resultsLate(reads))),
            with(Fault.resultsNever()),
            with(Fault.partFailure()),
            with(Fault.nodeDies()),
            with(Fault.nodeAppears()),
            with(
                    Fault.clockJump(Duration.ofHours(1)),
                    required("offset", FieldType.OFFSET, (fault, offset) -> Fault.clockJump(offset))));

    static final List<String> NAMES = ALL.stream().map(FaultForm::name).toList();

    private static final Map<String, FaultForm<?>> BY_NAME =
            ALL.stream().collect(Collectors.toMap(FaultForm::name, form -> form));

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static <F extends Fault> FaultForm<F> with(F start, FieldForm<F, ?>... fields) {
        return new FaultForm<>(start, List.of(fields));
    }

    static Optional<FaultForm<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    String name() {
        return start.name();
    }

    /** Returns the fault with its given fields; those with problems keep their defaults. */
    F read(Map<String, Node> given, FileProblems problems) {
        F fault = start;
        for (FieldForm<F, ?> field : fields) {
            fault = field.read(fault, given, problems);
        }
        return fault;
    }
}
