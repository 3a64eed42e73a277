package ehpc.script.internal.typecheck;

import ehpc.RunResult;
import ehpc.api.Catalogue;
import ehpc.dsl.ProcessExit;
import ehpc.dsl.RunDsl;
import ehpc.language.Vocabulary;
import ehpc.language.WordPlace;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Findings;
import ehpc.script.internal.diagnostics.ScriptNames;
import ehpc.script.internal.session.EntryDeclarations;
import ehpc.script.internal.symbols.SymbolTable;
import ehpc.script.internal.syntax.ScriptCustomizer;
import ehpc.script.internal.words.Forms;
import ehpc.script.internal.words.Members;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCall;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.tools.WideningCategories;
import org.codehaus.groovy.transform.stc.AbstractTypeCheckingExtension;
import org.codehaus.groovy.transform.stc.ExtensionMethodNode;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingSupport;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;
import org.codehaus.groovy.transform.stc.TypeCheckingContext;

/**
 * Extends the type checker for unknown names: a name on a value of unknown type is left to run time, an unknown name on a known type is an
 * error that suggests the most similar known one.
 */
public final class WordCheck extends AbstractTypeCheckingExtension {

    private static final ClassNode RUN_WORDS = ClassHelper.make(RunDsl.class);

    private static final Finding EXIT = Finding.of(
            Rule.UNKNOWN_WORD,
            "to end the script, write System.exit(code) exactly like this; other forms could end the surrounding"
                    + " program");

    private static final ClassNode RESULT = ClassHelper.make(RunResult.class);

    private DynamicNames late;
    private final ReportedExpressions reported = new ReportedExpressions();
    private final ApiCheck api = new ApiCheck(this, this::report, this::catalogue);
    private final ClusterValueCheck values = new ClusterValueCheck(this::getType, this::report);
    private final FieldCheck fields = new FieldCheck(this::catalogue);
    private final WordArgumentsCheck words = new WordArgumentsCheck(this::getType, this::report, this::catalogue);
    private final UnknownVariables variables = new UnknownVariables();
    private final Receivers receivers = new Receivers();

    /** Called by the compiler, which knows the name of this class. */
    public WordCheck(StaticTypeCheckingVisitor visitor) {
        super(visitor);
    }

    @Override
    public List<MethodNode> handleMissingMethod(
            ClassNode receiver,
            String name,
            ArgumentListExpression arguments,
            ClassNode[] argumentTypes,
            MethodCall call) {
        if (!(call instanceof MethodCallExpression expression)) {
            return Collections.emptyList();
        }
        Optional<List<MethodNode>> operation = api.call(receiver, expression);
        if (operation.isPresent()) {
            return operation.get();
        }
        ClassNode on = classItself(receiver);
        boolean bare = expression.isImplicitThis() && isWritten(expression);
        boolean operator = !expression.isImplicitThis() && !isWritten(expression);
        BooleanSupplier known = () -> !(bare ? scope().signatures(name) : Members.signatures(on, name)).isEmpty();
        boolean left = isUnknown(on) && !bare
                || DynamicNames.hasSpread(call) && known.getAsBoolean()
                || (bare ? isInBuilder() : late().mayAnswer(on, name))
                || Arrays.stream(argumentTypes).anyMatch(WordCheck::isUnknown) && (operator || known.getAsBoolean())
                || Findings.isReported(expression)
                || on.equals(RUN_WORDS) && !known.getAsBoolean() && !ClusterValueCheck.isOfValue(expression)
                || reported.isUnder(expression) && (!bare || known.getAsBoolean());
        if (!left) {
            reportMissing(expression, on, name, argumentTypes, bare);
        }
        return Collections.singletonList(makeDynamic(expression, ClassHelper.OBJECT_TYPE));
    }

    /** Returns whether the code is in the block of a builder, which accepts any name. */
    private boolean isInBuilder() {
        TypeCheckingContext context = typeCheckingVisitor.getTypeCheckingContext();
        return context.getEnclosingMethodCalls().stream()
                .filter(MethodCallExpression.class::isInstance)
                .map(MethodCallExpression.class::cast)
                .filter(call -> !call.isImplicitThis() && DynamicNames.isBuilder(getType(call.getObjectExpression())))
                .anyMatch(call -> context.getEnclosingClosureStack().stream()
                        .anyMatch(block -> takes(call, block.getClosureExpression())));
    }

    private static boolean takes(MethodCall call, ClosureExpression block) {
        return call.getArguments() instanceof TupleExpression arguments
                && arguments.getExpressions().contains(block);
    }

    private DynamicNames late() {
        if (late == null) {
            late = DynamicNames.of(typeCheckingVisitor.getTypeCheckingContext().getSource());
        }
        return late;
    }

    /** Skips calls that were checked, and those that only the running script can decide. */
    @Override
    public boolean beforeMethodCall(MethodCall call) {
        if (receivers.isChecked(call)) {
            return true;
        }
        receivers.begin(call);
        return isLeft(call);
    }

