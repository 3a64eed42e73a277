package ehpc.repl.internal.render;

import java.util.List;

/**
 * A sequence of records as one text for programs. The text is whole after any record once {@link #closing} is added. A record's
 * values, in the order of the fields, are texts, numbers, booleans or null.
 */
public interface Records {

    /** What stands before all records. */
    String opening();

    /**
     * A record.
     *
     * @param values one for each field
     * @param first whether none was written before
     */
    String record(List<?> values, boolean first);

    /**
     * What stands behind all records.
     *
     * @param empty whether there are none
     */
    String closing(boolean empty);

    /** One array with an object in each line. */
    static Records json(List<String> fields) {
        return new JsonRecords(fields);
    }

    /** Returns an object in each line. */
    static Records ndjson(List<String> fields) {
        return new NdjsonRecords(fields);
    }

    /** Comma-separated values by RFC 4180, under a line with the names of the fields. */
    static Records csv(List<String> fields) {
        return new CsvRecords(fields);
    }

    /** One document: a sequence of mappings. */
    static Records yaml(List<String> fields) {
        return new YamlRecords(fields);
    }
}
