package ehpc.repl.internal.shell.command;

import ehpc.repl.internal.shell.Shell;
import ehpc.text.VisibleText;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** {@code /history}. */
final class HistoryCommand {

    static void run(Shell shell, String argument) {
        List<String> history = shell.history();
        String wanted = argument.toLowerCase(Locale.ROOT);
        int width = String.valueOf(history.size()).length();
        boolean found = false;
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).toLowerCase(Locale.ROOT).contains(wanted)) {
                found = true;
                print(
                        String.format(Locale.ROOT, "%" + width + "d  ", i + 1),
                        history.get(i),
                        shell.console().out());
            }
        }
        if (!found) {
            shell.note(
                    argument.isEmpty()
                            ? "the history is empty"
                            : "no entry of the history contains '" + argument + "'");
        }
    }

    private static void print(String number, String entry, PrintStream out) {
        String before = number;
        for (String line : entry.split("\n")) {
            out.println(before + VisibleText.withTabs(line));
            before = " ".repeat(number.length());
        }
    }
}
