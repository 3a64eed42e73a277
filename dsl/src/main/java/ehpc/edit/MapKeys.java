package ehpc.edit;

import ehpc.script.SessionContext;
import ehpc.syntax.StatementPart;
import ehpc.syntax.Token;
import ehpc.syntax.TokenizedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The keys of a map that a variable holds: those of its literal in the text, or else those that it had when the last entry ended. */
final class MapKeys {

    private MapKeys() {}

    /** The keys behind a value that is a name and nothing else, at the end of a statement without its dot or bracket. */
    static List<String> of(CursorContext context, List<StatementPart> statement) {
        int at = statement.size() - 1;
        boolean name = at >= 0
                && statement.get(at).is(StatementPart.Kind.NAME)
                && (at == 0 || !statement.get(at - 1).is(context.text(), "."));
        if (!name) {
            return List.of();
        }
        String variable = statement.get(at).in(context.text());
        List<String> written = written(context.before(), variable);
        SessionContext session = context.session();
        return written.isEmpty() ? session.keys(variable) : written;
    }

    private static List<String> written(TokenizedText text, String variable) {
        List<Token> tokens = text.tokens().stream().filter(Token::isMeant).toList();
        for (int i = tokens.size() - 3; i >= 0; i--) {
            boolean gets = tokens.get(i).is(text.text(), variable)
                    && tokens.get(i + 1).is(text.text(), "=")
                    && tokens.get(i + 2).is(text.text(), "[");
            if (gets) {
                return keys(text.text(), tokens.subList(i + 2, tokens.size()));
            }
        }
        return List.of();
    }

    private static List<String> keys(String text, List<Token> tokens) {
        Set<String> keys = new LinkedHashSet<>();
        int depth = 0;
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Token.Kind kind = tokens.get(i).kind();
            depth += kind == Token.Kind.OPEN ? 1 : kind == Token.Kind.CLOSE ? -1 : 0;
            if (depth == 0) {
                break;
            }
            boolean begins =
                    depth == 1 && (tokens.get(i).is(text, "[") || tokens.get(i).is(text, ","));
            if (begins && tokens.get(i + 2).is(text, ":")) {
                key(text, tokens.get(i + 1), keys);
            }
        }
        return new ArrayList<>(keys);
    }

    private static void key(String text, Token key, Set<String> keys) {
        String said = key.in(text);
        if (key.isName()) {
            keys.add(said);
        } else if (key.kind() == Token.Kind.TEXT && said.matches("'[^'\\\\]+'")) {
            keys.add(said.substring(1, said.length() - 1));
        }
    }
}
