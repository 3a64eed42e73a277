package ehpc.script.internal.typecheck;

import ehpc.dsl.CaughtErrors;
import ehpc.language.Vocabulary;
import ehpc.language.WordPlace;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.syntax.Literal;
import ehpc.script.internal.words.Forms;
import ehpc.script.internal.words.Members;
import ehpc.script.internal.words.OwnMembers;
import ehpc.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingSupport;

/** The findings for unknown names on values of known type. */
final class UnknownNames {

    private static final int MOST_CONSTANTS = 10;

    private static final Set<String> READS = Set.of("size", "get", "contains", "isEmpty", "stream");

    private UnknownNames() {}

    /**
     * Returns the finding for a property of a value.
     *
     * @param fields the names of the fields of the service's record
     */
    static Finding property(ClassNode owner, String name, List<String> fields) {
        if (owner.equals(ClassHelper.VOID_TYPE)) {
            return Finding.of(Rule.SYNTAX, "a comma is missing before '" + name + "'");
        }
        if (Literal.isUnit(name)) {
            String number = name.equals("percent") ? "a number (5.percent)" : "a whole number (10." + name + ")";
            String before = ClassHelper.getWrapper(owner).equals(ClassHelper.Long_TYPE)
                    ? "a long number"
                    : Members.describe(owner);
            String message = "'" + name + "' must follow " + number + ", follows " + before;
            return Finding.of(Rule.WRONG_TYPE, message);
        }
        if (CaughtErrors.hasProperty(name) && isException(owner)) {
            return Finding.of(Rule.UNKNOWN_NAME, CaughtErrors.missing(name, Members.type(owner)));
        }
        if (Members.signatures(owner, name).contains("nothing")) {
            return new Finding(
                    Rule.UNKNOWN_NAME, "'" + name + "' must be called: " + name + "()", Optional.of(name + "()"));
        }
        Set<String> names = new TreeSet<>(Members.properties(owner));
        names.addAll(Members.properties(Members.added(owner)));
        names.addAll(fields);
        Set<String> called = Members.methods(owner);
        called.removeIf(method -> !Members.signatures(owner, method).contains("nothing"));
        Finding unknown = Finding.unknown(Rule.UNKNOWN_NAME, unknownOn(owner, name), name, names, called);
        return unknown.suggestion().isPresent()
                ? unknown
                : Finding.of(unknown.rule(), unknown.message() + known(owner, fields));
    }

    /** Returns the list of known names, for a name without a similar one. */
    private static String known(ClassNode owner, List<String> fields) {
        if (ClassHelper.getWrapper(owner).equals(ClassHelper.Integer_TYPE)) {
            return "; known after a number: " + Literal.units();
        }
        if (OwnMembers.isOurs(owner)) {
            Set<String> known = OwnMembers.of(owner);
            known.addAll(fields);
            return "; known: " + String.join(", ", known);
        }
        if (!owner.isEnum()) {
            return "";
        }
        List<String> constants = owner.getFields().stream()
                .filter(FieldNode::isEnum)
                .map(FieldNode::getName)
                .toList();
        return constants.size() > MOST_CONSTANTS ? "" : "; known: " + String.join(", ", constants);
    }

    /** Returns the finding for a method of a value. */
    static Finding call(ClassNode owner, String name) {
        if (Members.properties(owner).contains(name)) {
            String message = "'" + name + "' must be written without parentheses";
            return new Finding(Rule.UNKNOWN_NAME, message, Optional.of(name));
        }
        Set<String> known = group(owner).map(UnknownNames::words).orElseGet(() -> Members.methods(owner));
        if (Nearest.to(name, known).isEmpty() || group(owner).isEmpty()) {
            known.addAll(Members.added(owner));
        }
        Finding unknown = Finding.unknown(Rule.UNKNOWN_NAME, unknownOn(owner, name + "()"), name, known);
        return unknown.suggestion().isPresent() || !owner.getName().startsWith(OwnMembers.PACKAGE)
                ? unknown
                : Finding.of(unknown.rule(), unknown.message() + known(owner, List.of()));
    }

    private static Optional<WordPlace> group(ClassNode owner) {
        return WordPlace.of(owner.getName()).filter(WordPlace::isGroup);
    }

    /** Returns the words on a group, and what a list of Java has besides its changes. */
    private static Set<String> words(WordPlace group) {
        Set<String> words = new TreeSet<>(READS);
        Vocabulary.at(group).forEach(word -> words.add(word.name()));
        return words;
    }

    private static String unknownOn(ClassNode owner, String shown) {
        return "unknown name '" + shown + "' on "
                + group(owner).map(WordPlace::noun).orElseGet(() -> Members.type(owner));
    }

    /** Returns the finding for an operator that is not defined for a value, or not for its right operand. */
    static Finding operation(ClassNode on, String method, String operator, ClassNode[] given) {
        if (isNumber(on)) {
            String message = "'" + operator + "' after a number expects a number, got " + Members.types(given);
            return Finding.of(Rule.WRONG_TYPE, message);
        }
        List<String> signatures = Members.signatures(on, method);
        return signatures.isEmpty()
                ? Finding.of(Rule.WRONG_TYPE, "'" + operator + "' is not defined for " + Members.describe(on))
                : Forms.misfit(Optional.empty(), operator, signatures, given);
    }

    private static boolean isException(ClassNode type) {
        return StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(type, ClassHelper.THROWABLE_TYPE);
    }

    private static boolean isNumber(ClassNode type) {
        return StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(
                ClassHelper.getWrapper(type), ClassHelper.Number_TYPE);
    }
}
