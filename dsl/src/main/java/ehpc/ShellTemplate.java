package ehpc;

import java.util.List;

/** Puts values into the fixed text of a command, refusing every place where a quoted word would not stay one. */
final class ShellTemplate {

    private ShellTemplate() {}

    static String render(List<String> fixed, List<?> values) {
        if (fixed.size() != values.size() + 1) {
            throw new IllegalArgumentException("fixed texts must be one more than values");
        }
        ShellScanner scanner = new ShellScanner();
        StringBuilder command = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            scanner.read(fixed.get(i));
            command.append(fixed.get(i));
            String placed = place(scanner, values.get(i), nextText(fixed, values, i));
            command.append(placed);
            if (values.get(i) instanceof Raw) {
                scanner.read(placed);
            } else if (!placed.isEmpty()) {
                scanner.word();
            }
        }
        return command.append(fixed.get(values.size())).toString();
    }

    /** The text that directly follows value i; text of another value counts as glued. */
    private static String nextText(List<String> fixed, List<?> values, int i) {
        boolean valueFollows = fixed.get(i + 1).isEmpty() && i + 1 < values.size();
        return valueFollows ? "x" : fixed.get(i + 1);
    }

    private static String place(ShellScanner scanner, Object value, String next) {
        if (value instanceof Raw raw) {
            return raw.text();
        }
        scanner.obstacle().ifPresent(where -> {
            throw new InputException("a ${...} must not stand " + where
                    + ": its value is quoted already; take it out, or write ${raw(...)} to have it read as shell");
        });
        List<String> words = ShellWords.of(value);
        if (words.size() != 1 && (scanner.inWord() || startsWord(next))) {
            throw new InputException("a ${...} that holds a list must stand alone, with a blank on both sides");
        }
        return String.join(" ", words);
    }

    private static boolean startsWord(String next) {
        return !next.isEmpty() && " \t\n;|&<>()".indexOf(next.charAt(0)) < 0;
    }
}
