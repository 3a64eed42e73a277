package ehpc.script.internal.compile;

import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Findings;
import ehpc.syntax.TokenizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;

/** The limits of the JVM for methods and classes, and the findings for scripts that exceed them. */
final class JvmLimits {

    static final Finding DEPTH = Finding.of(
            Rule.SYNTAX,
            "brackets and operators are nested too deeply: move a part of this into a variable or a method");

    /** More than any handwritten script has, and few enough for the parser to read at once. */
    private static final int DEEPEST = 2000;

    private static final Pattern METHOD =
            Pattern.compile("^Method too large: ([\\w$.]+)\\.([\\w$]+) .*", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("^Class too large: .*", Pattern.DOTALL);
    private static final String ROOM = " must compile to at most 64 KB, the JVM's limit for a method: ";
    private static final String PARTS =
            "move parts of it into methods (def part1() { }), and long lists into a file that it reads";

    private JvmLimits() {}

    /** Returns the line of the first bracket that is nested too deeply for the compiler; empty if there is none. */
    static OptionalInt tooDeep(String text) {
        if (text.chars().filter(c -> c == '(' || c == '[' || c == '{').count() <= DEEPEST) {
            return OptionalInt.empty();
        }
        TokenizedText read = TokenizedText.of(text);
        return read.deeperThan(DEEPEST).stream().map(read::line).findFirst();
    }

    /** Returns whether a message of the compiler is about a limit. */
    static boolean isMet(String message) {
        return METHOD.matcher(message).matches() || CLASS.matcher(message).matches();
    }

    /** Reports the exceeded limit at the code that must be divided. */
    static void report(String message, ModuleNode module, Findings findings) {
        ASTNode top = module.getStatementBlock();
        Matcher method = METHOD.matcher(message);
        if (!method.matches()) {
            findings.add(
                    start(top),
                    Finding.of(
                            Rule.SYNTAX,
                            "the script must have fewer than 65,536 different names, numbers and texts, the JVM's limit"
                                    + " for a class: read long lists from a file"));
            return;
        }
        int depth = method.group(1).split("_closure", -1).length - 1;
        if (depth > 0) {
            findings.add(
                    longest(module, depth).orElse(start(top)), Finding.of(Rule.SYNTAX, "this block" + ROOM + PARTS));
            return;
        }
        Optional<MethodNode> own = module.getClasses().stream()
                .flatMap(type -> type.getMethods(method.group(2)).stream())
                .filter(one -> one.getLineNumber() > 0 && !one.isScriptBody())
                .max(Comparator.comparingInt(JvmLimits::lines));
        String what = own.map(one -> "method '" + one.getName() + "'").orElse("the top level of the script");
        findings.add(own.<ASTNode>map(one -> one).orElse(start(top)), Finding.of(Rule.SYNTAX, what + ROOM + PARTS));
    }

    /** Returns the finding for a class that the JVM rejects. */
    static Finding refused(ClassFormatError error) {
        return Finding.of(
                Rule.SYNTAX,
                String.valueOf(error.getMessage()).startsWith("Too many arguments")
                        ? "a method must take at most 255 values, the JVM's limit"
                        : "the script exceeds a limit of the JVM: divide it into smaller methods and blocks");
    }

    private static ASTNode start(ASTNode code) {
        return code instanceof BlockStatement block && !block.isEmpty()
                ? block.getStatements().get(0)
                : code;
    }

    private static int lines(ASTNode node) {
        return node.getLastLineNumber() - node.getLineNumber();
    }

    /** Returns the longest block at a nesting depth. */
    private static Optional<ASTNode> longest(ModuleNode module, int depth) {
        List<ASTNode> blocks = new ArrayList<>();
        CodeVisitorSupport search = new CodeVisitorSupport() {
            private int here;

            @Override
            public void visitClosureExpression(ClosureExpression closure) {
                here++;
                if (here == depth) {
                    blocks.add(closure);
                }
                super.visitClosureExpression(closure);
                here--;
            }
        };
        for (ClassNode type : module.getClasses()) {
            type.getMethods().stream()
                    .filter(method -> method.getCode() != null)
                    .forEach(method -> method.getCode().visit(search));
        }
        return blocks.stream().max(Comparator.comparingInt(JvmLimits::lines));
    }
}
