package ehpc.plan;

/** The value of a request parameter in a plan. */
public sealed interface PlannedValue {

    /**
     * A text that is sent unchanged.
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
     * A secret that is read when the plan is applied.
     *
     * @param name the name of its environment variable
     */
    record SecretName(String name) implements PlannedValue {

        /** Returns its form in a script. */
        @Override
        public String toString() {
            return "secret('" + name + "')";
        }
    }

    /** A secret without a name, which the plan omits. */
    record Withheld() implements PlannedValue {

        /** Returns three asterisks. */
        @Override
        public String toString() {
            return "***";
        }
    }
}
