package ehpc.plan;

/** The value of a request parameter in a plan. */
public sealed interface PlannedValue {

    /**
     * A text that is sent as it is.
     *
     * @param text the value
     */
    record Text(String text) implements PlannedValue {

        /** Returns the text. */
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * A secret that is looked up when the plan is carried out.
     *
     * @param name of the environment variable that holds it
     */
    record SecretName(String name) implements PlannedValue {

        /** As a script says it. */
        @Override
        public String toString() {
            return "secret('" + name + "')";
        }
    }

    /** A secret that the plan has no name for, and leaves out. */
    record Withheld() implements PlannedValue {

        /** Three stars. */
        @Override
        public String toString() {
            return "***";
        }
    }
}
