package ehpc.repl.internal.help;

import ehpc.api.Operation;
import ehpc.api.Request;
import ehpc.api.help.OperationHelp;
import ehpc.api.help.OperationHelp.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The help page of an operation, with a command line as an example. */
public final class OperationPage {

    private static final String INDENT = "  ";
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9@%+=:,./_-]+");

    private OperationPage() {}

    /**
     * Returns the page: the summary, the example, and the other sections of the catalogue.
     *
     * @param width the maximum columns of a line, where possible
     */
    public static List<Section> of(Operation operation, int width) {
        List<Section> sections =
                new ArrayList<>(OperationHelp.of(operation, width).sections());
        List<String> lines = example(OperationHelp.example(operation), width - INDENT.length()).stream()
                .map(INDENT::concat)
                .toList();
        sections.add(1, new Section("Example", lines));
        return List.copyOf(sections);
    }

    /** Returns the command line for a request, continued after {@code \} if a line would exceed the width. */
    private static List<String> example(Request request, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line =
                new StringBuilder("ehpc call " + request.operation().name());
        request.wire().forEach((name, value) -> {
            String word = "--" + name + " " + quoted(value);
            if (line.length() + word.length() + 3 > width) {
                lines.add(line + " \\");
                line.setLength(0);
                line.append("   ");
            }
            line.append(" ").append(word);
        });
        lines.add(line.toString());
        return lines;
    }

    private static String quoted(String value) {
        return BARE.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