    /** Leaves calls with spread arguments to run time, because the checker would require their number and types. */
    private boolean isLeft(MethodCall call) {
        boolean closure = call instanceof MethodCallExpression expression
                && "call".equals(expression.getMethodAsString())
                && getType(expression.getObjectExpression()).equals(ClassHelper.CLOSURE_TYPE);
        if (!DynamicNames.hasSpread(call) || !closure && !(call instanceof ConstructorCallExpression)) {
            return false;
        }
        call.getArguments().visit(typeCheckingVisitor);
        if (closure) {
            makeDynamic((MethodCallExpression) call, ClassHelper.OBJECT_TYPE);
        }
        return true;
    }

    /** Returns the class itself if a static method is called on it. */
    public static ClassNode classItself(ClassNode receiver) {
        boolean classValue = ClassHelper.isClassType(receiver) && receiver.getGenericsTypes() != null;
        return classValue ? receiver.getGenericsTypes()[0].getType() : receiver;
    }

    /** Returns whether a call is in the text of the script: the compiler creates calls for operators. */
    private static boolean isWritten(MethodCallExpression call) {
        return call.getMethod().getLineNumber() > 0;
    }

    private void reportMissing(MethodCallExpression call, ClassNode on, String name, ClassNode[] given, boolean bare) {
        if (isWritten(call)) {
            report(
                    call,
                    call.getMethod(),
                    hidden(call, name).orElseGet(() -> resulting(call, missing(on, name, given, bare), given)));
            return;
        }
        BinaryExpression around = typeCheckingVisitor.getTypeCheckingContext().getEnclosingBinaryExpression();
        Optional<String> operator = Forms.operator(name);
        if (around != null && operator.isPresent()) {
            report(call, around, UnknownNames.operation(on, name, operator.get(), given));
        }
    }

    /** Returns whether a type is so unspecific that its names are left to run time. */
    public static boolean isUnknown(ClassNode type) {
        return ClassHelper.isObjectType(type)
                || type instanceof WideningCategories.LowestUpperBoundClassNode
                || type.getName().equals("java.io.Serializable")
                || type.getName().equals("java.lang.Comparable")
                || UnresolvedClasses.isOne(type);
    }

    private Finding missing(ClassNode on, String called, ClassNode[] given, boolean bare) {
        String name = called.equals("$cluster") ? "cluster" : called; // the word without a block, as a value
        String word = Vocabulary.word(name);
        List<String> signatures = bare ? scope().signatures(name) : Members.signatures(on, name);
        if (!signatures.isEmpty()) {
            return Forms.misfit(WordPlace.of(on.getName()), word, signatures, given);
        }
        return bare || isScript(on)
                ? ofDelegate(word).orElseGet(() -> scope().unknown(word, true))
                : UnknownNames.call(on, name);
    }

    /** Returns the finding for a name in a block that is a member of a class of the script, which may be the intended delegate. */
    private Optional<Finding> ofDelegate(String name) {
        TypeCheckingContext context = typeCheckingVisitor.getTypeCheckingContext();
        return context.getEnclosingClosure() == null
                ? Optional.empty()
                : DynamicNames.owners(context.getSource(), name).stream()
                        .findFirst()
                        .map(owner -> Finding.of(
                                Rule.UNKNOWN_WORD,
                                "unknown word '" + name + "'; if the block calls methods of " + owner
                                        + ", declare its parameter: @DelegatesTo(" + owner + ") Closure"));
    }

    private static boolean isScript(ClassNode type) {
        return ScriptNames.isClass(type.getName());
    }

    @Override
    public boolean handleUnresolvedVariableExpression(VariableExpression variable) {
        if (!Findings.isReported(variable) && !variables.isReported(variable) && !isInBuilder()) {
            report(
                    variable,
                    variable,
                    ofDelegate(variable.getName())
                            .orElseGet(() -> variables.finding(
                                    variable, scope(), typeCheckingVisitor.getTypeCheckingContext())));
        }
        storeType(variable, ClassHelper.dynamicType());
        return true;
    }

    @Override
    public boolean handleUnresolvedProperty(PropertyExpression property) {
        if (api.property(property)) {
            return true;
        }
        ClassNode owner = classItself(getType(property.getObjectExpression()));
        Optional<ClassNode> field = fields.type(owner, property);
        if (field.isPresent() && api.isAssigned(property)) {
            String message = "'" + property.getPropertyAsString() + "' cannot be set: it is the service's record";
            report(property, property.getProperty(), Finding.of(Rule.WRONG_TYPE, message));
        } else if (field.isEmpty()
                && property.getPropertyAsString() != null
                && !isUnknown(owner)
                && !DynamicNames.mayHave(owner)
                && !ElementTypes.areUnknown(owner)
                && !owner.equals(RUN_WORDS)
                && !Findings.isReported(property)
                && !reported.contains(property.getObjectExpression())) {
            ClassNode of = property.isSpreadSafe() ? ElementTypes.of(owner) : owner;
            report(
                    property,
                    property.getProperty(),
                    UnknownNames.property(of, property.getPropertyAsString(), fields.names(of)));
        }
        makeDynamic(property, field.orElse(ClassHelper.OBJECT_TYPE));
        return true;
    }

