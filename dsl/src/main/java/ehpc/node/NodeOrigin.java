package ehpc.node;

/**
 * How a set of nodes was asked for.
 *
 * @param text as it can be typed, such as {@code nodes - nodes.login}, or a description
 * @param typed whether it can be typed
 * @param compound whether an operator is in it, so that what follows needs parentheses around it
 */
record NodeOrigin(String text, boolean typed, boolean compound) {

    private static final int LONGEST = 300;
    private static final int KEPT = 120;

    static NodeOrigin typed(String text) {
        return new NodeOrigin(text, true, false);
    }

    static NodeOrigin described(String text) {
        return new NodeOrigin(text, false, false);
    }

    /** A member of it, such as {@code .compute}. */
    NodeOrigin member(String suffix) {
        return bounded(closed() + suffix, typed, false);
    }

    /** It and another one with an operator between. */
    NodeOrigin with(String operator, NodeOrigin other) {
        boolean additive = operator.equals("+") || operator.equals("-");
        boolean plainLeft = additive && !text.contains(" & ") && !text.contains(" ^ ");
        String left = plainLeft ? text : closed();
        return bounded(left + " " + operator + " " + other.closed(), typed && other.typed, true);
    }

    private String closed() {
        return compound ? "(" + text + ")" : text;
    }

    /** A set that was made in many steps does not drag a text behind that grows with each. */
    private static NodeOrigin bounded(String text, boolean typed, boolean compound) {
        if (text.length() <= LONGEST) {
            return new NodeOrigin(text, typed, compound);
        }
        String shortened = text.substring(0, KEPT) + " ... " + text.substring(text.length() - KEPT);
        return new NodeOrigin(shortened, false, false);
    }

    /** What to do where it matched none and that is fine. */
    String allowEmpty() {
        return typed && compound ? "write on(" + closed() + ".allowEmpty())" : "add .allowEmpty() to it";
    }

    @Override
    public String toString() {
        return text;
    }
}
