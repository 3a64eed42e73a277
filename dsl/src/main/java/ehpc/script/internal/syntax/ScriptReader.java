package ehpc.script.internal.syntax;

import ehpc.language.Vocabulary;
import ehpc.language.WordScope;
import ehpc.script.internal.diagnostics.Findings;
import ehpc.script.internal.session.EarlierMethods;
import ehpc.script.internal.session.EntryDeclarations;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/**
 * Visits a script before its types are known: passes its statements, words and literals to the checks, and renames words that are also
 * methods of every closure.
 */
final class ScriptReader extends CertaintyVisitor {

    /** Methods whose blocks have another delegate, which may have its own println. */
    private static final Set<String> OTHERS_BLOCKS = Set.of("with", "tap");

    private static final String RERUN = "rerun";

    private final SourceUnit unit;
    private final ClassNode script;
    private final Findings findings;
    private final PlacementCheck places;
    private final Literals literals;
    private final RunStatements statements;
    private final RunTargets targets;
    private final VariableUsage usage;
    private final TextOrigin origin;
    private final Map<ClosureExpression, WordScope> blocks = new IdentityHashMap<>();
    private final Set<Expression> unused = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Optional<EntryDeclarations> entry;
    /** Whether a class of the script has a method {@code rerun}. */
    private final boolean ownRerun;

    private int othersBlocks;
    private int parallels;
    private int closures;
    private boolean outsideScript;

    ScriptReader(SourceUnit unit, ClassNode script, Findings findings, Literals literals) {
        this.unit = unit;
        this.findings = findings;
        this.script = script;
        this.usage = VariableUsage.of(script);
        this.entry = EntryDeclarations.of(unit);
        this.places = new PlacementCheck(findings, entry.map(EntryDeclarations::context));
        this.literals = literals;
        this.origin = new TextOrigin(script, usage);
        this.targets = new RunTargets(findings);
        this.ownRerun = declares(RERUN);
        this.statements = new RunStatements(findings, literals, targets, origin, usage, declares(CommandChain.RUN));
    }

