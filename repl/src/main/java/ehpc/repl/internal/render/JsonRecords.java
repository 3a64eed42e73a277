package ehpc.repl.internal.render;

import java.util.List;

/** One JSON array for all records. */
record JsonRecords(List<String> fields) implements Records {

    @Override
    public String opening() {
        return "";
    }

    @Override
    public String record(List<?> values, boolean first) {
        return (first ? "[\n  " : ",\n  ") + PrettyJson.line(Fields.named(fields, values));
    }

    @Override
    public String closing(boolean empty) {
        return empty ? "[]\n" : "\n]\n";
    }
}
