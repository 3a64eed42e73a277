package ehpc.script.internal.syntax;

import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.Expression;

/**
 * Refuses commands that are built from values as plain text: in {@code run "rm ${f}"} the value stays separate and is quoted, in
 * {@code run 'rm ' + f} it becomes part of the text, and a shell would read it.
 */
final class PlainText {

    private PlainText() {}

    /** Returns the finding for the text of a {@code run}, if any. */
    static Optional<Finding> of(Expression command, TextOrigin origin) {
        return origin.of(command).map(how -> finding(command, how));
    }

    private static Finding finding(Expression command, String how) {
        Optional<String> better = TemplateRewriter.of(command).map(text -> "run " + text);
        String message = "a command must not be built as plain text: " + how + "; write "
                + better.orElse("run \"... ${value} ...\"")
                + ", which keeps each value one word, or run raw(...) to insert a value as shell code";
        return new Finding(Rule.PLAIN_TEXT, message, better);
    }
}
