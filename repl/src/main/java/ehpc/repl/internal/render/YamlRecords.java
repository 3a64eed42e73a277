package ehpc.repl.internal.render;

import java.util.List;

/** One YAML sequence, which is complete after each element. */
record YamlRecords(List<String> fields) implements Records {

    @Override
    public String opening() {
        return "";
    }

    @Override
    public String record(List<?> values, boolean first) {
        return Yaml.text(List.of(Fields.named(fields, values)));
    }

    @Override
    public String closing(boolean empty) {
        return empty ? Yaml.text(List.of()) : "";
    }
}
