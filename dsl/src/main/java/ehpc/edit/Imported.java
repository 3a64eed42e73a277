package ehpc.edit;

import ehpc.script.SessionContext;
import ehpc.syntax.Token;
import ehpc.syntax.TokenizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An import.
 *
 * @param isStatic whether it imports members of a class
 * @param name the imported name, without the star
 * @param all whether it ends with a star
 * @param alias the name in the script; empty with a star
 */
record Imported(boolean isStatic, String name, boolean all, String alias) {

    private static final Pattern FORM =
            Pattern.compile("(?<static>static )?(?<name>[\\w$.]+?)(?<all>\\.\\*)?(?: as (?<alias>[\\w$]+))?");

    /** Returns the imports of earlier entries. */
    static List<Imported> of(SessionContext session) {
        return session.imports().stream()
                .map(Imported::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the imports of a text. */
    static List<Imported> of(TokenizedText text) {
        List<Imported> imports = new ArrayList<>();
        StringBuilder words = null;
        for (Token token : text.tokens()) {
            boolean ends = token.kind() == Token.Kind.LINE_END || token.is(";");
            if (words != null && ends) {
                read(words.toString()).ifPresent(imports::add);
                words = null;
            } else if (words != null && token.isMeant()) {
                String word = token.text();
                words.append(word.equals("as") ? " as " : word.equals("static") ? "static " : word);
            } else if (token.kind() == Token.Kind.KEYWORD && token.is("import")) {
                words = new StringBuilder();
            }
        }
        return imports;
    }

    private static Optional<Imported> read(String words) {
        Matcher form = FORM.matcher(words);
        if (!form.matches()) {
            return Optional.empty();
        }
        String name = form.group("name");
        boolean all = form.group("all") != null;
        String last = name.substring(name.lastIndexOf('.') + 1);
        String alias = form.group("alias") != null ? form.group("alias") : all ? "" : last;
        return Optional.of(new Imported(form.group("static") != null, name, all, alias));
    }
}
