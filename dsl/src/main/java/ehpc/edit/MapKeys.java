package ehpc.edit;

import ehpc.script.SessionContext;
import ehpc.syntax.StatementPart;
import ehpc.syntax.Token;
import ehpc.syntax.TokenizedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The keys of a map in a variable: those of its literal in the text, or else those at the end of the last entry. */
final class MapKeys {

    private MapKeys() {}

    /** Returns the keys of a variable at the end of a statement, without the dot or bracket. */
    static List<String> of(CursorContext context, List<StatementPart> statement) {
        StatementPart last = StatementPart.of(statement, 1);
        boolean name = last.is(StatementPart.Kind.NAME)
                && !StatementPart.of(statement, 2).is(".");
        if (!name) {
            return List.of();
        }
        String variable = last.text();
        List<String> written = written(context.before(), variable);
        SessionContext session = context.session();
        return written.isEmpty() ? session.keys(variable) : written;
    }

    private static List<String> written(TokenizedText text, String variable) {
        List<Token> tokens = text.tokens().stream().filter(Token::isMeant).toList();
        for (int i = tokens.size() - 3; i >= 0; i--) {
            boolean gets = tokens.get(i).is(variable)
                    && tokens.get(i + 1).is("=")
                    && tokens.get(i + 2).is("[");
            if (gets) {
                return keys(tokens.subList(i + 2, tokens.size()));
            }
        }
        return List.of();
    }

    private static List<String> keys(List<Token> tokens) {
        Set<String> keys = new LinkedHashSet<>();
        int depth = 0;
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Token.Kind kind = tokens.get(i).kind();
            depth += kind == Token.Kind.OPEN ? 1 : kind == Token.Kind.CLOSE ? -1 : 0;
            if (depth == 0) {
                break;
            }
            boolean begins =
                    depth == 1 && (tokens.get(i).is("[") || tokens.get(i).is(","));
            if (begins && tokens.get(i + 2).is(":")) {
                key(tokens.get(i + 1), keys);
            }
        }
        return new ArrayList<>(keys);
    }

    private static void key(Token key, Set<String> keys) {
        String text = key.text();
        if (key.isName()) {
            keys.add(text);
        } else if (key.kind() == Token.Kind.TEXT && text.matches("'[^'\\\\]+'")) {
            keys.add(text.substring(1, text.length() - 1));
        }
    }
}
