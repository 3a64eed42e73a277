package ehpc.repl.internal.render;

import java.util.List;

/**
 * A sequence of records as one text for programs. The text is complete after any record if {@link #closing} follows. A record's values, in
 * the order of the fields, are texts, numbers, booleans or null.
 */
public interface Records {

    /** Returns the text before all records. */
    String opening();

    /**
     * Returns the text of a record.
     *
     * @param values one for each field
     * @param first whether it is the first record
     */
    String record(List<?> values, boolean first);

    /**
     * Returns the text after all records.
     *
     * @param empty whether there are no records
     */
    String closing(boolean empty);

    /** Returns a JSON array with one object per line. */
    static Records json(List<String> fields) {
        return new JsonRecords(fields);
    }

    /** Returns JSON with one object per line. */
    static Records ndjson(List<String> fields) {
        return new NdjsonRecords(fields);
    }

    /** Returns comma-separated values by RFC 4180, after a line with the names of the fields. */
    static Records csv(List<String> fields) {
        return new CsvRecords(fields);
    }

    /** Returns one YAML document with a sequence of mappings. */
    static Records yaml(List<String> fields) {
        return new YamlRecords(fields);
    }
}
