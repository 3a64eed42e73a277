package ehpc.script;

import ehpc.dsl.ClusterDsl;
import ehpc.language.WordScope;
import ehpc.script.internal.inspect.MarkFinder;
import ehpc.script.internal.inspect.MarkedText;
import ehpc.script.internal.inspect.MemberList;
import ehpc.script.internal.inspect.Types;
import ehpc.script.internal.memory.KnownVariable;
import ehpc.script.internal.read.Places;
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
 * What the compiler knows at one place of a text that is being written. A name, {@link #MARK}, stands at that place; the text is
 * compiled up to the check of its types, which are as the check infers them, and nothing is run. Immutable.
 *
 * @param place where a word would stand there
 * @param value the value that the mark stands behind; empty where it stands for itself
 * @param partners what the value at the mark goes with: the values left of the operators before it, the nearest first; of a comparison the
 *     value whose property is compared; else the value that is called or indexed
 * @param variables the variables that are known there, the innermost first
 * @param methods the methods of the script and of the session
 * @param others what blocks around it speak to first, as {@code with { }} does, beside the words of the language
 */
public record Inspection(
        Place place,
        Optional<Value> value,
        List<Sort> partners,
        List<Variable> variables,
        List<Method> methods,
        List<Value> others) {

    /** The name that stands at the place that is looked at. */
    public static final String MARK = "ehpcMark";

    /** Where a word can stand. */
    public enum Place {
        /** At the top of a script, or of an entry of a shell that has no current cluster. */
        TOP,
        /** In a cluster block. */
        CLUSTER,
        /** In a method or closure of the script, which a cluster block may call. */
        OWN,
        /** In a class of the script, which does not know the words. */
        CLASS
    }

    /**
     * A value.
     *
     * @param type what is known of it, as a person reads it: {@code NodeSet}, {@code List<String>}; {@code Object} for nothing
     * @param sort what the language does with it
     * @param of the name of its class
     * @param members the names behind it, without those of every object
     */
    public record Value(String type, Sort sort, String of, List<Member> members) {}

    /**
     * A variable.
     *
     * @param name as it is written
     * @param type what is known of its values, as a person reads it
     * @param sort what the language does with them
     */
    public record Variable(String name, String type, Sort sort) {}

    /**
     * A method that can be called by its name alone.
     *
     * @param name as it is written
     * @param parameters what it takes, as a person reads it, such as {@code (String, int)}
     * @param type what it gives
     */
    public record Method(String name, String parameters, String type) {}

    /**
     * A way to call a method.
     *
     * @param takes what it takes, as a person reads it, such as {@code (String, int)}
     * @param gives the type of what it gives
     */
    public record Form(String takes, String gives) {}

    /**
     * A name behind a value.
     *
     * @param name as it is written
     * @param kind whether it is called
     * @param forms of a method: in which ways it can be called, the shortest first
     * @param type of what it gives
     */
    public record Member(String name, Kind kind, List<Form> forms, String type) {

        /** What a member can be. */
        public enum Kind {
            /** It is read by its name. */
            PROPERTY,
            /** It is called. */
            METHOD
        }
    }

    /** What the language does with a value. */
    public enum Sort {
        /** The word {@code api}. */
        API,
        /** The word {@code images}. */
        IMAGES,
        /** A set of nodes. */
        NODES,
        /** A node. */
        NODE,
        /** What a run brought. */
        RESULT,
        /** A sentence that has not come to its {@code on}. */
        SENTENCE,
        /** A text. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** A length of time. */
        DURATION,
        /** A part of a set of nodes. */
        SHARE,
        /** A collection, an array, or anything else that has elements. */
        LIST,
        /** A map. */
        MAP,
        /** True or false. */
        FLAG,
        /** Nothing is known of it: it could be anything. */
        UNKNOWN,
        /** Anything else. */
        OTHER
    }

    /**
     * Looks at a place.
     *
     * @param text with {@link #MARK} at the place; whatever is open there is closed
     * @param context what was said before the text
     * @return empty where the text cannot be read up to the mark
     */
    public static Optional<Inspection> of(String text, SessionContext context) {
        return MarkedText.tree(text, context.known())
                .flatMap(tree -> MarkFinder.find(tree).map(mark -> of(tree, mark, context)));
    }

    /** What the language does with values of these types, and with those of which nothing is known. */
    public static Set<Sort> sorts(Set<String> types) {
        Set<Sort> sorts = EnumSet.of(Sort.UNKNOWN);
        types.forEach(type -> sorts.add(Types.sort(ClassHelper.make(type))));
        sorts.remove(Sort.OTHER);
        return sorts;
    }

    /**
     * Returns whether a word of the language may stand at a place.
     *
     * @param current whether a shell's current cluster is there, whose words need no block
     */
    public static boolean fits(String word, Place place, boolean current) {
        return switch (place) {
            case TOP -> Places.fits(word, WordScope.TOP) || current;
            case CLUSTER -> Places.fits(word, WordScope.CLUSTER);
            case OWN -> Places.fits(word, WordScope.OWN);
            case CLASS -> false;
        };
    }

    /** Returns whether a word asks the service, so that {@code region} can no longer be said. */
    public static boolean isAsking(String word) {
        return Places.isAsking(word);
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
        Optional<Value> value = mark.receiver().map(type -> value(type, mark.itself()));
        List<Value> others = mark.delegates().stream()
                .filter(type -> !type.getName().equals(ClusterDsl.class.getName()))
                .map(type -> value(type, false))
                .toList();
        Place place = mark.place().map(own -> Place.valueOf(own.name())).orElse(Place.CLASS);
        List<Sort> partners = mark.partners().stream().map(Types::sort).toList();
        return new Inspection(place, value, partners, List.copyOf(variables), methods(tree, context), others);
    }

    private static Variable variable(String name, ClassNode type) {
        return new Variable(name, Types.said(type), Types.sort(type));
    }

    private static Value value(ClassNode type, boolean itself) {
        Sort sort = itself ? Sort.OTHER : Types.sort(type);
        String of = itself ? Class.class.getName() : type.getName();
        return new Value(Types.said(type), sort, of, MemberList.of(type, itself));
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
                            : Types.said(parameter.getType()) + " " + parameter.getName());
        }
        return new Method(
                method.getName(), "(" + String.join(", ", parameters) + ")", Types.said(method.getReturnType()));
    }
}
