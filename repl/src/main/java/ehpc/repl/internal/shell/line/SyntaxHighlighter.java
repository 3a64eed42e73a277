package ehpc.repl.internal.shell.line;

import ehpc.api.Catalogue;
import ehpc.edit.Diagnostic;
import ehpc.edit.Document;
import ehpc.language.Vocabulary;
import ehpc.language.WordPlace;
import ehpc.repl.internal.shell.ShellAtPrompt;
import ehpc.repl.internal.shell.ShellCommands;
import ehpc.syntax.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours the edited text, and underlines its problems. */
final class SyntaxHighlighter implements Highlighter {

    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final AttributedStyle WORD = PLAIN.bold().foreground(AttributedStyle.BLUE);
    private static final AttributedStyle OPERATION = PLAIN.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle KEYWORD = PLAIN.foreground(AttributedStyle.MAGENTA);
    private static final AttributedStyle TEXT = PLAIN.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle VALUE = PLAIN.foreground(AttributedStyle.YELLOW);
    private static final AttributedStyle BROKEN = PLAIN.foreground(AttributedStyle.RED);
    private static final AttributedStyle COMMENT = PLAIN.faint();

    private final ShellAtPrompt shell;
    private final BackgroundChecker checker;

    /** A separate class, loaded with the first word. */
    private static final class Names {
        private static final Set<String> WORDS = Stream.of(WordPlace.TOP, WordPlace.CLUSTER, WordPlace.RUN)
                .flatMap(place -> Vocabulary.at(place).stream())
                .map(word -> word.name())
                .collect(Collectors.toUnmodifiableSet());
        private static final Set<String> OPERATIONS = Catalogue.ehpc().names().stream()
                .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    SyntaxHighlighter(ShellAtPrompt shell, BackgroundChecker checker) {
        this.shell = shell;
        this.checker = checker;
    }

    @Override
    public AttributedString highlight(LineReader reader, String text) {
        Document document = shell.document(text);
        checker.schedule(document, reader.getBuffer().cursor());
        List<Diagnostic> diagnostics = checker.diagnostics(text);
        boolean colored = shell.isColored();
        AttributedStringBuilder painted = new AttributedStringBuilder(text.length());
        if (ShellCommands.isBegun(text)) {
            return painted.styled(colored ? OPERATION : PLAIN, text).toAttributedString();
        }
        List<Token> tokens = document.tokens().tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            AttributedStyle style = colored ? style(tokens, i, text) : PLAIN;
            boolean wrong = diagnostics.stream().anyMatch(one -> one.from() < token.to() && token.from() < one.to());
            AttributedStyle wrongStyle = colored ? style.foreground(AttributedStyle.RED) : style;
            painted.styled(wrong ? wrongStyle.underline() : style, token.text());
        }
        return painted.toAttributedString();
    }

    private static AttributedStyle style(List<Token> tokens, int at, String text) {
        return switch (tokens.get(at).kind()) {
            case WORD -> word(tokens, at, text);
            case KEYWORD -> KEYWORD;
            case NUMBER, INTERPOLATION -> VALUE;
            case COMMENT -> COMMENT;
            case TEXT -> TEXT;
            case BROKEN -> BROKEN;
            case OPERATOR, OPEN, CLOSE, BLANK, LINE_END, OTHER -> PLAIN;
        };
    }

    private static AttributedStyle word(List<Token> tokens, int at, String text) {
        String name = tokens.get(at).text();
        boolean afterDot = at > 0 && tokens.get(at - 1).text().equals(".");
        if (afterDot) {
            boolean all = at > 3 && tokens.get(at - 2).text().equals("all");
            int word = all ? at - 4 : at - 2;
            boolean ofApi = word >= 0 && tokens.get(word).text().equals("api");
            return ofApi && Names.OPERATIONS.contains(name) ? OPERATION : PLAIN;
        }
        boolean argument = at + 1 < tokens.size() && tokens.get(at + 1).text().equals(":");
        return Names.WORDS.contains(name) && !argument ? WORD : PLAIN;
    }
}
