package ehpc.script.internal.typecheck;

import ehpc.api.Catalogue;
import ehpc.dsl.EhpcScript;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordPlace;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.words.Forms;
import ehpc.script.internal.words.Members;
import ehpc.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;

/** The words without a receiver: those of the language, and the members of the enclosing class. */
final class KnownWords {

    private static final ClassNode LANGUAGE = ClassHelper.make(EhpcScript.class);

    /** Shorter names are similar to too many others. */
    private static final int SHORTEST = 3;

    /** The edits up to which a word counts as mistyped. */
    private static final int SLIP = 1;

    /** Methods that scripts read as properties. */
    private static final Pattern ACCESSOR = Pattern.compile("(get|set|is)[A-Z].*");

    /** Words of other programming languages. */
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("None", "null"),
            Map.entry("nil", "null"),
            Map.entry("undefined", "null"),
            Map.entry("True", "true"),
            Map.entry("False", "false"),
            Map.entry("and", "&&"),
            Map.entry("or", "||"),
            Map.entry("elif", "else if"));

    private static final Pattern SHELL = Pattern.compile("[A-Z][A-Z0-9_]{2,}");

    private final Catalogue catalogue;
    private final ClassNode around;
    private final Set<String> variables;
    private final Set<String> methods;

    private KnownWords(Catalogue catalogue, ClassNode around, Set<String> variables, Set<String> methods) {
        this.catalogue = catalogue;
        this.around = around;
        this.variables = variables;
        this.methods = methods;
    }

    /**
     * @param catalogue the operations, for hints
     * @param around the class of the code: the script, or a class of the script
     * @param variables names of variables to suggest
     * @param methods names of further methods to suggest
     */
    static KnownWords of(Catalogue catalogue, ClassNode around, Set<String> variables, Set<String> methods) {
        return new KnownWords(catalogue, around, variables, methods);
    }

    /**
     * Returns the finding for a name that is not a word here.
     *
     * @param called whether it is called
     */
    Finding unknown(String name, boolean called) {
        if (Forms.isRunOption(name)) {
            return Finding.of(
                    Rule.PLACE,
                    "'" + name + "' is only allowed in a run statement, on the same line: run 'echo hi' on nodes");
        }
        if (isOfClass() && Vocabulary.isBare(name)) {
            return Finding.of(
                    Rule.PLACE, "'" + name + "' is not available in a class, only in the script and its methods");
        }
        return isAction(name) ? missing(name) : alien(name, called).orElseGet(() -> nearest(name, called));
    }

    /** Returns the finding for a word without its arguments. */
    private Finding missing(String name) {
        boolean alone = signatures(name).contains("nothing");
        return Forms.needed(name)
                .map(form -> Finding.of(Rule.MISSING, "'" + name + "' expects " + form + ", got nothing"))
                .orElseGet(() -> Finding.of(
                        Rule.MISSING,
                        "'" + name + "' must be called"
                                + (alone ? ": " + name + "()" : " with arguments, like " + name + "('...')")));
    }

    /** Returns the finding for a word of another language, or one in the wrong form. */
    private Optional<Finding> alien(String name, boolean called) {
        if (called && Forms.value(name).isPresent()) {
            String written = Forms.value(name).get();
            return Optional.of(Finding.of(
                    Rule.UNKNOWN_WORD, "'" + name + "' must be written without parentheses, like " + written));
        }
        Optional<String> meant =
                Vocabulary.insteadOf(name).map(Word::name).or(() -> Optional.ofNullable(FOREIGN.get(name)));
        if (meant.isPresent()) {
            String own = meant.get();
            String message = "unknown word '" + name + "'; did you mean '" + own + "'?";
            return Optional.of(new Finding(Rule.UNKNOWN_WORD, message, Optional.of(own)));
        }
        if (name.equals("it")) {
            return Optional.of(
                    Finding.of(Rule.UNKNOWN_WORD, "'it' is only available in a block { } that takes a value"));
        }
        if (SHELL.matcher(name).matches() && Nearest.to(name, variables).isEmpty()) {
            String message = "unknown word '" + name + "'; write env." + name + " for the environment variable, \\$"
                    + name + " for that of a node's shell";
            return Optional.of(Finding.of(Rule.UNKNOWN_WORD, message));
        }
        return Optional.empty();
    }

    private Finding nearest(String name, boolean called) {
        Set<String> values = known(Members::properties);
        Set<String> actions = known(Members::methods);
        actions.removeIf(action -> ACCESSOR.matcher(action).matches());
        actions.addAll(methods);
        variables.stream().filter(variable -> variable.length() >= SHORTEST).forEach(values::add);
        Set<String> first = called ? actions : values;
        Set<String> second = called ? values : actions;
        boolean nearer = Nearest.to(name, first).isPresent();
        if (called && !nearer && values.contains(name)) {
            String message = "'" + name + "' must be written without parentheses";
            return new Finding(Rule.UNKNOWN_WORD, message, Optional.of(name));
        }
        String message = "unknown word '" + name + "'";
        if (name.length() < SHORTEST) {
            return Finding.of(Rule.UNKNOWN_WORD, message);
        }
        Set<String> near = nearer ? first : second;
        return Nearest.to(name, near, SLIP).isPresent()
                ? Finding.unknown(Rule.UNKNOWN_WORD, message, name, near)
                : OperationHints.of(catalogue, Rule.UNKNOWN_WORD, message, name, "api.")
                        .orElseGet(() -> Finding.unknown(Rule.UNKNOWN_WORD, message, name, near));
    }

    private boolean isOfClass() {
        return !around.isDerivedFrom(LANGUAGE);
    }

    /** Returns whether a name can only be the beginning of a command: it is similar to no variable, method or word. */
    boolean isOfCommand(String name) {
        boolean near = name.length() >= SHORTEST && Nearest.to(name, variables).isPresent();
        boolean own = isAction(name) || methods.contains(name);
        return !near
                && !own
                && !SHELL.matcher(name).matches()
                && Nearest.to(name, values()).isEmpty();
    }

    /** Returns the words that can begin the text of a command, as variables can. */
    private static Set<String> values() {
        return Vocabulary.at(WordPlace.TOP).stream()
                .filter(word -> word.isProperty() && !word.isAsking())
                .map(Word::name)
                .collect(Collectors.toSet());
    }

    /** Returns whether it is a word with arguments. */
    boolean isAction(String name) {
        return known(Members::methods).contains(name);
    }

    private Set<String> known(Function<ClassNode, Set<String>> names) {
        Set<String> known = new TreeSet<>(names.apply(LANGUAGE));
        known.addAll(names.apply(around));
        return known;
    }

    /** Returns the signatures of a method that can be called here; none if it cannot. */
    List<String> signatures(String method) {
        return Members.signatures(around, method);
    }
}
