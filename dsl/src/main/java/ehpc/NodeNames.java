package ehpc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Folds host names into bracket ranges and back: {@code compute[000-003,7]}. What {@link #fold} writes, {@link #expand} reads.
 */
public final class NodeNames {

    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})");
    private static final Pattern FOLDED = Pattern.compile("([^\\[\\],]*)\\[([^\\[\\]]*)\\]");
    private static final int MOST = 100_000;

    private NodeNames() {}

    /** The names in a short form: those that share a prefix and a number's width become one range. Order of first sight. */
    public static String fold(Iterable<String> names) {
        Map<String, List<String>> numbersByShape = new LinkedHashMap<>();
        for (String name : new LinkedHashSet<>(listOf(names))) {
            Matcher m = NUMBERED.matcher(name);
            boolean numbered = m.matches();
            String shape = numbered ? m.group(1) + "[" + m.group(2).length() : name;
            List<String> numbers = numbersByShape.computeIfAbsent(shape, s -> new ArrayList<>());
            if (numbered) {
                numbers.add(m.group(2));
            }
        }
        List<String> parts = new ArrayList<>();
        numbersByShape.forEach((shape, numbers) -> parts.add(part(shape, numbers)));
        return String.join(",", parts);
    }

    private static String part(String shape, List<String> numbers) {
        if (numbers.isEmpty()) {
            return shape;
        }
        String prefix = shape.substring(0, shape.lastIndexOf('['));
        if (numbers.size() == 1) {
            return prefix + numbers.get(0);
        }
        return prefix + "[" + ranges(numbers) + "]";
    }

    private static String ranges(List<String> numbers) {
        List<String> sorted = numbers.stream().sorted().toList();
        List<String> ranges = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || Integer.parseInt(sorted.get(i)) != Integer.parseInt(sorted.get(i - 1)) + 1) {
                String first = sorted.get(from);
                ranges.add(i - from == 1 ? first : first + "-" + sorted.get(i - 1));
                from = i;
            }
        }
        return String.join(",", ranges);
    }

    /**
     * The names that a folded text stands for, in its order.
     *
     * @param text names separated by commas, each with at most one bracket of numbers and ranges
     * @throws InputException the text is not of that form, or stands for more than 100,000 names
     */
    public static List<String> expand(String text) {
        List<String> names = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = partEnd(text, at);
            expandPart(text.substring(at, end).strip(), names);
            at = end + 1;
        }
        if (names.isEmpty()) {
            throw new InputException("node names must be given, like compute[000-003], is '" + text + "'");
        }
        return List.copyOf(new LinkedHashSet<>(names));
    }

    private static int partEnd(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private static void expandPart(String part, List<String> names) {
        if (part.isEmpty()) {
            throw new InputException("a node name must not be empty");
        }
        if (part.indexOf('[') < 0 && part.indexOf(']') < 0) {
            names.add(part);
            return;
        }
        Matcher m = FOLDED.matcher(part);
        if (!m.matches()) {
            throw new InputException("node names must look like compute[000-003,7], is '" + part + "'");
        }
        for (String range : m.group(2).split(",", -1)) {
            expandRange(m.group(1), range.strip(), part, names);
        }
    }

    private static void expandRange(String prefix, String range, String part, List<String> names) {
        Matcher m = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?").matcher(range);
        if (!m.matches()) {
            throw new InputException("a node range must look like 000-003, is '" + range + "' in '" + part + "'");
        }
        String first = m.group(1);
        int from = Integer.parseInt(first);
        int to = m.group(2) == null ? from : Integer.parseInt(m.group(2));
        if (to < from) {
            throw new InputException("a node range must rise, is '" + range + "' in '" + part + "'");
        }
        if (names.size() + (long) to - from >= MOST) {
            throw new InputException("node names must be at most " + MOST + ", are more in '" + part + "'");
        }
        for (int n = from; n <= to; n++) {
            names.add(prefix + String.format(Locale.ROOT, "%0" + first.length() + "d", n));
        }
    }

    private static List<String> listOf(Iterable<String> names) {
        List<String> list = new ArrayList<>();
        names.forEach(list::add);
        return list;
    }
}
