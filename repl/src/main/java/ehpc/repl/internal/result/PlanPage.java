package ehpc.repl.internal.result;

import ehpc.plan.Plan;
import ehpc.plan.Step;
import ehpc.repl.internal.terminal.Color;
import ehpc.repl.internal.terminal.ColorMode;
import ehpc.repl.internal.terminal.Console;
import java.io.PrintStream;
import java.util.regex.Pattern;

/** Prints plans for people. */
public final class PlanPage {

    private static final Pattern REMOVED = Pattern.compile("^ {4}- .*");
    private static final Pattern ADDED = Pattern.compile("^ {4}\\+ .*");
    private static final Pattern TITLE = Pattern.compile("^(cluster .+|account)$");

    private PlanPage() {}

    public static void print(Plan plan, Console console, ColorMode colors) {
        print(plan.toString(), console.out(), console.colored(colors));
    }

    /** Prints a step of an entry on standard error, before the question for its approval. */
    public static void ask(Step step, Console console, ColorMode colors) {
        print(step.text(), console.err(), console.colored(colors));
    }

    private static void print(String page, PrintStream out, boolean colored) {
        page.lines().map(line -> colored ? colored(line) : line).forEach(out::println);
    }

    private static String colored(String line) {
        if (TITLE.matcher(line).matches()) {
            return Color.TITLE.on(line);
        }
        if (REMOVED.matcher(line).matches()) {
            return Color.BAD.on(line);
        }
        return ADDED.matcher(line).matches() ? Color.GOOD.on(line) : line;
    }
}