    @Override
    public boolean handleIncompatibleAssignment(ClassNode left, ClassNode right, Expression assignment) {
        return isUnknown(right) || areNumbers(left, right);
    }

    /** Returns whether all types are numbers: a number is converted to the type of its variable, as in {@code int half = 7 / 2}. */
    private static boolean areNumbers(ClassNode... types) {
        return Arrays.stream(types)
                .map(ClassHelper::getWrapper)
                .allMatch(type ->
                        StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(type, ClassHelper.Number_TYPE));
    }

    @Override
    public boolean handleIncompatibleReturnType(ReturnStatement statement, ClassNode returned) {
        TypeCheckingContext context = typeCheckingVisitor.getTypeCheckingContext();
        return isUnknown(returned)
                || context.getEnclosingClosure() == null
                        && here() != null
                        && areNumbers(here().getReturnType(), returned);
    }

    /** Returns the finding for a called variable that has the name of a word. */
    private Optional<Finding> hidden(MethodCallExpression call, String name) {
        return name.equals("call")
                        && call.getObjectExpression() instanceof VariableExpression variable
                        && Vocabulary.isBare(variable.getName())
                ? Optional.of(Variables.of(here()).hiding(variable.getName(), earlier(variable.getName())))
                : Optional.empty();
    }

    private boolean earlier(String name) {
        return EntryDeclarations.of(typeCheckingVisitor.getTypeCheckingContext().getSource())
                .filter(declared -> declared.context().variables().containsKey(name))
                .isPresent();
    }

    /** Adds a suggestion to the finding for a statement whose nodes are a result. */
    private static Finding resulting(MethodCallExpression call, Finding finding, ClassNode[] given) {
        if (!Vocabulary.word(String.valueOf(call.getMethodAsString())).equals("on")
                || given.length != 1
                || !given[0].equals(RESULT)
                || !(call.getArguments() instanceof ArgumentListExpression arguments)) {
            return finding;
        }
        String name = arguments.getExpression(0) instanceof VariableExpression variable ? variable.getName() : "r";
        return Finding.of(
                finding.rule(), finding.message() + "; write " + name + ".okNodes or " + name + ".failedNodes");
    }

    /**
     * Leaves methods that Groovy adds to every object to run time if the type is unknown: the block of a map takes key and value. Reports
     * an operator between nodes and a value that cannot be nodes.
     */
    @Override
    public void onMethodSelection(Expression call, MethodNode target) {
        if (call instanceof BinaryExpression operation && Operands.takesAny(target)) {
            Operands.misfit(operation, getType(operation.getRightExpression()))
                    .ifPresent(finding -> report(operation, operation, finding));
        }
        values.selected(call, target);
        if (endsProcess(target)) {
            report(call, call, EXIT);
        }
        if (call instanceof MethodCallExpression word && !Findings.isReported(word)) {
            words.check(word, target);
        }
        if (call instanceof MethodCallExpression expression
                && !expression.isImplicitThis()
                && target instanceof ExtensionMethodNode
                && ClassHelper.isObjectType(target.getDeclaringClass())
                && ClassHelper.isObjectType(getType(expression.getObjectExpression()))) {
            makeDynamic(expression, target.getReturnType());
        }
    }

    private static boolean endsProcess(MethodNode target) {
        String owner = target.getDeclaringClass().getName();
        return ProcessExit.isName(target.getName())
                && (owner.equals("java.lang.System") || owner.equals("java.lang.Runtime"));
    }

    @Override
    public void afterVisitMethod(MethodNode method) {
        new NodeEquality(this::getType, this::report).check(method);
        values.check(method);
    }

    @Override
    public void afterMethodCall(MethodCall call) {
        receivers.end(call);
        api.after(call);
    }

    private KnownWords scope() {
        Set<String> variables = new HashSet<>(Variables.of(here()).names());
        Optional<SymbolTable> before = EntryDeclarations.of(
                        typeCheckingVisitor.getTypeCheckingContext().getSource())
                .map(EntryDeclarations::context);
        before.ifPresent(context -> variables.addAll(context.variables().keySet()));
        return KnownWords.of(
                catalogue(),
                typeCheckingVisitor.getTypeCheckingContext().getEnclosingClassNode(),
                variables,
                before.map(SymbolTable::methodNames).orElse(Set.of()));
    }

    private Catalogue catalogue() {
        return ScriptCustomizer.catalogue(
                typeCheckingVisitor.getTypeCheckingContext().getSource());
    }

    private MethodNode here() {
        return typeCheckingVisitor.getTypeCheckingContext().getEnclosingMethod();
    }

    private void report(Expression broken, Expression place, Finding finding) {
        reported.add(broken);
        if (place.getLineNumber() > 0) { // code that the compiler created has no position
            Findings.of(typeCheckingVisitor.getTypeCheckingContext().getSource())
                    .add(place, finding);
        }
    }
}
