package ehpc.script.internal.syntax;

import ehpc.language.Vocabulary;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Findings;
import ehpc.script.internal.words.Forms;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/**
 * Checks {@code run} statements: each option is given once, and {@code on} with nodes ends the statement ({@link RunTargets}). A bare statement is
 * changed to print its result, and one whose result is never read to fail the script if it fails.
 */
final class RunStatements {

    private static final List<String> WORDS = Vocabulary.ofSentence();
    private static final Set<String> SETS = Set.of("nodes", "node");
    private final Findings findings;
    private final Literals literals;
    private final TextOrigin origin;
    private final VariableUsage usage;
    private final Templates templates;
    private final EscapeCheck escapes;
    private final RunTargets targets;
    private final boolean ownMethods;
    private final Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param ownMethods whether a class of the script has a method {@code run}, which {@code value.run('x')} may call */
    RunStatements(
            Findings findings,
            Literals literals,
            RunTargets targets,
            TextOrigin origin,
            VariableUsage usage,
            boolean ownMethods) {
        this.findings = findings;
        this.literals = literals;
        this.origin = origin;
        this.usage = usage;
        this.templates = new Templates(findings, usage);
        this.escapes = new EscapeCheck(findings, usage);
        this.targets = targets;
        this.ownMethods = ownMethods;
    }

    /** Checks an expression whose value is used, or a part of an expression that was checked before. */
    void used(Expression expression) {
        check(expression, CommandChain.ON);
    }

    /** Checks a bare statement, which prints its result. */
    void bare(Expression expression) {
        check(expression, "onAndPrint");
    }

    /** Checks the value of a variable that is never read. */
    void unused(Expression expression) {
        check(expression, "onOrFail");
    }

    private void check(Expression expression, String on) {
        if (seen.contains(expression)) {
            return;
        }
        CommandChain.of(expression)
                .filter(statement -> !(ownMethods && statement.isOfValue()))
                .ifPresentOrElse(
                        statement -> check(statement, on), () -> seen.addAll(CommandChain.inwards(expression)));
    }

    private void check(CommandChain statement, String on) {
        seen.add(statement.run());
        seen.addAll(statement.links());
        if (CommandChain.arguments(statement.run()).isEmpty()) {
            statement.links().forEach(Findings::markReported);
            add(statement.run(), Rule.MISSING, "'run' expects " + Forms.COMMAND + ", got nothing");
            return;
        }
        if (!statement.isOfValue()) {
            statement.run().setMethod(CommandChain.renamed(statement.run(), "runCommand"));
        }
        if (BareCommand.report(statement, findings)) {
            return;
        }
        CommandChain.argument(statement.run(), 0).ifPresent(text -> {
            command(text);
            if (!(text instanceof ConstantExpression) && LiteralText.isOne(text, usage)) {
                statement.run().setArguments(ownText(text));
            }
        });
        boolean valid = options(statement);
        if (statement.on().isPresent()) {
            literals.option(statement.on().get());
            targets.end(statement, statement.on().get(), on);
        } else if (valid) {
            targets.unfinished(statement);
        }
    }

    /** Marks a text with only literal values as the script's own, so that it is accepted at run time. */
    private static Expression ownText(Expression text) {
        MethodCallExpression raw =
                new MethodCallExpression(VariableExpression.THIS_EXPRESSION, "raw", new ArgumentListExpression(text));
        raw.setImplicitThis(true);
        raw.setSourcePosition(text);
        return new ArgumentListExpression(raw);
    }

    private void command(Expression text) {
        if (text instanceof BinaryExpression && templates.addsSecret(text)) {
            return;
        }
        PlainText.of(text, origin).ifPresent(finding -> findings.add(text, finding));
        escapes.check(text);
        templates.check(text);
    }

