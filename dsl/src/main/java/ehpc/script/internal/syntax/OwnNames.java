package ehpc.script.internal.syntax;

import ehpc.dsl.ClusterDsl;
import ehpc.dsl.EhpcScript;
import ehpc.dsl.EntryScript;
import ehpc.dsl.OutputWords;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Findings;
import ehpc.script.internal.diagnostics.ScriptNames;
import ehpc.script.internal.words.Forms;
import ehpc.script.internal.words.Members;
import groovy.lang.Closure;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;

/** Refuses methods of a script with the name of a word: in a block, the name would refer to the word or to a method of the block. */
final class OwnNames {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("toString", "equals", "hashCode", "open");
    private static final Set<String> TAKEN = taken();

    private OwnNames() {}

    /** Returns the names of words, of the methods that replace them in blocks, and of the methods of blocks. */
    private static Set<String> taken() {
        Set<String> names = new TreeSet<>();
        for (Class<?> type :
                List.of(EhpcScript.class, EntryScript.class, OutputWords.class, ClusterDsl.class, Closure.class)) {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                    .forEach(method -> names.add(method.getName()));
        }
        names.removeAll(OF_EVERY_OBJECT);
        Vocabulary.words().stream()
                .map(Word::name)
                .filter(word -> Vocabulary.method(word).isPresent())
                .forEach(names::add);
        return names;
    }

    static void check(ModuleNode script, Findings findings) {
        script.getClasses().stream()
                .filter(type -> ScriptNames.isClass(type.getName()))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getLineNumber() > 0 && !method.isScriptBody())
                .filter(method -> TAKEN.contains(method.getName()) || isInherited(method))
                .forEach(method -> report(method, findings));
    }

    /** Returns whether every script has a method with this signature. */
    private static boolean isInherited(MethodNode method) {
        if (OF_EVERY_OBJECT.contains(method.getName())) {
            return false;
        }
        for (Class<?> type = EntryScript.class; type != null; type = type.getSuperclass()) {
            for (Method known : type.getDeclaredMethods()) {
                if (known.getName().equals(method.getName())
                        && !Modifier.isPrivate(known.getModifiers())
                        && hasTypes(method.getParameters(), known.getParameterTypes())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasTypes(Parameter[] parameters, Class<?>... types) {
        boolean same = parameters.length == types.length;
        for (int i = 0; same && i < types.length; i++) {
            String name = parameters[i].getType().getName();
            same = name.equals(types[i].getName()) || name.equals(types[i].getSimpleName());
        }
        return same;
    }

    private static void report(MethodNode method, Findings findings) {
        String name = method.getName();
        boolean word = Vocabulary.isBare(name)
                || Members.properties(Set.of(name)).stream().anyMatch(Vocabulary::isBare);
        findings.add(
                method,
                Finding.of(
                        Rule.TWICE,
                        "a method must have a name of its own, not '" + name + "': "
                                + (word
                                        ? "the language has a word of that name"
                                        : "every script or block has a method of that name")));
    }

    /** Returns whether a label is the name of a word, so that it is likely a mistake: only loops use labels. */
    static boolean isWord(String label) {
        return Vocabulary.isBare(label) || Forms.isRunOption(label);
    }
}
