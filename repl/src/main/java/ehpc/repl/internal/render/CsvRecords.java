package ehpc.repl.internal.render;

import java.util.List;
import java.util.stream.Collectors;

/** CSV by RFC 4180: values are quoted, but never changed; null is an empty field. */
record CsvRecords(List<String> fields) implements Records {

    private static final String END = "\r\n";

    @Override
    public String opening() {
        return line(fields);
    }

    @Override
    public String record(List<?> values, boolean first) {
        return line(values);
    }

    @Override
    public String closing(boolean empty) {
        return "";
    }

    private static String line(List<?> values) {
        return values.stream().map(CsvRecords::cell).collect(Collectors.joining(",")) + END;
    }

    private static String cell(Object value) {
        String text = value == null ? "" : value.toString();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                && text.equals(text.strip());
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
