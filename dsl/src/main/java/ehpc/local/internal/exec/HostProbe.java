package ehpc.local.internal.exec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The environment of this process.
 *
 * @param programs finds a program by its name
 * @param user the numeric id of the user that this process runs as; 0 is root
 * @param homes the home directories of that user, hidden from commands
 * @param insideContainer whether this process runs inside a container
 * @param launcher the start of every command line; empty except in specs
 */
record HostProbe(
        Function<String, Optional<Path>> programs,
        int user,
        List<Path> homes,
        boolean insideContainer,
        List<String> launcher) {

    static HostProbe ofThisProcess() {
        List<Path> path = searchPath();
        Function<String, Optional<Path>> programs = name -> path.stream()
                .map(directory -> directory.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
        return new HostProbe(programs, userId(), homeDirectories(), ContainerSigns.found(), List.of());
    }

    boolean root() {
        return user == 0;
    }

    Optional<Path> find(String program) {
        return programs.apply(program);
    }

    /** Returns the path of a program that must be installed. */
    String required(String program) throws Unavailable {
        return find(program)
                .orElseThrow(() -> new Unavailable("program '" + program + "' not found"))
                .toString();
    }

    /** Returns the start of every command line, which leaves the terminal, so that Ctrl-C reaches only this process. */
    List<String> detached() {
        var argv = new ArrayList<>(launcher);
        find("setsid").ifPresent(setsid -> argv.add(setsid.toString()));
        return argv;
    }

    /** Thrown if a way to run commands does not work on this machine. */
    static final class Unavailable extends Exception {

        private static final long serialVersionUID = 1L;

        Unavailable(String reason) {
            super(reason);
        }
    }

    private static List<Path> searchPath() {
        String own = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(own.split(":")), Stream.of(NodeEnvironment.PATH.split(":")))
                .flatMap(HostProbe::absolute)
                .distinct()
                .toList();
    }

    private static int userId() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            // Not Linux: only plain processes work, which need no user id.
            return -1;
        }
    }

    private static List<Path> homeDirectories() {
        return Stream.of(System.getProperty("user.home"), System.getenv("HOME"))
                .flatMap(HostProbe::absolute)
                .distinct()
                .toList();
    }

    private static Stream<Path> absolute(String text) {
        try {
            return text == null || !text.startsWith("/") ? Stream.empty() : Stream.of(Path.of(text));
        } catch (InvalidPathException e) {
            // A name that this locale cannot express is unusable.
            return Stream.empty();
        }
    }
}
