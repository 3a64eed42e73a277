package ehpc.script.internal.session;

import ehpc.script.internal.symbols.KnownMethod;
import ehpc.script.internal.symbols.KnownText;
import ehpc.script.internal.symbols.SymbolTable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.SourceUnit;

/** The declarations of an entry of a shell and its uses of earlier ones, as found by one attempt to compile it. */
public final class EntryDeclarations {

    private final SymbolTable context;
    private final Map<Statement, List<VariableExpression>> variables = new IdentityHashMap<>();
    private final Map<Statement, VariableExpression> recalls = new IdentityHashMap<>();
    private final Map<String, VariableExpression> last = new LinkedHashMap<>();
    private final Map<MethodNode, List<List<ClassNode>>> methods = new LinkedHashMap<>();
    private final Set<Variable> staying = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Variable> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Object, KnownText> texts = new IdentityHashMap<>();
    private boolean givesValue;

    public EntryDeclarations(SymbolTable context) {
        this.context = context;
    }

    void attach(SourceUnit unit) {
        unit.getAST().putNodeMetaData(EntryDeclarations.class, this);
    }

    /** Returns the declarations of an entry; empty for a script file. */
    public static Optional<EntryDeclarations> of(SourceUnit unit) {
        ModuleNode module = unit.getAST();
        return Optional.ofNullable(module.getNodeMetaData(EntryDeclarations.class));
    }

    public SymbolTable context() {
        return context;
    }

    /** Records a top-level statement that defines variables of the session. */
    void variables(Statement statement, List<VariableExpression> defined) {
        variables.put(statement, defined);
        for (VariableExpression variable : defined) {
            last.put(variable.getName(), variable);
            staying.add(variable);
        }
    }

    List<VariableExpression> variables(Statement statement) {
        return variables.getOrDefault(statement, List.of());
    }

    /** Records an inserted statement that represents an earlier variable. */
    void recalls(Statement statement, VariableExpression variable, boolean top) {
        recalls.put(statement, variable);
        staying.add(variable);
        if (top) {
            last.putIfAbsent(VariableImport.plain(variable.getName()), variable);
        }
    }

    Optional<VariableExpression> recalled(Statement statement) {
        return Optional.ofNullable(recalls.get(statement));
    }

    /** Returns whether later entries may read a variable. */
    public boolean stays(Variable variable) {
        return staying.contains(variable);
    }

    /** Returns, by name, the variables whose types are valid at the end of the entry. */
    public Map<String, VariableExpression> last() {
        return last;
    }

    /** Records that a block assigns a value of another type to a variable, so that its type is unknown afterwards. */
    void open(Variable variable) {
        open.add(variable);
    }

    public boolean isOpen(Variable variable) {
        return open.contains(variable);
    }

    void method(MethodNode method) {
        methods.put(method, KnownMethod.forms(method));
    }

    /** Returns the methods, with the parameters of each signature. */
    public Map<MethodNode, List<List<ClassNode>>> methods() {
        return methods;
    }

    /** Determines the origins of the texts that later entries may use. */
    public void texts(Function<VariableExpression, KnownText> ofVariable, Function<MethodNode, KnownText> ofMethod) {
        last.values().forEach(variable -> texts.put(variable, ofVariable.apply(variable)));
        methods.keySet().forEach(method -> texts.put(method, ofMethod.apply(method)));
    }

    public KnownText text(Object variableOrMethod) {
        return texts.getOrDefault(variableOrMethod, KnownText.UNKNOWN);
    }

    void givesValue(boolean value) {
        givesValue = value;
    }

    /** Returns whether the last line is an expression, not a declaration or assignment. */
    public boolean givesValue() {
        return givesValue;
    }
}