    void read() {
        visitClass(script);
        entry.ifPresent(declared -> declared.texts(origin::left, origin::left));
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    @Override
    public void visitMethod(MethodNode method) {
        boolean before = outsideScript;
        outsideScript = method.isStatic();
        places.inside(method.isScriptBody() ? WordScope.TOP : WordScope.OWN, () -> super.visitMethod(method));
        outsideScript = before;
    }

    @Override
    public void visitExpressionStatement(ExpressionStatement statement) {
        UnusedValues.in(statement.getExpression(), this::bare);
        UnusedValues.in(statement.getExpression(), unused::add);
        super.visitExpressionStatement(statement);
    }

    private void bare(Expression expression) {
        statements.bare(expression);
        rerun(expression, "rerunAndPrint");
    }

    private void unused(Expression expression) {
        statements.unused(expression);
        rerun(expression, "rerunOrFail");
    }

    /** Changes the word {@code rerun} to the method for a result that the script does not read. */
    private void rerun(Expression expression, String method) {
        if (expression instanceof MethodCallExpression call
                && RERUN.equals(call.getMethodAsString())
                && !CommandChain.arguments(call).isEmpty()
                && (call.isImplicitThis() || !ownRerun)) {
            call.setMethod(CommandChain.renamed(call, method));
        }
    }

    /** Returns whether a class of the script has such a method: then the word after a value may be that method. */
    private boolean declares(String word) {
        return unit.getAST().getClasses().stream()
                .filter(declared -> declared != script)
                .flatMap(declared -> declared.getMethods(word).stream())
                .anyMatch(method -> method.getParameters().length > 0);
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression declaration) {
        if (!declaration.isMultipleAssignmentDeclaration() && !isRead(declaration.getVariableExpression())) {
            unused(declaration.getRightExpression());
        }
        super.visitDeclarationExpression(declaration);
    }

    /** Returns whether a variable is read, possibly by later entries of a shell. */
    private boolean isRead(VariableExpression variable) {
        return usage.isRead(variable)
                || entry.map(declared -> declared.stays(variable)).orElse(false);
    }

    @Override
    public void visitBinaryExpression(BinaryExpression expression) {
        int operation = expression.getOperation().getType();
        if (Types.ofType(operation, Types.ASSIGNMENT_OPERATOR)) {
            own(expression.getRightExpression());
        } else if (operation == Types.LEFT_SQUARE_BRACKET && isNodes(expression.getLeftExpression())) {
            literals.names(expression.getRightExpression());
        } else if (isNodes(expression.getLeftExpression())) {
            literals.operand(expression);
        } else if (operation == Types.LEFT_SQUARE_BRACKET
                && expression.getLeftExpression() instanceof PropertyExpression word
                && expression.getRightExpression() instanceof ListExpression list) {
            targets.index(word, list);
        }
        super.visitBinaryExpression(expression);
    }

    /** Returns whether it is {@code nodes}, a part such as {@code nodes.compute}, or an operation on them. */
    private static boolean isNodes(Expression expression) {
        Expression here = expression;
        while (here instanceof PropertyExpression || Literals.isOperation(here)) {
            here = here instanceof PropertyExpression property
                    ? property.getObjectExpression()
                    : ((BinaryExpression) here).getLeftExpression();
        }
        return here instanceof VariableExpression word && word.getName().equals("nodes") && !isLocal(word);
    }

    @Override
    public void visitListExpression(ListExpression list) {
        list.getExpressions().forEach(this::own);
        super.visitListExpression(list);
    }

    @Override
    public void visitMapEntryExpression(MapEntryExpression entry) {
        own(entry.getValueExpression());
        super.visitMapEntryExpression(entry);
    }

    /** Records a closure that is stored, so that it can be called from anywhere. */
    private void own(Expression kept) {
        if (kept instanceof ClosureExpression closure && places.here() == WordScope.TOP) {
            blocks.put(closure, WordScope.OWN);
        }
    }

    @Override
    public void visitPropertyExpression(PropertyExpression property) {
        statements.used(property);
        super.visitPropertyExpression(property);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        statements.used(call);
        call.putNodeMetaData(WordScope.class, places.ofCall());
        int parallel = call.isImplicitThis() && "parallel".equals(call.getMethodAsString()) ? 1 : 0;
        parallels += parallel;
        String name = String.valueOf(call.getMethodAsString());
        if (call.isImplicitThis()) {
            implicit(call, Vocabulary.word(name));
        }
        if ("custom".equals(name) && call.getObjectExpression() instanceof VariableExpression images) {
            literals.images(images.getName(), call);
        }
        if (isHidden(call, "cluster")) {
            CommandChain.arguments(call).forEach(this::hiddenBlock);
        }
        int others = OTHERS_BLOCKS.contains(name) && !call.isImplicitThis() ? 1 : 0;
        othersBlocks += others;
        super.visitMethodCallExpression(call);
        othersBlocks -= others;
        parallels -= parallel;
    }

    private void implicit(MethodCallExpression call, String word) {
        if (isOwnMethod(word) || isLocalCall(call)) {
            CommandChain.arguments(call).forEach(this::own);
            return;
        }
        places.word(word, call, isCertain());
        literals.word(call);
        if (word.equals("parallel") && parallels > 1) {
            places.nested(call);
        }
        if (word.equals("cluster")) {
            literals.clusterBlock();
            CommandChain.arguments(call).replaceAll(ScriptReader::taking);
            CommandChain.arguments(call).forEach(this::clusterBlock);
            if (CommandChain.arguments(call).stream().noneMatch(ClosureExpression.class::isInstance)) {
                withoutBlock(call);
            }
        }
        boolean whole = entry.isPresent()
                || CommandChain.arguments(call).size() == 1; // a file keeps Groovy's form with a block
        boolean called = word.equals("sleep") ? whole : othersBlocks == 0 && !word.equals(CommandChain.RUN);
        if (called && !outsideScript) {
            Vocabulary.method(word).ifPresent(method -> call.setMethod(CommandChain.renamed(call, method)));
        }
    }

    /** Checks a cluster without a block: in a shell, a statement that selects it; otherwise a value. */
    private void withoutBlock(MethodCallExpression call) {
        boolean one = CommandChain.arguments(call).size() == 1;
        boolean alone = unused.contains(call);
        if (parallels > 0 && (one || entry.isPresent())) {
            places.inParallel(call);
        } else if (alone && entry.isPresent()) {
            places.chooses();
        } else if (alone && one && closures == 0 && places.here() == WordScope.TOP) {
            places.unusedCluster(call);
        } else if (one) {
            call.setMethod(CommandChain.renamed(call, "$cluster"));
        }
    }

    private boolean isOwnMethod(String name) {
        return script.getDeclaredMethods(name).stream()
                .anyMatch(method ->
                        !method.isScriptBody() && (method.getLineNumber() > 0 || EarlierMethods.isOne(method)));
    }

    private static boolean isLocalCall(MethodCallExpression call) {
        return "call".equals(call.getMethodAsString());
    }

    /** Accepts words of a cluster in a block whose word is hidden by a variable: only the variable is reported. */
    private void hiddenBlock(Expression argument) {
        if (argument instanceof ClosureExpression block) {
            blocks.put(block, WordScope.OWN);
        }
    }

    /** Returns whether a called variable has the name of a word. */
    private static boolean isHidden(MethodCallExpression call, String word) {
        return isLocalCall(call)
                && call.getObjectExpression() instanceof VariableExpression variable
                && variable.getName().equals(word);
    }

    /** Lets a block without parameters, {@code { -> }}, receive the cluster as every other block does. */
    private static Expression taking(Expression argument) {
        if (argument instanceof ClosureExpression block && block.getParameters() == null) {
            ClosureExpression taking = new ClosureExpression(Parameter.EMPTY_ARRAY, block.getCode());
            taking.setVariableScope(block.getVariableScope());
            taking.setSourcePosition(block);
            return taking;
        }
        return argument;
    }

    private void clusterBlock(Expression argument) {
        if (argument instanceof ClosureExpression block) {
            blocks.put(block, WordScope.CLUSTER);
        }
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        variable.putNodeMetaData(WordScope.class, places.here());
        // In the block of another value, a name may be one of that value.
        boolean own = othersBlocks > 0 && places.here() == WordScope.TOP;
        if (!variable.isThisExpression() && !variable.isSuperExpression() && !isLocal(variable) && !own) {
            places.word(variable.getName(), variable, isCertain());
        }
        super.visitVariableExpression(variable);
    }

    private static boolean isLocal(VariableExpression variable) {
        Variable accessed = variable.getAccessedVariable();
        return accessed instanceof VariableExpression || accessed instanceof Parameter;
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        WordScope place = blocks.getOrDefault(closure, places.here());
        closures++;
        places.inside(place, () -> super.visitClosureExpression(closure));
        closures--;
    }
}
