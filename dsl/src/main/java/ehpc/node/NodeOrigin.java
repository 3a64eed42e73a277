package ehpc.node;

/**
 * The expression that selected a set of nodes.
 *
 * @param text the expression, such as {@code nodes - nodes.login}, or a description
 * @param typed whether the text is an expression
 * @param compound whether it contains an operator and needs parentheses before a member
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

    /** Returns the origin of a member, such as {@code .compute}. */
    NodeOrigin member(String suffix) {
        return bounded(closed() + suffix, typed, false);
    }

    /** Returns both origins with an operator between them. */
    NodeOrigin with(String operator, NodeOrigin other) {
        boolean additive = operator.equals("+") || operator.equals("-");
        boolean plainLeft = additive && !text.contains(" & ") && !text.contains(" ^ ");
        String left = plainLeft ? text : closed();
        return bounded(left + " " + operator + " " + other.closed(), typed && other.typed, true);
    }

    private String closed() {
        return compound ? "(" + text + ")" : text;
    }

    /** Limits the text, which would otherwise grow with each step of a loop. */
    private static NodeOrigin bounded(String text, boolean typed, boolean compound) {
        if (text.length() <= LONGEST) {
            return new NodeOrigin(text, typed, compound);
        }
        String shortened = text.substring(0, KEPT) + " ... " + text.substring(text.length() - KEPT);
        return new NodeOrigin(shortened, false, false);
    }

    /** Returns the expression that accepts an empty set. */
    String allowEmpty() {
        return typed && compound ? "write on(" + closed() + ".allowEmpty())" : "add .allowEmpty() to it";
    }

    @Override
    public String toString() {
        return text;
    }
}
