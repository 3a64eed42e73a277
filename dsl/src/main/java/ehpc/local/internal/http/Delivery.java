package ehpc.local.internal.http;

import ehpc.local.AnswerFault;
import ehpc.local.AnswerFault.LostAnswer;
import ehpc.local.AnswerFault.Reset;
import ehpc.local.internal.port.Ending;
import java.time.Duration;
import java.util.Optional;

/**
 * The delivery of an answer.
 *
 * @param delay the additional delay
 * @param content the part of the answer that is sent
 * @param ending the end of the client's connection
 */
record Delivery(Duration delay, Content content, Ending ending) {

    /** The part of an answer that is sent. */
    enum Content {
        WHOLE,
        NOTHING,
        /** The first half of the body, then the end of the connection. */
        HALF,
        /** The first half of the body, sent as a complete body. */
        CUT_SHORT,
        WRONG_TYPES,
        OTHER_PAGE
    }

    static final Delivery INTACT = new Delivery(Duration.ZERO, Content.WHOLE, Ending.PLAIN);

    /** Returns the delivery of an answer with a fault. */
    static Delivery of(Optional<AnswerFault> fault) {
        return fault.map(Delivery::of).orElse(INTACT);
    }

    private static Delivery of(AnswerFault fault) {
        if (fault instanceof AnswerFault.LateAnswer late) {
            return new Delivery(late.delay(), Content.WHOLE, Ending.PLAIN);
        }
        if (fault instanceof AnswerFault.CutBefore) {
            return new Delivery(Duration.ZERO, Content.NOTHING, Ending.PLAIN);
        }
        if (fault instanceof LostAnswer lost) {
            return new Delivery(Duration.ZERO, content(lost.kind()), Ending.PLAIN);
        }
        return fault instanceof Reset reset ? reset(reset.moment()) : INTACT;
    }

    private static Content content(LostAnswer.Kind kind) {
        return switch (kind) {
            case NOTHING -> Content.NOTHING;
            case HALF -> Content.HALF;
            case BROKEN_JSON -> Content.CUT_SHORT;
            case WRONG_TYPES -> Content.WRONG_TYPES;
            case OTHER_PAGE -> Content.OTHER_PAGE;
        };
    }

    private static Delivery reset(Reset.Moment moment) {
        return switch (moment) {
            case BEFORE_WORK, BEFORE_ANSWER -> new Delivery(Duration.ZERO, Content.NOTHING, Ending.RESET);
            case INSIDE_ANSWER -> new Delivery(Duration.ZERO, Content.HALF, Ending.RESET);
            case AFTER_ANSWER -> new Delivery(Duration.ZERO, Content.WHOLE, Ending.RESET_BY_NEXT_REQUEST);
        };
    }
}
