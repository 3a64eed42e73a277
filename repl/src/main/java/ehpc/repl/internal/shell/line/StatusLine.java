package ehpc.repl.internal.shell.line;

import ehpc.edit.Diagnostic;
import ehpc.edit.Hint;
import ehpc.repl.internal.shell.ShellAtPrompt;
import ehpc.repl.internal.shell.ShellCommands;
import ehpc.text.VisibleText;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** The line below the edited text: its first problem, otherwise the syntax of the word at the cursor. */
final class StatusLine {

    private static final AttributedStyle FAINT = AttributedStyle.DEFAULT.faint();
    private static final AttributedStyle HERE = AttributedStyle.DEFAULT.bold();
    private static final AttributedStyle WRONG = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
    private static final String INDENT = "  ";

    private final ShellAtPrompt shell;
    private final BackgroundChecker checker;
    private final Terminal terminal;

    StatusLine(ShellAtPrompt shell, BackgroundChecker checker, Terminal terminal) {
        this.shell = shell;
        this.checker = checker;
        this.terminal = terminal;
    }

    Optional<AttributedString> at(String text, int cursor) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Optional<AttributedString> line = ShellCommands.isBegun(text)
                ? command(text)
                : checker.diagnostics(text).stream()
                        .findFirst()
                        .map(this::problem)
                        .or(() -> hint(text, cursor));
        int width = Math.max(1, terminal.getSize().getColumns() - 1);
        return line.map(l -> l.columnLength() <= width ? l : cut(l, width));
    }

    private static AttributedString cut(AttributedString line, int width) {
        return new AttributedStringBuilder()
                .append(line.columnSubSequence(0, width - 1))
                .append("…")
                .toAttributedString();
    }

    private AttributedString problem(Diagnostic diagnostic) {
        return new AttributedStringBuilder()
                .append(INDENT)
                .styled(shell.isColored() ? WRONG : AttributedStyle.DEFAULT, VisibleText.line(diagnostic.message()))
                .toAttributedString();
    }

    private Optional<AttributedString> hint(String text, int cursor) {
        return shell.document(text).hint(cursor).map(StatusLine::shown);
    }

    private static AttributedString shown(Hint hint) {
        String form = hint.form();
        AttributedStringBuilder line = new AttributedStringBuilder()
                .append(INDENT)
                .styled(FAINT, VisibleText.line(form.substring(0, hint.from())))
                .styled(HERE, VisibleText.line(form.substring(hint.from(), hint.to())))
                .styled(FAINT, VisibleText.line(form.substring(hint.to())));
        if (!hint.help().isBlank()) {
            line.styled(FAINT, "  " + VisibleText.line(hint.help()));
        }
        return line.toAttributedString();
    }

    private Optional<AttributedString> command(String text) {
        if (!ShellCommands.isCommand(text)) {
            return Optional.empty();
        }
        return shell.commands()
                .find(ShellCommands.name(text))
                .map(command -> new AttributedStringBuilder()
                        .append(INDENT)
                        .styled(FAINT, command.form() + "  " + command.help())
                        .toAttributedString());
    }
}
