package ehpc.command;

import java.util.regex.Pattern;

/** Constructs that every shell ends at the same position, with a pattern for each. */
final class ShellExpansions {

    /** The name of a variable without braces. */
    static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|[0-9@*#?!$-]");

    private static final String NAME = "(?:[A-Za-z_][A-Za-z0-9_]*|[0-9]+|[@*#?!$-])";
    private static final String VARIABLE = "\\$(?:\\{#?" + NAME + "}|" + NAME + ")";

    /** Expansions that every shell ends at the same position. */
    static final Pattern PARAMETER =
            Pattern.compile("\\$\\{[#!]?" + NAME + "(?:[^'\"`\\\\{}$\\n]|" + VARIABLE + ")*+}");

    private static final String SUM = "(?:[\\w \\t+*/%<>=!&|^~?:;,\\[\\]-]|" + VARIABLE + ")";
    static final Pattern ARITHMETIC =
            Pattern.compile("\\(\\((?:" + SUM + "|\\((?:" + SUM + "|\\(" + SUM + "*+\\))*+\\))*+\\)\\)");
    static final Pattern OLD_ARITHMETIC = Pattern.compile("\\$\\[(?:[\\w \\t+*/%-]|" + VARIABLE + ")*+]");
    static final Pattern BACKTICKS = Pattern.compile("`(?:[\\w \\t./:=,@%+-]|" + VARIABLE + ")*+`");

    /** {@code $'...'} with the same end in shells that do not support it. */
    static final Pattern ESCAPES = Pattern.compile("\\$'(?:[^'\\\\\\n]|\\\\[^'\\n])*+'");

    static final Pattern FUNCTION = Pattern.compile("\\([ \\t]*\\)");

    private ShellExpansions() {}
}
