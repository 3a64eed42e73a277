package ehpc.repl.internal.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a user's files are, by the XDG base directory rules. */
public final class Directories {

    private Directories() {}

    /** Returns the user's home. */
    public static Path home(Map<String, String> env) {
        return absolute(env.get("HOME")).orElseGet(() -> Path.of(System.getProperty("user.home")));
    }

    /** Where ehpc keeps what it can make again; empty when the user has no such place. */
    public static Optional<Path> cache(Map<String, String> env) {
        return ofUser(env, "XDG_CACHE_HOME", ".cache");
    }

    /** Where the user's own settings are; empty when the user has no such place. */
    public static Optional<Path> config(Map<String, String> env) {
        return ofUser(env, "XDG_CONFIG_HOME", ".config");
    }

    /** Where ehpc keeps what it should still have the next time, such as what was typed; empty when the user has no such place. */
    public static Optional<Path> state(Map<String, String> env) {
        return ofUser(env, "XDG_STATE_HOME", ".local/state");
    }

    private static Optional<Path> ofUser(Map<String, String> env, String variable, String below) {
        return absolute(env.get(variable))
                .or(() -> absolute(env.get("HOME")).map(home -> home.resolve(below)))
                .map(directory -> directory.resolve("ehpc"));
    }

    /** Returns the rules say that a path which is not absolute is to be passed over. */
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
