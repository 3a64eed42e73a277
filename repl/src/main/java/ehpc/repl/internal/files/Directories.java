package ehpc.repl.internal.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The directories of a user's files, by the XDG base directory specification. */
public final class Directories {

    private Directories() {}

    /** Returns the user's home directory. */
    public static Path home(Map<String, String> env) {
        return absolute(env.get("HOME")).orElseGet(() -> Path.of(System.getProperty("user.home")));
    }

    /** Returns the directory for files that can be created again; empty if the user has none. */
    public static Optional<Path> cache(Map<String, String> env) {
        return ofUser(env, "XDG_CACHE_HOME", ".cache");
    }

    /** Returns the directory of the user's settings; empty if the user has none. */
    public static Optional<Path> config(Map<String, String> env) {
        return ofUser(env, "XDG_CONFIG_HOME", ".config");
    }

    /** Returns the directory for state between calls, such as the history; empty if the user has none. */
    public static Optional<Path> state(Map<String, String> env) {
        return ofUser(env, "XDG_STATE_HOME", ".local/state");
    }

    private static Optional<Path> ofUser(Map<String, String> env, String variable, String below) {
        return absolute(env.get(variable))
                .or(() -> absolute(env.get("HOME")).map(home -> home.resolve(below)))
                .map(directory -> directory.resolve("ehpc"));
    }

    /** Returns the path if it is absolute; the specification requires that other paths are ignored. */
    private static Optional<Path> absolute(String name) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(name)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
