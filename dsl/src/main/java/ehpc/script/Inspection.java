package ehpc.script;

import ehpc.dsl.ClusterDsl;
import ehpc.language.WordScope;
import ehpc.script.internal.inspect.MarkFinder;
import ehpc.script.internal.inspect.MarkedText;
import ehpc.script.internal.inspect.MemberList;
import ehpc.script.internal.inspect.Types;
import ehpc.script.internal.symbols.KnownVariable;
import ehpc.script.internal.syntax.PlacementCheck;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;

/**
 * The compiler's knowledge at one position of an unfinished text. The name {@link #MARK} marks the position; the text is compiled up to
 * type checking, with inferred types, and nothing runs. Immutable.
 *
 * @param place the scope of a word at the position
 * @param value the value before the mark; empty if the mark is not a member
 * @param partners the related values: those left of the operators before it, the nearest first; in a comparison, the value whose property
 *     is compared; else the value that is called or indexed
 * @param variables the visible variables, the innermost first
 * @param methods the methods of the script and of the session
 * @param others the delegates of enclosing blocks such as {@code with { }}, apart from the words of the language
 */
public record Inspection(
        Place place,
        Optional<Value> value,
        List<Sort> partners,
        List<Variable> variables,
        List<Method> methods,
        List<Value> others) {

    /** The name that marks the position. */
    public static final String MARK = "ehpcMark";

    /** The scope of a word. */
    public enum Place {
        /** The top level of a script, or of an entry of a shell without a current cluster. */
        TOP,
        /** A cluster block. */
        CLUSTER,
        /** A method or closure of the script, which a cluster block may call. */
        OWN,
        /** A class of the script, where no words are visible. */
        CLASS
    }

    /**
     * A value.
     *
     * @param type its type for display: {@code NodeSet}, {@code List<String>}; {@code Object} if unknown
     * @param sort its meaning in the language
     * @param of its class name
     * @param members its members, without those of Object
     */
    public record Value(String type, Sort sort, String of, List<Member> members) {}

    /**
     * A variable.
     *
     * @param name its name
     * @param type its type for display
     * @param sort the meaning of its values in the language
     */
    public record Variable(String name, String type, Sort sort) {}

    /**
     * A method that can be called without a receiver.
     *
     * @param name its name
     * @param parameters its parameters for display, such as {@code (String, int)}
     * @param type its return type
     */
    public record Method(String name, String parameters, String type) {}

    /**
     * An overload of a method.
     *
     * @param takes its parameters for display, such as {@code (String, int)}
     * @param gives its return type
     */
    public record Form(String takes, String gives) {}

    /**
     * A member of a value.
     *
     * @param name its name
     * @param kind whether it is a property or a method
     * @param forms the overloads of a method, the shortest first
     * @param type its type
     */
    public record Member(String name, Kind kind, List<Form> forms, String type) {

        /** The kind of a member. */
        public enum Kind {
            /** Read by its name. */
            PROPERTY,
            /** Called with arguments. */
            METHOD,
            /** Read by its name, a field of the service's record. */
            FIELD
        }
    }

    /** The meaning of a value in the language. */
    public enum Sort {
        /** The word {@code api}. */
        API,
        /** The word {@code images}. */
        IMAGES,
        /** A set of nodes. */
        NODES,
        /** A node. */
        NODE,
        /** The result of a run. */
        RESULT,
        /** A statement before its {@code on}. */
        SENTENCE,
        /** A text. */
        TEXT,
        /** An integer. */
        NUMBER,
        /** A duration. */
        DURATION,
        /** A share of a set of nodes. */
        SHARE,
        /** A collection, an array, or another value with elements. */
        LIST,
        /** A map. */
        MAP,
        /** True or false. */
        FLAG,
        /** A value of unknown type. */
        UNKNOWN,
        /** Anything else. */
        OTHER
    }

    /**
     * Inspects a position.
     *
     * @param text the text with {@link #MARK} at the position; open brackets and quotes are closed
     * @param context the context before the text
     * @return empty if the text cannot be parsed up to the mark
     */
    public static Optional<Inspection> of(String text, SessionContext context) {
        return MarkedText.tree(text, context.known())
                .flatMap(tree -> MarkFinder.find(tree).map(mark -> of(tree, mark, context)));
    }

    /** Returns the meanings of values of these types, and of values of unknown type. */
    public static Set<Sort> sorts(Set<String> types) {
        Set<Sort> sorts = EnumSet.of(Sort.UNKNOWN);
        types.forEach(type -> sorts.add(Types.sort(ClassHelper.make(type))));
        sorts.remove(Sort.OTHER);
        return sorts;
    }

    /**
     * Returns whether a word of the language is allowed in a scope.
     *
     * @param current whether the shell has a current cluster, whose words need no block
     */
    public static boolean fits(String word, Place place, boolean current) {
        return switch (place) {
            case TOP -> PlacementCheck.fits(word, WordScope.TOP) || current;
            case CLUSTER -> PlacementCheck.fits(word, WordScope.CLUSTER);
            case OWN -> PlacementCheck.fits(word, WordScope.OWN);
            case CLASS -> false;
        };
    }

    /** Returns whether a word calls the service, so that {@code region} is not allowed after it. */
    public static boolean isAsking(String word) {
        return PlacementCheck.isAsking(word);
    }

    private static Inspection of(ModuleNode tree, MarkFinder.Mark mark, SessionContext context) {
        List<Variable> variables = new ArrayList<>();
        mark.variables().forEach((name, type) -> variables.add(variable(name, type)));
        for (Map.Entry<String, KnownVariable> known :
                context.known().variables().entrySet()) {
            if (!mark.variables().containsKey(known.getKey())) {
                variables.add(variable(known.getKey(), known.getValue().type().node()));
            }
        }
        Optional<Value> value = mark.receiver().map(type -> value(type, mark.itself(), context));
        List<Value> others = mark.delegates().stream()
                .filter(type -> !type.getName().equals(ClusterDsl.class.getName()))
                .map(type -> value(type, false, context))
                .toList();
        Place place = mark.place().map(own -> Place.valueOf(own.name())).orElse(Place.CLASS);
        List<Sort> partners = mark.partners().stream().map(Types::sort).toList();
        return new Inspection(place, value, partners, List.copyOf(variables), methods(tree, context), others);
    }

    private static Variable variable(String name, ClassNode type) {
        return new Variable(name, Types.display(type), Types.sort(type));
    }

    private static Value value(ClassNode type, boolean itself, SessionContext context) {
        Sort sort = itself ? Sort.OTHER : Types.sort(type);
        String of = itself ? Class.class.getName() : word(type).getName();
        List<Member> members = new ArrayList<>(MemberList.of(type, itself));
        if (!itself) {
            members.addAll(MemberList.fields(type, context.catalogue(), members));
        }
        return new Value(Types.display(type), sort, of, members);
    }

    /** Returns the type whose members are the words of a value: a cluster has those of its block. */
    private static ClassNode word(ClassNode type) {
        ClassNode cluster = ClassHelper.make(ClusterDsl.class);
        return type.implementsInterface(cluster) ? cluster : type;
    }

    private static List<Method> methods(ModuleNode tree, SessionContext context) {
        List<Method> methods = new ArrayList<>();
        for (ClassNode type : tree.getClasses()) {
            if (type.isScript()) {
                type.getMethods().stream()
                        .filter(method -> !method.isScriptBody() && method.getLineNumber() > 0)
                        .map(Inspection::method)
                        .forEach(methods::add);
            }
        }
        context.methods()
                .forEach(method -> methods.add(
                        new Method(method.name(), "(" + String.join(", ", method.parameters()) + ")", method.type())));
        return List.copyOf(methods);
    }

    private static Method method(MethodNode method) {
        List<String> parameters = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            parameters.add(
                    parameter.isDynamicTyped()
                            ? parameter.getName()
                            : Types.display(parameter.getType()) + " " + parameter.getName());
        }
        return new Method(
                method.getName(), "(" + String.join(", ", parameters) + ")", Types.display(method.getReturnType()));
    }
}
