package ehpc.repl.internal.shell.command;

import ehpc.repl.internal.shell.HistoryItem;
import ehpc.syntax.Token;
import ehpc.syntax.TokenizedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Converts the entries of a shell to a script. In a shell, the words of a cluster need no block while a cluster is current; in a script
 * they do.
 */
final class SavedScript {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import\\s.*$");
    private static final Pattern SWITCH = Pattern.compile("cluster\\s*\\(?\\s*(['\"])[^'\"]*\\1\\s*\\)?\\s*;?");
    private static final Pattern DECLARATION = Pattern.compile(
            "(?s)(?:(?:class|enum|interface|record)\\s.*|(?:def|void|[\\w.<>\\[\\]]+)\\s+\\w+\\s*\\([^)]*\\)\\s*\\{.*)");

    private final List<String> imports = new ArrayList<>();
    private final Map<String, String> declarations = new LinkedHashMap<>();
    private final StringBuilder rest = new StringBuilder();
    private Optional<String> open = Optional.empty();

    private SavedScript() {}

    static String of(List<HistoryItem> entries) {
        SavedScript script = new SavedScript();
        entries.forEach(script::add);
        script.enter(Optional.empty());
        List<String> parts = new ArrayList<>();
        if (!script.imports.isEmpty()) {
            parts.add(script.imports.stream().distinct().collect(Collectors.joining("\n")));
        }
        parts.addAll(script.declarations.values());
        if (script.rest.length() > 0) {
            parts.add(script.rest.toString().stripTrailing());
        }
        return String.join("\n\n", parts) + "\n";
    }

    private void add(HistoryItem item) {
        HistoryItem entry = new HistoryItem(item.text().replaceFirst("^#!.*", ""), item.cluster());
        IMPORT.matcher(entry.text())
                .results()
                .forEach(found -> imports.add(found.group().strip()));
        String text = IMPORT.matcher(entry.text()).replaceAll("").strip();
        if (text.isEmpty() || SWITCH.matcher(text).matches()) {
            return;
        }
        if (DECLARATION.matcher(text).matches()) {
            int end = blockEnd(text);
            declare(text.substring(0, end));
            add(new HistoryItem(text.substring(end).replaceFirst("^[\\s;]+", ""), entry.cluster()));
            return;
        }
        // These blocks name their clusters themselves.
        enter(
                text.matches("(?s)(cluster\\s*\\(|parallel\\b|region\\b|initialize\\b).*")
                        ? Optional.empty()
                        : entry.cluster());
        String indent = open.isPresent() ? "    " : "";
        text.lines()
                .forEach(
                        line -> rest.append(line.isBlank() ? "" : indent + line).append('\n'));
    }

    /** A new declaration replaces the former one: a script has only one. */
    private void declare(String text) {
        String head = text.substring(0, text.indexOf('{')).strip();
        int bracket = head.indexOf('(');
        String title = bracket < 0 ? head : head.substring(0, bracket).strip();
        String name = title.substring(title.lastIndexOf(' ') + 1);
        long commas = head.chars().filter(c -> c == ',').count();
        String key = bracket < 0 ? title : name + "/" + (head.endsWith("()") ? -1 : commas);
        declarations.remove(key);
        declarations.put(key, text);
    }

    /** Returns the end of the first block of a text. */
    private static int blockEnd(String text) {
        int depth = 0;
        for (Token token : TokenizedText.of(text).tokens()) {
            String sign = token.text();
            if (token.kind() == Token.Kind.OPEN && sign.equals("{")) {
                depth++;
            } else if (token.kind() == Token.Kind.CLOSE && sign.equals("}") && --depth == 0) {
                return token.to();
            }
        }
        return text.length();
    }

    /** Returns a literal for an id, which may contain quotes if it came from a value. */
    private static String quoted(String id) {
        String text = id.replace("\\", "\\\\")
                .replace("'", "\\'")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        return "'" + text + "'";
    }

    private void enter(Optional<String> cluster) {
        if (!cluster.equals(open)) {
            rest.append(open.isPresent() ? "}\n\n" : rest.length() > 0 ? "\n" : "");
            cluster.ifPresent(id -> rest.append("cluster(").append(quoted(id)).append(") {\n"));
            open = cluster;
        }
    }
}
