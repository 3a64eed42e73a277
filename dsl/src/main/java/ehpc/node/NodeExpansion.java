package ehpc.node;

import ehpc.api.InputException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads names in folded form. */
final class NodeExpansion {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18})(?:/(\\d{1,18}))?)?");
    private static final int MOST = 100_000;

    private final String text;
    private final Set<String> names = new LinkedHashSet<>();

    /** The possible beginnings of the name being read. */
    private List<String> heads = List.of("");

    private final StringBuilder literal = new StringBuilder();
    private final StringBuilder blanks = new StringBuilder();
    private int start;
    private boolean empty = true;

    NodeExpansion(String text) {
        this.text = text;
    }

    List<String> names() {
        if (text.isBlank()) {
            throw new InputException("node names must be given, like compute[000-003], is '" + text + "'");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case ',' -> endName(i);
                case '[' -> i = bracket(i);
                case ']' -> throw malformed();
                case '*', '?' -> throw pattern(c);
                case '\\' -> add(escaped(++i));
                default -> {
                    if (Character.isWhitespace(c)) {
                        blanks.append(c);
                    } else {
                        add(c);
                    }
                }
            }
        }
        endName(text.length());
        return List.copyOf(names);
    }

    private char escaped(int at) {
        if (at == text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    /** Spaces count inside a name, not around it. */
    private void add(char c) {
        if (!empty) {
            literal.append(blanks);
        }
        blanks.setLength(0);
        literal.append(c);
        empty = false;
    }

    private int bracket(int from) {
        int to = text.indexOf(']', from);
        if (to < 0 || text.substring(from + 1, to).indexOf('[') >= 0) {
            throw malformed();
        }
        List<String> numbers = new ArrayList<>();
        for (String range : text.substring(from + 1, to).split(",", -1)) {
            expand(range.strip(), numbers);
        }
        endLiteral();
        checkCount((long) heads.size() * numbers.size());
        heads = heads.stream()
                .flatMap(head -> numbers.stream().map(head::concat))
                .toList();
        empty = false;
        return to;
    }

    private void expand(String range, List<String> numbers) {
        Matcher m = RANGE.matcher(range);
        if (!m.matches()) {
            throw new InputException(
                    "a node range must look like 000-003 or 0-10/2, is '" + range + "' in '" + part() + "'");
        }
        String first = m.group(1);
        String last = m.group(2) == null ? first : m.group(2);
        if (last.startsWith("0") && last.length() != first.length()) {
            throw new InputException(
                    "a node range must have numbers of one width, is '" + range + "' in '" + part() + "'");
        }
        long from = Long.parseLong(first);
        long to = Long.parseLong(last);
        long step = m.group(3) == null ? 1 : Long.parseLong(m.group(3));
        if (to < from || step == 0) {
            throw new InputException("a node range must be ascending, is '" + range + "' in '" + part() + "'");
        }
        checkCount(numbers.size() + (to - from) / step + 1);
        int width = first.startsWith("0") ? first.length() : 1;
        for (long number = from; number <= to; number += step) {
            String digits = Long.toString(number);
            numbers.add("0".repeat(Math.max(0, width - digits.length())) + digits);
        }
    }

    private void endLiteral() {
        if (!empty) {
            literal.append(blanks);
        }
        blanks.setLength(0);
        if (literal.length() > 0) {
            heads = heads.stream().map(head -> head + literal).toList();
            literal.setLength(0);
        }
    }

    private void endName(int at) {
        if (empty) {
            throw new InputException("a node name must not be empty");
        }
        blanks.setLength(0);
        endLiteral();
        checkCount(names.size() + (long) heads.size());
        names.addAll(heads);
        heads = List.of("");
        start = at + 1;
        empty = true;
    }

    private void checkCount(long count) {
        if (count > MOST) {
            throw new InputException("at most " + MOST + " node names are allowed, '" + part() + "' has more");
        }
    }

    private InputException pattern(char c) {
        String regex = part().replace(".", "\\.").replace("*", ".*").replace('?', '.');
        return new InputException("a node name must be written in full; for a literal '" + c + "' write \\" + c
                + ", for a pattern nodes.where { it.name ==~ /" + regex + "/ }");
    }

    private InputException malformed() {
        return new InputException("node names must look like compute[000-003,7], is '" + part() + "'");
    }

    /** Returns the current name as written. */
    private String part() {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == ',' && depth <= 0) {
                return text.substring(start, i).strip();
            }
        }
        return text.substring(Math.min(start, text.length())).strip();
    }
}
