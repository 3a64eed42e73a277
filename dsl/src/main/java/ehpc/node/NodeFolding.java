package ehpc.node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Folds names along one number after another, from the last: each pass visits every name once. */
final class NodeFolding {

    /** A run of digits that fits a long; longer ones count as text. */
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,18}(?!\\d)");

    private static final Pattern SPECIAL = Pattern.compile("[\\\\,\\[\\]*?]|\\s");

    /** A name split into texts and, between each two of them, a number or the content of a bracket. */
    private record Item(List<String> texts, List<String> numbers) {

        static Item of(String name) {
            List<String> texts = new ArrayList<>();
            List<String> numbers = new ArrayList<>();
            Matcher number = NUMBER.matcher(name);
            int from = 0;
            while (number.find()) {
                texts.add(escaped(name.substring(from, number.start())));
                numbers.add(number.group());
                from = number.end();
            }
            texts.add(escaped(name.substring(from)));
            return new Item(texts, numbers);
        }

        private static String escaped(String text) {
            return SPECIAL.matcher(text).replaceAll("\\\\$0");
        }

        Item with(int place, String inside) {
            List<String> changed = new ArrayList<>(numbers);
            changed.set(place, inside);
            return new Item(texts, changed);
        }

        String written() {
            StringBuilder written = new StringBuilder(texts.get(0));
            for (int i = 0; i < numbers.size(); i++) {
                written.append(numbers.get(i)).append(texts.get(i + 1));
            }
            return written.toString();
        }
    }

    private record Range(long from, long to, int width) {

        @Override
        public String toString() {
            return from == to ? padded(from) : padded(from) + "-" + padded(to);
        }

        private String padded(long number) {
            String digits = Long.toString(number);
            return "0".repeat(Math.max(0, width - digits.length())) + digits;
        }
    }

    private NodeFolding() {}

    static String fold(Iterable<String> names) {
        Set<String> distinct = new LinkedHashSet<>();
        names.forEach(distinct::add);
        List<Item> items = distinct.stream().map(Item::of).toList();
        int passes = items.stream().mapToInt(item -> item.numbers.size()).max().orElse(0);
        for (int pass = 1; pass <= passes; pass++) {
            items = merged(items, pass);
        }
        return items.stream().map(Item::written).collect(Collectors.joining(","));
    }

    /** Merges the items that differ only in the number at a position counted from the end. */
    private static List<Item> merged(List<Item> items, int fromEnd) {
        Map<Item, List<String>> alike = new LinkedHashMap<>();
        for (Item item : items) {
            int place = item.numbers.size() - fromEnd;
            Item key = place < 0 ? item : item.with(place, "");
            List<String> numbers = alike.computeIfAbsent(key, k -> new ArrayList<>());
            if (place >= 0) {
                numbers.add(item.numbers.get(place));
            }
        }
        List<Item> merged = new ArrayList<>();
        alike.forEach((key, numbers) ->
                merged.add(numbers.isEmpty() ? key : key.with(key.numbers.size() - fromEnd, inside(numbers))));
        return merged;
    }

    private static String inside(List<String> numbers) {
        if (numbers.size() == 1) {
            return numbers.get(0);
        }
        Set<Integer> paddedWidths = numbers.stream()
                .filter(number -> number.length() > 1 && number.startsWith("0"))
                .map(String::length)
                .collect(Collectors.toSet());
        List<Range> sorted = numbers.stream()
                .map(number -> {
                    long value = Long.parseLong(number);
                    return new Range(value, value, paddedWidths.contains(number.length()) ? number.length() : 0);
                })
                .sorted(Comparator.comparingInt(Range::width).thenComparingLong(Range::from))
                .toList();
        return joined(sorted).stream()
                .sorted(Comparator.comparingLong(Range::from).thenComparingInt(Range::width))
                .map(Range::toString)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static List<Range> joined(List<Range> sorted) {
        List<Range> joined = new ArrayList<>();
        for (Range next : sorted) {
            Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.width == next.width && last.to + 1 == next.from) {
                joined.set(joined.size() - 1, new Range(last.from, next.to, last.width));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }
}