    /** Checks the words between {@code run} and {@code on}; returns whether all of them are known. */
    private boolean options(CommandChain statement) {
        Set<String> given = new HashSet<>();
        for (Expression link : statement.options()) {
            String word = CommandChain.word(link);
            if (!Forms.isRunOption(word)) {
                return unknownWord(statement, link, word);
            }
            if (!word.equals(CommandChain.ON) && !given.add(word)) {
                add(
                        CommandChain.place(link),
                        Rule.TWICE,
                        "'" + word + "' must be given once in a statement, is given twice");
            }
            if (link instanceof MethodCallExpression call) {
                literals.option(call);
            }
        }
        return true;
    }

    /** Reports a word that is not allowed in a statement, with the likely correction; the rest of the statement is not checked. */
    private boolean unknownWord(CommandChain statement, Expression link, String word) {
        statement.links().forEach(Findings::markReported);
        int at = statement.links().indexOf(link);
        MethodCallExpression before =
                at > 0 && statement.links().get(at - 1) instanceof MethodCallExpression call ? call : statement.run();
        Optional<Expression> bareOn = CommandChain.arguments(before).stream()
                .filter(argument ->
                        argument instanceof VariableExpression v && v.getName().equals(CommandChain.ON))
                .findFirst();
        String last = Vocabulary.word(String.valueOf(before.getMethodAsString()));
        if (bareOn.isPresent()) {
            Findings.markReported(bareOn.get());
            String form = last.equals(CommandChain.RUN) ? Forms.COMMAND : Forms.runOption(last);
            add(before.getMethod(), Rule.MISSING, "'" + last + "' expects " + form + ", got nothing");
        } else if (percentSign(before).isPresent()) {
            BinaryExpression share = percentSign(before).get();
            String number = share.getLeftExpression().getText();
            Findings.markReported(share.getRightExpression());
            add(share, Rule.SYNTAX, "a share must be written as " + number + ".percent");
        } else if (Literal.isUnit(word)) {
            String given = CommandChain.arguments(before).isEmpty()
                    ? "10"
                    : CommandChain.arguments(before).get(0).getText();
            add(
                    CommandChain.place(link),
                    Rule.SYNTAX,
                    "a number and its unit must be joined by a dot: " + given + "." + word);
            CommandChain.arguments(link instanceof MethodCallExpression call ? call : before)
                    .forEach(Findings::markReported);
        } else {
            String known = "unknown word '" + word + "' in a run statement";
            if (SETS.contains(word)) {
                String right = CommandChain.ON + " " + rest(CommandChain.place(link));
                findings.add(CommandChain.place(link), Finding.of(Rule.NO_NODES, "nodes must come after on: " + right));
                return false;
            }
            Finding near = Finding.unknown(Rule.UNKNOWN_WORD, known, word, WORDS);
            boolean none = near.suggestion().isEmpty();
            findings.add(
                    CommandChain.place(link),
                    none ? Finding.of(Rule.UNKNOWN_WORD, known + "; known: " + String.join(", ", WORDS)) : near);
        }
        return false;
    }

    /** Returns the rest of a line from a position, up to the end of the statement. */
    private String rest(Expression place) {
        String line = findings.line(place.getLineNumber());
        int from = Math.min(Math.max(0, place.getColumnNumber() - 1), line.length());
        return line.substring(from).replaceFirst("\\s*([;}].*|//.*)?$", "");
    }

    /** Returns the {@code 5% on} that the parser reads in {@code tolerate 5% on nodes}. */
    private static Optional<BinaryExpression> percentSign(MethodCallExpression call) {
        return CommandChain.argument(call, 0)
                .filter(BinaryExpression.class::isInstance)
                .map(BinaryExpression.class::cast)
                .filter(share -> share.getOperation().getText().equals("%")
                        && share.getRightExpression() instanceof VariableExpression on
                        && on.getName().equals(CommandChain.ON));
    }

    private void add(Expression place, Rule rule, String message) {
        findings.add(place, Finding.of(rule, message));
    }
}
