package ehpc.repl.internal.shell.command;

import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.files.Directories;
import ehpc.repl.internal.shell.Suggestions;
import ehpc.repl.internal.shell.Suggestions.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names of files in the arguments of commands. */
final class FileNames {

    private static final int MOST = 1_000;

    private FileNames() {}

    /** Returns the file with a name; a leading ~ is the home directory. */
    static Path path(String name, Map<String, String> env) {
        if (name.isEmpty()) {
            throw new UsageException("the name of a file must be given");
        }
        try {
            boolean home = name.equals("~") || name.startsWith("~/");
            return home ? Directories.home(env).resolve(name.substring(Math.min(2, name.length()))) : Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("'" + name + "' must be the name of a file: " + e.getReason());
        }
    }

    /** Returns the files with an ending, and the directories, as suggestions for a path. */
    static Suggestions suggest(String argument, Map<String, String> env, String ending) {
        int from = argument.lastIndexOf('/') + 1;
        String before = argument.substring(0, from);
        String prefix = argument.substring(from);
        try (Stream<Path> files = Files.list(before.isEmpty() ? Path.of("") : path(before, env))) {
            List<Suggestion> found = files.filter(file -> fits(file, prefix, ending))
                    .limit(MOST)
                    .map(FileNames::suggestion)
                    .sorted((a, b) -> a.text().compareTo(b.text()))
                    .toList();
            return new Suggestions(from, found);
        } catch (IOException | UsageException e) {
            return Suggestions.NONE; // the directory cannot be read
        }
    }

    private static boolean fits(Path file, String prefix, String ending) {
        String name = file.getFileName().toString();
        boolean hidden = name.startsWith(".") && !prefix.startsWith(".");
        return name.startsWith(prefix) && !hidden && (name.endsWith(ending) || Files.isDirectory(file));
    }

    private static Suggestion suggestion(Path file) {
        boolean directory = Files.isDirectory(file);
        return new Suggestion(file.getFileName() + (directory ? "/" : ""), directory ? "directory" : "", !directory);
    }
}
