package ehpc.repl.internal.result;

import ehpc.NodeResult;
import ehpc.RunResult;
import ehpc.repl.internal.render.Records;
import ehpc.repl.internal.render.Table;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The results of runs as records, one per node. */
public final class ResultRecords {

    /** The fields of a record, in order. */
    private enum Field {
        RUN("run", (run, node) -> run.number),
        CLUSTER("cluster", (run, node) -> run.result.clusterId()),
        COMMAND("command", (run, node) -> run.command),
        COMMAND_ID("commandId", (run, node) -> node.commandId()),
        NODE("node", (run, node) -> node.node().name()),
        ID("id", (run, node) -> node.node().id()),
        OUTCOME("outcome", (run, node) -> node.outcome().word()),
        EXIT_CODE("exitCode", (run, node) -> node.getExitCode()),
        OUTPUT("output", (run, node) -> node.output()),
        DETAIL("detail", (run, node) -> run.mask.apply(node.detail())),
        FINISHED_TIME("finishedTime", (run, node) -> node.finishedTime());

        private final String title;
        private final BiFunction<Numbered, NodeResult, Object> value;

        Field(String title, BiFunction<Numbered, NodeResult, Object> value) {
            this.title = title;
            this.value = value;
        }

        private String heading() {
            return Character.toUpperCase(title.charAt(0)) + title.substring(1);
        }
    }

    /** @param command the masked command, once for all nodes */
    private record Numbered(int number, RunResult result, String command, UnaryOperator<String> mask) {

        private Numbered(int number, RunResult result, UnaryOperator<String> mask) {
            this(number, result, mask.apply(result.command().text()), mask);
        }
    }

    /** The columns of a table for people, the most important first. */
    private static final List<Field> FOR_PEOPLE =
            List.of(Field.NODE, Field.OUTCOME, Field.EXIT_CODE, Field.OUTPUT, Field.DETAIL, Field.ID);

    /** The maximum length of an output in a cell, also without a terminal. */
    private static final int LONGEST_CELL = 1_000;

    private ResultRecords() {}

    public static List<String> fields() {
        return Arrays.stream(Field.values()).map(field -> field.title).toList();
    }

    /**
     * Returns the records of a run.
     *
     * @param number the number of the run in the script
     * @param mask masks the secrets in commands
     */
    public static Stream<List<Object>> of(RunResult result, int number, UnaryOperator<String> mask) {
        Numbered run = new Numbered(number, result, mask);
        return result.stream()
                .map(node -> Arrays.stream(Field.values())
                        .map(field -> field.value.apply(run, node))
                        .toList());
    }

    /**
     * Returns a table of a run, without empty columns.
     *
     * @param mask masks the secrets in details
     */
    public static Table table(RunResult result, UnaryOperator<String> mask) {
        Numbered run = new Numbered(0, result, mask);
        return Table.of(
                FOR_PEOPLE.stream().map(Field::heading).toList(),
                result.stream()
                        .map(node -> FOR_PEOPLE.stream()
                                .map(field -> forPeople(field, field.value.apply(run, node)))
                                .toList())
                        .toList());
    }

    private static Object forPeople(Field field, Object value) {
        if (field != Field.OUTPUT) {
            return value;
        }
        String output = value.toString().stripTrailing();
        return output.length() > LONGEST_CELL ? output.substring(0, LONGEST_CELL) + "…" : output;
    }

    /** Returns the records of a format. */
    public static Records form(Format format, List<String> fields) {
        return switch (format) {
            case JSON -> Records.json(fields);
            case NDJSON -> Records.ndjson(fields);
            case CSV -> Records.csv(fields);
            case YAML -> Records.yaml(fields);
            case TEXT, TABLE -> throw new IllegalArgumentException(format + " is for people");
        };
    }
}
