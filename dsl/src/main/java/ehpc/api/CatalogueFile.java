package ehpc.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an operation from its catalogue file. */
final class CatalogueFile {

    private CatalogueFile() {}

    static Operation operation(JsonFields file, Map<String, String> errorHelp) {
        return new Operation(
                file.text("name"),
                file.text("help"),
                file.texts("methods"),
                file.flag("mutates"),
                Optional.ofNullable((Boolean) file.value("idempotent")),
                file.flag("async"),
                Optional.ofNullable(file.text("task")),
                file.facts("paging").map(CatalogueFile::paging),
                file.each("parameters").stream().map(ParameterFile::parameter).toList(),
                ShapeFile.shape(file.value("response")),
                errors(file.texts("errors"), errorHelp),
                file.flag("errorsComplete"),
                Set.copyOf(file.texts("subjects")),
                Set.copyOf(file.texts("doneWhenRefused")));
    }

    /** Reads errors written as {@code 404 ClusterNotFound}. */
    static List<ErrorCode> errors(List<String> lines, Map<String, String> help) {
        return lines.stream()
                .map(line -> {
                    String code = line.substring(4);
                    return new ErrorCode(Integer.parseInt(line.substring(0, 3)), code, help.get(code));
                })
                .toList();
    }

    private static Paging paging(JsonFields paging) {
        return new Paging(
                Optional.ofNullable(paging.text("number")),
                Optional.ofNullable(paging.text("size")),
                Optional.ofNullable(paging.text("total")),
                Optional.ofNullable(paging.text("token")),
                paging.text("items"),
                paging.texts("key"),
                Optional.ofNullable(paging.whole("defaultSize")).orElse(0),
                Optional.ofNullable(paging.whole("maxSize")).orElse(0));
    }
}
