package ehpc.local.internal.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Finds processes through /proc and ends them. Without isolation this is the most that can be done. */
final class MarkedProcesses {

    private static final Path ALL = Path.of("/proc");

    /** New ones may start while others are ended. */
    private static final int MOST_PASSES = 50;

    private MarkedProcesses() {}

    /**
     * A process. What cannot be read of it is as if it were not there.
     *
     * @param status the fields of its stat file after the name, which may hold anything: state, parent, group, session
     */
    record Found(Path directory, List<String> status) {

        static Found at(Path directory) {
            String stat = read(directory.resolve("stat"));
            return new Found(
                    directory,
                    List.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ")));
        }

        long pid() {
            return Long.parseLong(directory.getFileName().toString());
        }

        boolean runs() {
            return status.size() > 3 && !status.get(0).equals("Z");
        }

        long session() {
            return Long.parseLong(status.get(3));
        }

        int user() {
            try {
                return (Integer) Files.getAttribute(directory, "unix:uid");
            } catch (IOException e) {
                return -1;
            }
        }

        /** What the process was given as this variable of its environment, empty when it was not. */
        String variable(String name) {
            String environment = "\0" + read(directory.resolve("environ"));
            int at = environment.indexOf("\0" + name + "=");
            if (at < 0) {
                return "";
            }
            int from = at + name.length() + 2;
            int end = environment.indexOf('\0', from);
            return end < 0 ? environment.substring(from) : environment.substring(from, end);
        }

        private static String read(Path file) {
            try {
                return Files.readString(file, StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                return "";
            }
        }
    }

    /** Returns whether this machine shows its processes as files. */
    static boolean canBeFound() {
        return Files.isReadable(Path.of("/proc/self/environ"));
    }

    static void end(Predicate<Found> chosen) {
        List<Found> left = find(chosen);
        for (int pass = 0; pass < MOST_PASSES && !left.isEmpty(); pass++) {
            left.forEach(found -> ProcessHandle.of(found.pid()).ifPresent(ProcessHandle::destroyForcibly));
            left = find(chosen);
        }
    }

    private static List<Found> find(Predicate<Found> chosen) {
        try (var entries = Files.newDirectoryStream(ALL, "[0-9]*")) {
            return StreamSupport.stream(entries.spliterator(), false)
                    .map(Found::at)
                    .filter(Found::runs)
                    .filter(chosen)
                    .toList();
        } catch (IOException e) {
            // No /proc: nothing can be found.
            return List.of();
        }
    }
}
