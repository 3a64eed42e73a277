package ehpc.command;

import ehpc.api.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Inserts values into the fixed text of a command, and refuses each position where a quoted word would not remain one. */
final class ShellTemplate {

    /** Represents a value when the complete text is examined. */
    private static final String PLACE = "''";

    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Raw text becomes part of the fixed text, so that it is examined together with its context. */
    private ShellTemplate(List<String> fixed, List<?> given) {
        StringBuilder text = new StringBuilder(fixed.get(0));
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) instanceof Raw raw) {
                text.append(raw.text());
            } else {
                texts.add(text.toString());
                values.add(given.get(i));
                text.setLength(0);
            }
            text.append(fixed.get(i + 1));
        }
        texts.add(text.toString());
    }

    static String render(List<String> fixed, List<?> values) {
        if (fixed.size() != values.size() + 1) {
            throw new IllegalArgumentException("the number of fixed texts must be the number of values plus one");
        }
        return new ShellTemplate(fixed, values).rendered();
    }

    private String rendered() {
        ShellScanner scanner = new ShellScanner();
        StringBuilder command = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            read(scanner, texts.get(i));
            command.append(texts.get(i)).append(place(scanner, values.get(i), nextText(i)));
        }
        read(scanner, texts.get(values.size()));
        scanner.end();
        ShellVariables.of(String.join(PLACE, texts), scanner.values()).ifPresent(ShellTemplate::refuse);
        return command.append(texts.get(values.size())).toString();
    }

    private static void read(ShellScanner scanner, String text) {
        scanner.read(text);
        scanner.mixed().ifPresent(ShellTemplate::refuse);
    }

    /** Returns the text that directly follows value i; another value counts as attached. */
    private String nextText(int i) {
        boolean valueFollows = texts.get(i + 1).isEmpty() && i + 1 < values.size();
        return valueFollows ? "x" : texts.get(i + 1);
    }

    private static String place(ShellScanner scanner, Object given, String next) {
        boolean list = ShellWords.isList(given);
        Object value = list ? ShellWords.elements(given) : given; // reads each element once
        boolean number = ShellWords.isNumber(value);
        scanner.obstacle().filter(obstacle -> !number || !obstacle.numbers()).ifPresent(ShellTemplate::refuse);
        if (list) {
            checkList(scanner.command(), next);
        }
        List<String> words = ShellWords.of(value);
        scanner.words(words, number);
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }

    private static void refuse(ShellObstacle obstacle) {
        throw new InputException(obstacle.message());
    }

    /** A list counts as several words at any size, so that a command does not begin to fail with the second element. */
    private static void checkList(SimpleCommand command, String next) {
        if (command.word().isBegun() || startsWord(next)) {
            throw new InputException("a ${...} with a list must be a word of its own, with a space on both sides");
        }
        if (command.isRedirected()) {
            throw new InputException("a ${...} with a list is not allowed after < or >, which take one word");
        }
        if (command.isTest()) {
            throw new InputException("a ${...} with a list is not allowed in [ or test, which count their words");
        }
    }

    private static boolean startsWord(String next) {
        return !next.isEmpty() && " \t\n;|&<>()".indexOf(next.charAt(0)) < 0;
    }
}
