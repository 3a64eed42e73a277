package ehpc.edit;

import ehpc.edit.ClassFacts.Makes;
import ehpc.edit.ClassFacts.Sort;
import ehpc.syntax.Token;
import ehpc.syntax.TokenizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A class that a text defines.
 *
 * @param name its name
 * @param facts its facts, as far as the text shows them
 */
record DefinedClass(String name, ClassFacts facts) {

    private static final Map<String, Sort> WORDS = Map.of(
            "class", Sort.CLASS,
            "interface", Sort.INTERFACE,
            "trait", Sort.TRAIT,
            "enum", Sort.ENUM,
            "record", Sort.RECORD);

    private static final Set<String> THROWN = Set.of("Exception", "Error", "Throwable");

    /** Returns the classes defined outside of all brackets. */
    static List<DefinedClass> of(TokenizedText text) {
        List<Token> meant = text.tokens().stream().filter(Token::isMeant).toList();
        List<DefinedClass> classes = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < meant.size(); i++) {
            Token.Kind kind = meant.get(i).kind();
            depth += kind == Token.Kind.OPEN ? 1 : kind == Token.Kind.CLOSE ? -1 : 0;
            if (depth == 0 && isDefined(meant, i)) {
                classes.add(read(meant, i));
            }
        }
        return classes;
    }

    private static boolean isDefined(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                && WORDS.containsKey(tokens.get(at).text())
                && tokens.get(at + 1).kind() == Token.Kind.WORD
                && (at == 0 || !tokens.get(at - 1).is("."))
                && Character.isUpperCase(tokens.get(at + 1).text().charAt(0));
    }

    private static DefinedClass read(List<Token> tokens, int at) {
        Sort sort = WORDS.get(tokens.get(at).text());
        boolean whole = sort == Sort.CLASS && !hasModifier(tokens, at, "abstract") || sort == Sort.RECORD;
        boolean closed = hasModifier(tokens, at, "final") || sort == Sort.ENUM || sort == Sort.RECORD;
        boolean thrown = at + 3 < tokens.size()
                && tokens.get(at + 2).is("extends")
                && THROWN.stream().anyMatch(tokens.get(at + 3).text()::endsWith);
        Makes makes = whole ? Makes.OF_ARGUMENTS : Makes.NOTHING;
        Sort shown = thrown ? Sort.EXCEPTION : sort;
        return new DefinedClass(tokens.get(at + 1).text(), new ClassFacts(shown, !closed, thrown, makes));
    }

    private static boolean hasModifier(List<Token> tokens, int at, String modifier) {
        for (int i = at - 1; i >= 0 && tokens.get(i).kind() == Token.Kind.KEYWORD; i--) {
            if (tokens.get(i).is(modifier)) {
                return true;
            }
        }
        return false;
    }
}
