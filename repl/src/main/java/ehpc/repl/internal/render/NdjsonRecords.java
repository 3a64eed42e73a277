package ehpc.repl.internal.render;

import java.util.List;

/** JSON with one object per line. */
record NdjsonRecords(List<String> fields) implements Records {

    @Override
    public String opening() {
        return "";
    }

    @Override
    public String record(List<?> values, boolean first) {
        return PrettyJson.line(Fields.named(fields, values)) + "\n";
    }

    @Override
    public String closing(boolean empty) {
        return "";
    }
}
