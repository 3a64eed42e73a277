package ehpc.repl.internal.shell.command;

import ehpc.repl.internal.shell.SaidEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a script of what was said in a shell. There the words of a cluster work at the top while a cluster is current; in a script they
 * stand in its block.
 */
final class SavedScript {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import\\s.*$");
    private static final Pattern SWITCH = Pattern.compile("cluster\\s*\\(?\\s*(['\"])[^'\"]*\\1\\s*\\)?\\s*;?");
    private static final Pattern DECLARATION = Pattern.compile(
            "(?s)(?:(?:class|enum|interface|record)\\s.*|(?:def|void|[\\w.<>\\[\\]]+)\\s+\\w+\\s*\\([^)]*\\)\\s*\\{.*)");

    private final List<String> imports = new ArrayList<>();
    private final List<String> declarations = new ArrayList<>();
    private final StringBuilder rest = new StringBuilder();
    private Optional<String> open = Optional.empty();

    private SavedScript() {}

    static String of(List<SaidEntry> entries) {
        SavedScript script = new SavedScript();
        entries.forEach(script::add);
        script.enter(Optional.empty());
        List<String> parts = new ArrayList<>();
        if (!script.imports.isEmpty()) {
            parts.add(script.imports.stream().distinct().collect(Collectors.joining("\n")));
        }
        parts.addAll(script.declarations);
        if (script.rest.length() > 0) {
            parts.add(script.rest.toString().stripTrailing());
        }
        return String.join("\n\n", parts) + "\n";
    }

    private void add(SaidEntry entry) {
        IMPORT.matcher(entry.text())
                .results()
                .forEach(found -> imports.add(found.group().strip()));
        String text = IMPORT.matcher(entry.text()).replaceAll("").strip();
        if (text.isEmpty() || SWITCH.matcher(text).matches()) {
            return;
        }
        if (DECLARATION.matcher(text).matches()) {
            declarations.add(text);
            return;
        }
        // A block of its own names its cluster itself.
        enter(
                text.matches("(?s)(cluster\\s*\\(|parallel\\b|region\\b|initialize\\b).*")
                        ? Optional.empty()
                        : entry.cluster());
        String indent = open.isPresent() ? "    " : "";
        text.lines()
                .forEach(
                        line -> rest.append(line.isBlank() ? "" : indent + line).append('\n'));
    }

    private void enter(Optional<String> cluster) {
        if (!cluster.equals(open)) {
            rest.append(open.isPresent() ? "}\n\n" : rest.length() > 0 ? "\n" : "");
            cluster.ifPresent(id -> rest.append("cluster('").append(id).append("') {\n"));
            open = cluster;
        }
    }
}
